package org.openmyna.trust.profile;

import java.net.URI;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openmyna.trust.profile.Names.Attribute;

/**
 * A person's certificate: 署名用電子証明書 or 利用者証明用電子証明書. Reading it proves its shape and nothing more;
 * signature, time, policy and status are for the verifier.
 */
public final class JpkiCertificate {
    /** A certificate of the profile with a 200-character address stays below 4,096 bytes. */
    private static final int MAX_BYTES = 8_192;

    private final CertificateFields fields;
    private final Names.CaIdentity issuedBy;
    private final EndEntityExtensions extensions;
    private final List<Attribute> subject;

    private JpkiCertificate(CertificateFields fields) {
        this.fields = fields;
        this.issuedBy = fields.issuedBy();
        this.extensions = EndEntityExtensions.read(issuedBy, fields.extensions());
        this.subject = Names.read(fields.subject(), "subject");
        if (subject.isEmpty() || !subject.getLast().oid().equals(Oid.COMMON_NAME)) {
            throw new DerFault("subject: no common name at its end");
        }
    }

    /**
     * Reads a certificate.
     *
     * @param der at most 8,192 bytes of strict DER: version 3, RSA-2048 with e = 65537 or P-384,
     *     sha256WithRSAEncryption or ecdsa-with-SHA384, the name of a JPKI CA as issuer, no unknown
     *     critical extension; which of them the issuer uses is for its generation to say
     * @throws CertificateMalformed for anything else
     */
    public static JpkiCertificate parse(byte[] der) {
        try {
            return new JpkiCertificate(CertificateFields.rfc5280_4_1(der, MAX_BYTES));
        } catch (DerFault fault) {
            throw new CertificateMalformed(fault.reason());
        }
    }

    public byte[] der() {
        return fields.der().clone();
    }

    /** Which CA's name stands as issuer. */
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

    /** RSA-2048, or P-384 in the next generation. */
    public PublicKey publicKey() {
        return fields.key().key();
    }

    public byte[] issuerDer() {
        return fields.issuer().clone();
    }

    public byte[] subjectDer() {
        return fields.subject().clone();
    }

    /** The CN: opaque in a user-authentication certificate, time and counter in the other. */
    public String commonName() {
        return subject.getLast().value();
    }

    /** keyIdentifier of the authorityKeyIdentifier: tells the generations of a CA apart. */
    public byte[] authorityKeyId() {
        return extensions.authorityKeyId().keyId().clone();
    }

    /** authorityCertSerialNumber, where it is written. */
    public Optional<CertificateSerial> authorityCertificateSerial() {
        return extensions.authorityKeyId().serial();
    }

    public byte[] subjectKeyId() {
        return extensions.subjectKeyId().clone();
    }

    public boolean hasDigitalSignatureUsage() {
        return (extensions.keyUsage() & EndEntityExtensions.DIGITAL_SIGNATURE) != 0;
    }

    public boolean hasNonRepudiationUsage() {
        return (extensions.keyUsage() & EndEntityExtensions.NON_REPUDIATION) != 0;
    }

    /** Dotted identifiers of extKeyUsage; empty when it is absent. */
    public List<String> extendedKeyUsages() {
        return extensions.extendedKeyUsages();
    }

    /** Dotted identifiers of certificatePolicies; empty when it is absent. */
    public List<String> policies() {
        return extensions.policies();
    }

    /** Whether the one policy is that of a card's certificate of this kind and hierarchy (2.5). */
    public boolean hasCardPolicy() {
        return medium().equals(Optional.of(CertificateMedium.CARD));
    }

    /**
     * What carries the certificate, as the one policy tells for this kind and hierarchy (2.5);
     * empty when the policy is a foreign one, or not the only one.
     */
    public Optional<CertificateMedium> medium() {
        return extensions.medium(issuedBy);
    }

    public Optional<URI> cps() {
        return extensions.cps();
    }

    /** Only user-authentication certificates name their OCSP service. */
    public Optional<URI> ocsp() {
        return extensions.ocsp();
    }

    public Optional<DistributionPoint> distributionPoint() {
        return extensions.distributionPoint();
    }

    /** Only signature certificates carry them. */
    public Optional<CertifiedFourItems> fourItems() {
        return extensions.fourItems();
    }

    /**
     * Whether this key generation issued the certificate: name, key identifier, serial and
     * signature all agree.
     */
    public boolean isIssuedBy(CaCertificate ca) {
        return namesAsIssuer(ca) && fields.signatureVerifies(ca.key());
    }

    /** As {@link #isIssuedBy}, without the signature: enough to choose among generations. */
    public boolean namesAsIssuer(CaCertificate ca) {
        AuthorityKeyId aki = extensions.authorityKeyId();
        return Arrays.equals(fields.issuer(), ca.nameDer())
                && Arrays.equals(aki.keyId(), ca.subjectKeyId())
                && aki.names(ca.nameDer(), ca.serial());
    }

    /**
     * What differs from the profile, in the words of the reference; a foreign policy is compared
     * with that of a card. Empty for every certificate that {@link JpkiProfile} builds.
     */
    public List<String> departures() {
        return Departures.of(issuedBy, fields, extensions, subject);
    }

    /** The JDK's view of the same bytes. */
    public X509Certificate x509() {
        try {
            return JdkView.of(fields.der());
        } catch (DerFault fault) {
            throw new CertificateMalformed(fault.reason());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JpkiCertificate that && fields.sameBytes(that.fields);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(fields.signature());
    }

    @Override
    public String toString() {
        return "JpkiCertificate[" + kind() + ", " + hierarchy() + ", serial " + serial() + "]";
    }
}
