package org.openmyna.trust.verifier;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openmyna.trust.profile.CertificateMalformed;
import org.openmyna.trust.profile.JpkiCertificate;

/**
 * A certificate as it was handed in, read by two parsers that share no code: the profile's strict
 * one, whose word counts, and the JDK's, which shows the rest (all usage bits, basicConstraints).
 */
record HandedIn(
        JpkiCertificate certificate, X509Certificate x509, String keyId, String fingerprint) {
    /** Every extension of the profile; a critical one outside this set is refused. */
    private static final Set<String> UNDERSTOOD =
            Set.of(
                    "2.5.29.14",
                    "2.5.29.15",
                    "2.5.29.17",
                    "2.5.29.18",
                    "2.5.29.19",
                    "2.5.29.31",
                    "2.5.29.32",
                    "2.5.29.35",
                    "2.5.29.37",
                    "1.3.6.1.5.5.7.1.1");

    private static final String FRESHEST_CRL = "2.5.29.46";

    static HandedIn read(byte[] der, Pinned pinned, Trail trail) {
        try {
            JpkiCertificate certificate = JpkiCertificate.parse(der);
            String keyId = HexFormat.of().formatHex(certificate.authorityKeyId());
            return new HandedIn(certificate, certificate.x509(), keyId, Sha256.hexOf(der));
        } catch (CertificateMalformed malformed) {
            throw diagnosis(der, malformed, pinned, trail);
        }
    }

    /**
     * The strict parser said no, and that stands. Where another parser can still read the bytes,
     * the refusal says more exactly what is wrong with them.
     */
    private static Trail.Ended diagnosis(
            byte[] der, CertificateMalformed malformed, Pinned pinned, Trail trail) {
        return lenient(der)
                .flatMap(x509 -> nameable(x509, pinned, trail))
                .orElseGet(() ->
                        trail.failed(
                                VerifierCheck.STRICT_DER,
                                VerifierError.CERTIFICATE_MALFORMED,
                                Map.of("what", String.valueOf(malformed.details().get("reason")))));
    }

    private static Optional<Trail.Ended> nameable(
            X509Certificate x509, Pinned pinned, Trail trail) {
        if (!pinned.knows(x509.getIssuerX500Principal()))
            return Optional.of(
                    trail.failed(VerifierCheck.ISSUER_KEY, VerifierError.ISSUER_UNKNOWN, Map.of()));
        if (isAuthority(x509))
            return Optional.of(
                    trail.failed(
                            VerifierCheck.NOT_AN_AUTHORITY,
                            VerifierError.CERTIFICATE_IS_AN_AUTHORITY,
                            Map.of()));
        Set<String> unknown = unknownCritical(x509);
        if (!unknown.isEmpty())
            return Optional.of(
                    trail.failed(
                            VerifierCheck.CRITICAL_EXTENSIONS,
                            VerifierError.CRITICAL_EXTENSION_UNKNOWN,
                            Map.of("oid", String.join(", ", unknown))));
        if (!SignatureScheme.isKnown(x509.getSigAlgOID()))
            return Optional.of(
                    trail.failed(
                            VerifierCheck.KEY,
                            VerifierError.ALGORITHM_UNSUITABLE,
                            Map.of("algorithm", x509.getSigAlgName())));
        String weakness = SignatureScheme.weaknessOf(x509.getPublicKey());
        if (!weakness.isEmpty())
            return Optional.of(
                    trail.failed(
                            VerifierCheck.KEY,
                            VerifierError.KEY_UNSUITABLE,
                            Map.of("what", weakness)));
        return Optional.empty();
    }

    private static Optional<X509Certificate> lenient(byte[] der) {
        try {
            return Optional.of(
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException unreadable) {
            return Optional.empty();
        }
    }

    boolean isAuthority() {
        return isAuthority(x509);
    }

    Set<String> unknownCritical() {
        return unknownCritical(x509);
    }

    /** Whether lists of changes (delta CRL, RFC 5280 4.2.1.15) tell more than the complete list. */
    boolean namesDeltaList() {
        return x509.getExtensionValue(FRESHEST_CRL) != null;
    }

    /** keyUsage as the bits that are set, {@code digitalSignature} being bit 0; empty if absent. */
    Set<Integer> usageBits() {
        boolean[] bits = x509.getKeyUsage();
        Set<Integer> set = new TreeSet<>();
        for (int bit = 0; bits != null && bit < bits.length; bit++) if (bits[bit]) set.add(bit);
        return set;
    }

    /** tbsCertificate: the very bytes that were handed in. */
    byte[] signedBytes() {
        try {
            return x509.getTBSCertificate();
        } catch (CertificateEncodingException neverAfterParsing) {
            throw new IllegalStateException(neverAfterParsing);
        }
    }

    /** signatureAlgorithm, the same outside and inside. */
    String algorithmOid() {
        return x509.getSigAlgOID();
    }

    byte[] issuerSignature() {
        return x509.getSignature();
    }

    private static boolean isAuthority(X509Certificate x509) {
        boolean[] bits = x509.getKeyUsage();
        boolean signsCertificates = bits != null && bits.length > 5 && (bits[5] || bits[6]);
        return x509.getBasicConstraints() >= 0 || signsCertificates;
    }

    private static Set<String> unknownCritical(X509Certificate x509) {
        Set<String> critical = x509.getCriticalExtensionOIDs();
        Set<String> unknown = critical == null ? new TreeSet<>() : new TreeSet<>(critical);
        unknown.removeAll(UNDERSTOOD);
        return unknown;
    }
}
