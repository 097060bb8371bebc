package org.openmyna.trust.authority;

import java.util.LinkedHashSet;
import java.util.Set;

/** What a batch of acts wants to see before it decides. */
final class Needs {
    private final Set<RequestKey> requests = new LinkedHashSet<>();
    private final Set<Page.SerialKey> serials = new LinkedHashSet<>();
    private final Set<CertificateKey> keys = new LinkedHashSet<>();
    private final Set<HoldingKey> holdings = new LinkedHashSet<>();
    private final Set<Page.NameKey> names = new LinkedHashSet<>();
    private boolean living;

    void request(RequestKey key) {
        requests.add(key);
    }

    void serial(Page.SerialKey key) {
        serials.add(key);
    }

    void key(CertificateKey key) {
        keys.add(key);
    }

    void holding(HoldingKey key) {
        holdings.add(key);
    }

    void name(Page.NameKey key) {
        names.add(key);
    }

    /** The certificates that live where a new one is about to. */
    void living() {
        living = true;
    }

    Set<RequestKey> requests() {
        return requests;
    }

    Set<Page.SerialKey> serials() {
        return serials;
    }

    Set<CertificateKey> keys() {
        return keys;
    }

    Set<HoldingKey> holdings() {
        return holdings;
    }

    Set<Page.NameKey> names() {
        return names;
    }

    boolean wantsLiving() {
        return living;
    }
}
