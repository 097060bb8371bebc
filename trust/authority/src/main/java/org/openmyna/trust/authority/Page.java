package org.openmyna.trust.authority;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openmyna.trust.authority.log.StatusEvent;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.JpkiCertificate;

/**
 * The rows that a batch of acts is about, in memory, while the transaction holds the legal clock:
 * nobody else changes them meanwhile. Acts read and change the page one after the other; then what
 * has changed is written in one go.
 */
final class Page {
    private final Instant date;
    private final Map<CertificateKey, CertificateRow> certificates = new LinkedHashMap<>();
    private final Map<RequestKey, CertificateKey> requests = new HashMap<>();
    private final Map<SerialKey, CertificateKey> serials = new HashMap<>();
    private final Map<HoldingKey, HoldingRow> holdings = new HashMap<>();
    private final Set<NameKey> names = new HashSet<>();
    private final Map<CertificateKey, JpkiCertificate> signed = new HashMap<>();
    private final Set<CertificateKey> fresh = new LinkedHashSet<>();
    private final Set<CertificateKey> changed = new LinkedHashSet<>();
    private final Set<HoldingKey> touched = new LinkedHashSet<>();
    private final List<StatusEvent> events = new ArrayList<>();

    /** A serial of a CA, in whatever generation. */
    record SerialKey(CaKind ca, CertificateSerial serial) {}

    /** A common name of a CA, in whatever generation. */
    record NameKey(CaKind ca, String commonName) {}

    /**
     * @param date of everything on this page
     */
    Page(Instant date) {
        this.date = date;
    }

    Instant date() {
        return date;
    }

    // what was read

    void read(CertificateRow row) {
        certificates.put(row.key(), row);
        requests.put(row.requestKey(), row.key());
        serials.put(new SerialKey(row.ca(), row.serial()), row.key());
    }

    void read(HoldingRow row) {
        holdings.put(row.key(), row);
    }

    void read(NameKey taken) {
        names.add(taken);
    }

    // what acts ask

    Optional<CertificateRow> byRequest(RequestKey key) {
        return Optional.ofNullable(requests.get(key)).flatMap(this::byKey);
    }

    Optional<CertificateRow> bySerial(SerialKey key) {
        return Optional.ofNullable(serials.get(key)).flatMap(this::byKey);
    }

    Optional<CertificateRow> byKey(CertificateKey key) {
        return Optional.ofNullable(certificates.get(key));
    }

    HoldingRow holding(HoldingKey key) {
        HoldingRow known = holdings.get(key);
        return known == null ? HoldingRow.empty(key) : known;
    }

    boolean isNameTaken(NameKey key) {
        return names.contains(key);
    }

    List<CertificateRow> certificates() {
        return List.copyOf(certificates.values());
    }

    List<HoldingRow> holdings() {
        return List.copyOf(holdings.values());
    }

    // what acts do

    void add(CertificateRow row) {
        read(row);
        fresh.add(row.key());
    }

    void change(CertificateRow row) {
        certificates.put(row.key(), row);
        if (!fresh.contains(row.key())) changed.add(row.key());
    }

    void sign(CertificateRow row, JpkiCertificate certificate) {
        signed.put(row.key(), certificate);
        names.add(new NameKey(row.ca(), certificate.commonName()));
        change(row);
    }

    void change(HoldingRow row) {
        holdings.put(row.key(), row);
        touched.add(row.key());
    }

    void tell(StatusEvent event) {
        events.add(event);
    }

    // what is to be written

    List<CertificateRow> added() {
        return rows(fresh);
    }

    /** Changed rows; those of {@link #signed} get their certificate too. */
    List<CertificateRow> changed() {
        return rows(changed);
    }

    private List<CertificateRow> rows(Set<CertificateKey> keys) {
        return keys.stream().map(key -> byKey(key).orElseThrow()).toList();
    }

    Optional<JpkiCertificate> signed(CertificateKey key) {
        return Optional.ofNullable(signed.get(key));
    }

    List<HoldingRow> touched() {
        return touched.stream().map(this::holding).toList();
    }

    List<StatusEvent> events() {
        return List.copyOf(events);
    }
}
