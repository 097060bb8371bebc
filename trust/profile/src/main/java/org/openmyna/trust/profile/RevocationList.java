package org.openmyna.trust.profile;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A certificate revocation list (証明書失効リスト) of a JPKI CA: all of a key generation, or one
 * distribution point (reference 3.1). The bytes are their own index: beside them stand four bytes
 * for each entry, so a search is a binary search in the DER.
 */
public final class RevocationList {
    private static final int MAX_BYTES = 256 * 1024 * 1024;
    private static final Set<String> UNDERSTOOD =
            Set.of(Oid.AUTHORITY_KEY_ID, Oid.CRL_NUMBER, Oid.ISSUING_DISTRIBUTION_POINT);

    /** One entry. */
    public record Revoked(CertificateSerial serial, Instant when, RevocationReason reason) {}

    private final byte[] der;
    private final byte[] content;
    private final byte[] signature;
    private final Names.CaIdentity issuedBy;
    private final Instant thisUpdate;
    private final Instant nextUpdate;
    private final RevokedEntries entries;
    private final AuthorityKeyId authorityKeyId;
    private final BigInteger number;
    private final Optional<DistributionPoint> scope;

    private RevocationList(byte[] der) {
        this.der = der;
        DerReader file = DerReader.over(der);
        DerReader list = file.sequence("certificateList");
        file.mustEnd("certificateList");
        this.content = list.element("tbsCertList");
        CertificateFields.sha256WithRsa(list, "signatureAlgorithm");
        this.signature = list.wholeBits("signature");
        list.mustEnd("certificateList");

        DerReader tbs = DerReader.over(content).sequence("tbsCertList");
        if (!tbs.integer("version").equals(BigInteger.ONE)) {
            throw new DerFault("version: not v2");
        }
        CertificateFields.sha256WithRsa(tbs, "signature");
        this.issuedBy =
                Names.identify(tbs.element("issuer"))
                        .orElseThrow(() -> new DerFault("issuer: not the name of a JPKI CA"));
        this.thisUpdate = tbs.utcTime("thisUpdate");
        this.nextUpdate = tbs.utcTime("nextUpdate");
        this.entries =
                tbs.peek() == DerReader.SEQUENCE
                        ? RevokedEntries.read(tbs.element("revokedCertificates"))
                        : RevokedEntries.none();
        DerReader wrapped = tbs.enter(0xA0, "crlExtensions");
        tbs.mustEnd("tbsCertList");
        Extensions extensions = Extensions.read(wrapped);
        extensions.noCriticalOutside(UNDERSTOOD);
        this.authorityKeyId =
                extensions.mustRead(
                        Oid.AUTHORITY_KEY_ID, "authorityKeyIdentifier", AuthorityKeyId::read);
        this.number =
                extensions.mustRead(Oid.CRL_NUMBER, "cRLNumber", in -> in.integer("cRLNumber"));
        this.scope =
                extensions
                        .read(
                                Oid.ISSUING_DISTRIBUTION_POINT,
                                "issuingDistributionPoint",
                                this::rfc5280_5_2_5)
                        .flatMap(point -> point);
        if (nextUpdate.isBefore(thisUpdate) || number.signum() < 0) {
            throw new DerFault("ends before it begins, or has a negative number");
        }
    }

    /** A point of this CA or none, and certificates of users; no other restriction is known. */
    private Optional<DistributionPoint> rfc5280_5_2_5(DerReader in) {
        String what = "issuingDistributionPoint";
        DerReader idp = in.sequence(what);
        Optional<DistributionPoint> point =
                idp.peek() == 0xA0
                        ? Optional.of(
                                DistributionPoint.read(
                                        issuedBy, EndEntityExtensions.fullName(idp, what), what))
                        : Optional.empty();
        byte[] onlyUsers = idp.octets(0x81, what);
        if (!Arrays.equals(onlyUsers, new byte[] {-1})) {
            throw new DerFault(what + ": not for users' certificates");
        }
        idp.mustEnd(what);
        return point;
    }

    /**
     * Reads a list.
     *
     * @param der strict DER of a version 2 list signed with sha256WithRSAEncryption, at most 256 MB
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

    public byte[] der() {
        return der.clone();
    }

    public CaKind kind() {
        return issuedBy.kind();
    }

    public Hierarchy hierarchy() {
        return issuedBy.hierarchy();
    }

    public Instant thisUpdate() {
        return thisUpdate;
    }

    public Instant nextUpdate() {
        return nextUpdate;
    }

    /** cRLNumber: a later list of the same CA has a greater one. */
    public BigInteger number() {
        return number;
    }

    public byte[] authorityKeyId() {
        return authorityKeyId.keyId().clone();
    }

    /** The one municipality the list is about; empty when it is about all of the CA's users. */
    public Optional<DistributionPoint> scope() {
        return scope;
    }

    public int size() {
        return entries.size();
    }

    /** The entry of a serial, if the list has it. Says nothing when the list does not cover it. */
    public Optional<Revoked> find(CertificateSerial serial) {
        return entries.find(serial);
    }

    /** All entries, in the order of their serials. */
    public List<Revoked> entries() {
        return entries.all();
    }

    /**
     * Whether this list is the one to ask: same CA, same key generation, point of the certificate.
     */
    public boolean covers(JpkiCertificate certificate) {
        return kind() == certificate.kind()
                && hierarchy() == certificate.hierarchy()
                && Arrays.equals(authorityKeyId.keyId(), certificate.authorityKeyId())
                && (scope.isEmpty() || scope.equals(certificate.distributionPoint()));
    }

    /** Whether this key generation signed the list. */
    public boolean isIssuedBy(CaCertificate ca) {
        return issuedBy.equals(ca.identity())
                && Arrays.equals(authorityKeyId.keyId(), ca.subjectKeyId())
                && ca.key().verifies(content, signature);
    }

    @Override
    public String toString() {
        return "RevocationList[" + kind() + ", " + hierarchy() + ", number " + number + "]";
    }
}
