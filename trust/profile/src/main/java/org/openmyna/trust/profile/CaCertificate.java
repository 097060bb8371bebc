package org.openmyna.trust.profile;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The self-signed certificate of one key generation of a JPKI CA (reference 1.3). All generations
 * of a CA share one name: choose among them by {@link #subjectKeyId()}, then by signature.
 */
public final class CaCertificate {
    private static final int MAX_BYTES = 8_192;
    private static final int CERT_SIGN_AND_CRL_SIGN = 0x0600;
    private static final Set<String> UNDERSTOOD =
            Set.of(
                    Oid.KEY_USAGE,
                    Oid.BASIC_CONSTRAINTS,
                    Oid.SUBJECT_ALT_NAME,
                    Oid.CRL_DISTRIBUTION_POINTS,
                    Oid.SUBJECT_KEY_ID);

    private final CertificateFields fields;
    private final Names.CaIdentity identity;
    private final byte[] subjectKeyId;
    private final Map<HashAlgorithm, byte[]> nameHashes = new EnumMap<>(HashAlgorithm.class);
    private final Map<HashAlgorithm, byte[]> keyHashes = new EnumMap<>(HashAlgorithm.class);

    /** Found last to be of this generation: one signs all answers for weeks. */
    private volatile @Nullable ResponderCertificate responder;

    private CaCertificate(CertificateFields fields) {
        this.fields = fields;
        this.identity = fields.issuedBy();
        fields.extensions().noCriticalOutside(UNDERSTOOD);
        this.subjectKeyId =
                fields.extensions()
                        .mustRead(
                                Oid.SUBJECT_KEY_ID,
                                "subjectKeyIdentifier",
                                in -> in.octets(DerReader.OCTET_STRING, "subjectKeyIdentifier"));
        for (HashAlgorithm algorithm : HashAlgorithm.values()) {
            nameHashes.put(algorithm, algorithm.digest(fields.subject()));
            keyHashes.put(algorithm, algorithm.digest(fields.key().subjectPublicKey()));
        }
    }

    /**
     * Reads a CA certificate and checks that it signed itself; whether to trust it is for the
     * caller, who pins it.
     *
     * @param der at most 8,192 bytes of strict DER
     * @throws CaCertificateMalformed for anything else
     */
    public static CaCertificate parse(byte[] der) {
        try {
            CaCertificate read = new CaCertificate(CertificateFields.rfc5280_4_1(der, MAX_BYTES));
            read.reference1_3();
            return read;
        } catch (DerFault fault) {
            throw new CaCertificateMalformed(fault.reason());
        }
    }

    /** The responder of these bytes, if this generation is known to have issued them. */
    Optional<ResponderCertificate> knownResponder(byte[] der) {
        return Optional.ofNullable(responder).filter(known -> known.isOf(der));
    }

    /**
     * Whether this generation issued the certificate. A yes is remembered for its bytes; a no is
     * not, so that nobody can crowd it out.
     */
    boolean issued(ResponderCertificate found) {
        boolean issued = found.isIssuedBy(this);
        if (issued) responder = found;
        return issued;
    }

    private void reference1_3() {
        must(Arrays.equals(fields.issuer(), fields.subject()), "subject: not the issuer");
        must(basicConstraints(), "basicConstraints: not a CA");
        int usage =
                fields.extensions()
                        .mustRead(Oid.KEY_USAGE, "keyUsage", in -> in.namedBits("keyUsage"));
        must(usage == CERT_SIGN_AND_CRL_SIGN, "keyUsage: not keyCertSign and cRLSign");
        must(
                Arrays.equals(subjectKeyId, fields.key().rfc5280_4_2_1_2_method1()),
                "subjectKeyIdentifier: not the SHA-1 of the key");
        must(fields.signatureVerifies(fields.key()), "signature: does not verify");
    }

    private boolean basicConstraints() {
        return fields.extensions()
                .mustRead(
                        Oid.BASIC_CONSTRAINTS,
                        "basicConstraints",
                        in -> {
                            DerReader constraints = in.sequence("basicConstraints");
                            boolean ca = constraints.bool("cA");
                            constraints.mustEnd("basicConstraints");
                            return ca;
                        });
    }

    private static void must(boolean holds, String reason) {
        if (!holds) {
            throw new DerFault(reason);
        }
    }

    public byte[] der() {
        return fields.der().clone();
    }

    public CaKind kind() {
        return identity.kind();
    }

    public Hierarchy hierarchy() {
        return identity.hierarchy();
    }

    public CertificateSerial serial() {
        return fields.serial();
    }

    public Validity validity() {
        return fields.validity();
    }

    public Instant notBefore() {
        return fields.validity().notBefore();
    }

    public Instant notAfter() {
        return fields.validity().notAfter();
    }

    /** RSA-2048, or P-384 in the next generation. */
    public PublicKey publicKey() {
        return fields.key().key();
    }

    /** SHA-1 of the subjectPublicKey, 20 bytes. */
    public byte[] subjectKeyId() {
        return subjectKeyId.clone();
    }

    /** The CA's name in DER; the same for all its generations. */
    public byte[] nameDer() {
        return fields.subject().clone();
    }

    /** Digest of {@link #nameDer()}, as the CertID of OCSP has it (RFC 6960 4.1.1). */
    public byte[] issuerNameHash(HashAlgorithm algorithm) {
        return hash(nameHashes, algorithm).clone();
    }

    /** Digest of the subjectPublicKey, as the CertID of OCSP has it (RFC 6960 4.1.1). */
    public byte[] issuerKeyHash(HashAlgorithm algorithm) {
        return hash(keyHashes, algorithm).clone();
    }

    boolean isNamedBy(HashAlgorithm algorithm, byte[] nameHash, byte[] keyHash) {
        return Arrays.equals(hash(keyHashes, algorithm), keyHash)
                && Arrays.equals(hash(nameHashes, algorithm), nameHash);
    }

    private static byte[] hash(Map<HashAlgorithm, byte[]> hashes, HashAlgorithm algorithm) {
        return Objects.requireNonNull(hashes.get(algorithm));
    }

    /** The JDK's view of the same bytes. */
    public X509Certificate x509() {
        try {
            return JdkView.of(fields.der());
        } catch (DerFault fault) {
            throw new CaCertificateMalformed(fault.reason());
        }
    }

    Names.CaIdentity identity() {
        return identity;
    }

    SubjectKey key() {
        return fields.key();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CaCertificate that && fields.sameBytes(that.fields);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(fields.signature());
    }

    @Override
    public String toString() {
        return "CaCertificate[" + kind() + ", " + hierarchy() + ", serial " + serial() + "]";
    }
}
