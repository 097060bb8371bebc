package org.openmyna.trust.profile;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The certificate of a delegated OCSP responder (RFC 6960 4.2.2.2), in the form of our choice
 * (reference 3.3): of one key generation, for id-kp-OCSPSigning alone, with id-pkix-ocsp-nocheck
 * and therefore for at most 90 days.
 */
public final class ResponderCertificate {
    /** How long one may be valid. */
    public static final Duration LONGEST = Duration.ofDays(90);

    private static final int MAX_BYTES = 8_192;

    private final CertificateFields fields;
    private final Names.CaIdentity issuedBy;
    private final AuthorityKeyId authorityKeyId;

    private ResponderCertificate(CertificateFields fields) {
        this.fields = fields;
        this.issuedBy = fields.issuedBy();
        this.authorityKeyId =
                fields.extensions()
                        .mustRead(
                                Oid.AUTHORITY_KEY_ID,
                                "authorityKeyIdentifier",
                                AuthorityKeyId::read);
        reference3_3();
    }

    /**
     * Reads the certificate of a responder. Signature and time are for {@link #isIssuedBy} and the
     * caller.
     *
     * @param der at most 8,192 bytes of strict DER, with exactly the extensions of the profile
     * @throws ResponderCertificateMalformed for anything else
     */
    public static ResponderCertificate parse(byte[] der) {
        try {
            return new ResponderCertificate(CertificateFields.rfc5280_4_1(der, MAX_BYTES));
        } catch (DerFault fault) {
            throw new ResponderCertificateMalformed(fault.reason());
        }
    }

    private void reference3_3() {
        CertificateSerial generation =
                authorityKeyId
                        .serial()
                        .orElseThrow(() ->
                                new DerFault("authorityKeyIdentifier: without issuer and serial"));
        byte[] name = Names.der(issuedBy.responderName(generation));
        if (!Arrays.equals(fields.subject(), name)) {
            throw new DerFault("subject: not the name of a responder of its issuer");
        }
        if (lifetime(fields.validity()).compareTo(LONGEST) > 0) {
            throw new DerFault("validity: longer than " + LONGEST.toDays() + " days");
        }
        List<Extension> plan = ProfilePlan.reference3_3(fields.key(), authorityKeyId);
        List<Extension> found = fields.extensions().all();
        if (found.size() != plan.size()) {
            throw new DerFault("extensions: not those of a responder");
        }
        for (int n = 0; n < plan.size(); n++) {
            if (!plan.get(n).sameAs(found.get(n))) {
                throw new DerFault("extension " + found.get(n).oid() + ": not as for a responder");
            }
        }
    }

    private static Duration lifetime(Validity validity) {
        return Duration.between(validity.notBefore(), validity.notAfter());
    }

    /**
     * @throws ResponderLivesTooLong for more than {@link #LONGEST} (MYNA-PRF-034)
     */
    static void mustBeShort(Validity validity) {
        if (lifetime(validity).compareTo(LONGEST) > 0) {
            throw new ResponderLivesTooLong(validity, LONGEST.toDays());
        }
    }

    public byte[] der() {
        return fields.der().clone();
    }

    public CaKind kind() {
        return issuedBy.kind();
    }

    public Hierarchy hierarchy() {
        return issuedBy.hierarchy();
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

    public PublicKey publicKey() {
        return fields.key().key();
    }

    public byte[] subjectDer() {
        return fields.subject().clone();
    }

    /**
     * SHA-1 of the subjectPublicKey, 20 bytes: subjectKeyIdentifier, and byKey of a responderID.
     */
    public byte[] keyHash() {
        return fields.key().rfc5280_4_2_1_2_method1();
    }

    /** keyIdentifier of the authorityKeyIdentifier: the key generation it answers for. */
    public byte[] authorityKeyId() {
        return authorityKeyId.keyId().clone();
    }

    /**
     * Whether this key generation issued the certificate: name, key identifier, serial and
     * signature all agree (RFC 6960 4.2.2.2: the same CA, and not any one above it).
     */
    public boolean isIssuedBy(CaCertificate ca) {
        return Arrays.equals(fields.issuer(), ca.nameDer())
                && Arrays.equals(authorityKeyId.keyId(), ca.subjectKeyId())
                && authorityKeyId.names(ca.nameDer(), ca.serial())
                && fields.signatureVerifies(ca.key());
    }

    boolean isOf(byte[] der) {
        return Arrays.equals(fields.der(), der);
    }

    SubjectKey key() {
        return fields.key();
    }

    /** The JDK's view of the same bytes. */
    public X509Certificate x509() {
        try {
            return JdkView.of(fields.der());
        } catch (DerFault fault) {
            throw new ResponderCertificateMalformed(fault.reason());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResponderCertificate that && fields.sameBytes(that.fields);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(fields.signature());
    }

    @Override
    public String toString() {
        return "ResponderCertificate[" + kind() + ", " + hierarchy() + ", serial " + serial() + "]";
    }
}
