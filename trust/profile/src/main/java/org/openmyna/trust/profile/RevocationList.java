package org.openmyna.trust.profile;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A certificate revocation list (証明書失効リスト) of a JPKI CA in memory: all of a key generation, or one
 * distribution point (reference 3.1). The bytes are their own index: beside them stands one number
 * in a hundred, so a search is a binary search and a short walk in the DER. A long list is better
 * left in its file: {@link RevocationListFile}.
 */
public final class RevocationList implements RevocationListView {
    private static final int MAX_BYTES = 256 * 1024 * 1024;

    /** One entry. */
    public record Revoked(CertificateSerial serial, Instant when, RevocationReason reason) {}

    private final byte[] der;
    private final ListReading list;

    private RevocationList(byte[] der) {
        this.der = der;
        this.list = ListReading.of(ListBytes.of(der));
    }

    /**
     * Reads a list.
     *
     * @param der strict DER of a version 2 list signed with sha256WithRSAEncryption or
     *     ecdsa-with-SHA384, at most 256 MB
     * @throws RevocationListMalformed for anything else
     */
    public static RevocationList parse(byte[] der) {
        try {
            if (der.length > MAX_BYTES) {
                throw new DerFault("longer than " + MAX_BYTES + " bytes");
            }
            return new RevocationList(der.clone());
        } catch (DerFault fault) {
            throw new RevocationListMalformed(fault.reason());
        }
    }

    @Override
    public byte[] der() {
        return der.clone();
    }

    @Override
    public CaKind kind() {
        return list.fields().issuedBy().kind();
    }

    @Override
    public Hierarchy hierarchy() {
        return list.fields().issuedBy().hierarchy();
    }

    @Override
    public Instant thisUpdate() {
        return list.fields().thisUpdate();
    }

    @Override
    public Instant nextUpdate() {
        return list.fields().nextUpdate();
    }

    @Override
    public BigInteger number() {
        return list.fields().number();
    }

    @Override
    public byte[] authorityKeyId() {
        return list.fields().authorityKeyId().keyId().clone();
    }

    @Override
    public Optional<DistributionPoint> scope() {
        return list.fields().scope();
    }

    @Override
    public int size() {
        return list.entries().size();
    }

    @Override
    public Optional<Revoked> find(CertificateSerial serial) {
        return list.entries().find(serial);
    }

    /** All entries, in the order of their serials. */
    public List<Revoked> entries() {
        List<Revoked> all = new ArrayList<>(size());
        list.entries().forEach(all::add);
        return List.copyOf(all);
    }

    @Override
    public boolean covers(JpkiCertificate certificate) {
        return list.covers(certificate);
    }

    @Override
    public boolean isIssuedBy(CaCertificate ca) {
        return list.isIssuedBy(ca);
    }

    @Override
    public String toString() {
        return "RevocationList[" + list + "]";
    }
}
