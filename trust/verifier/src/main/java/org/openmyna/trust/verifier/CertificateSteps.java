package org.openmyna.trust.verifier;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertifiedFourItems;
import org.openmyna.trust.profile.JpkiCertificate;

/**
 * The steps of the JPKI reference 5.2 for one certificate, for one verification; the number of each
 * step leads its name. A step adds to the evidence or ends the verification.
 */
final class CertificateSteps {
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";

    private final Pinned pinned;
    private final Signatures signatures;
    private final Trail trail;
    private final Instant time;
    private final StatusSteps status;

    /**
     * @param time for which validity and status are judged
     */
    CertificateSteps(
            Pinned pinned,
            Signatures signatures,
            StatusSource source,
            Freshness freshness,
            Trail trail,
            Instant time) {
        this.pinned = pinned;
        this.signatures = signatures;
        this.trail = trail;
        this.time = time;
        this.status = new StatusSteps(source, freshness, trail, time);
    }

    /**
     * What all steps together proved.
     *
     * @param status what step 6 rests on
     */
    record Proof(HandedIn leaf, Generation issuer, SignedContent content, StatusData status) {}

    /**
     * All steps in their order.
     *
     * @param content what was signed, under the digest that the scheme of the key asks for
     */
    Proof prove(
            byte[] der,
            CaKind kind,
            Function<SignatureScheme, SignedContent> content,
            byte[] signature) {
        HandedIn leaf = step2_strictDer(der);
        step2_notAnAuthority(leaf);
        step2_kind(leaf, kind);
        step5_hierarchy(leaf);
        step2_keyUsage(leaf);
        SignatureScheme scheme = step2_key(leaf);
        step5_criticalExtensions(leaf);
        step5_policy(leaf);
        SignedContent signed = content.apply(scheme);
        step3_signature(leaf, scheme, signed, signature);
        List<Generation> sameKey = step4_issuerKey(leaf);
        Generation issuer = step4_issuerName(leaf, sameKey);
        step4_algorithm(leaf, scheme, issuer);
        step4_issuerSignature(leaf, issuer);
        step4_validity(leaf);
        step4_authorityValidity(issuer);
        StatusData data = status.step6_notRevoked(leaf, issuer);
        return new Proof(leaf, issuer, signed, data);
    }

    HandedIn step2_strictDer(byte[] der) {
        HandedIn leaf = HandedIn.read(der, pinned, trail);
        JpkiCertificate certificate = leaf.certificate();
        trail.passed(
                VerifierCheck.STRICT_DER,
                Map.of(
                        "serial", certificate.serial().toString(),
                        "sha256", leaf.fingerprint(),
                        "bytes", Integer.toString(der.length)));
        return leaf;
    }

    void step2_notAnAuthority(HandedIn leaf) {
        trail.require(
                VerifierCheck.NOT_AN_AUTHORITY,
                !leaf.isAuthority(),
                VerifierError.CERTIFICATE_IS_AN_AUTHORITY,
                Map.of());
        trail.passed(VerifierCheck.NOT_AN_AUTHORITY, Map.of());
    }

    /** A certificate of the other kind gets its own sentence, whatever else is wrong with it. */
    void step2_kind(HandedIn leaf, CaKind wanted) {
        VerifierError wrong =
                switch (wanted) {
                    case SIGNATURE -> VerifierError.LOGIN_CERTIFICATE_FOR_SIGNATURE;
                    case USER_AUTHENTICATION -> VerifierError.SIGNATURE_CERTIFICATE_FOR_LOGIN;
                };
        trail.require(VerifierCheck.KIND, leaf.certificate().kind() == wanted, wrong, Map.of());
        trail.passed(VerifierCheck.KIND, Map.of("kind", wanted.name()));
    }

    void step5_hierarchy(HandedIn leaf) {
        String hierarchy = leaf.certificate().hierarchy().name();
        VerifierError wrong =
                switch (pinned.mode()) {
                    case PRODUCTION -> VerifierError.CERTIFICATE_OF_TEST_HIERARCHY;
                    case TEST -> VerifierError.ISSUER_UNKNOWN;
                };
        boolean same = leaf.certificate().hierarchy() == pinned.hierarchy();
        trail.require(VerifierCheck.HIERARCHY, same, wrong, Map.of("hierarchy", hierarchy));
        trail.passed(VerifierCheck.HIERARCHY, Map.of("hierarchy", hierarchy));
    }

    /** The bits and purposes of the profile, no more and no fewer (2.1, 2.2). */
    void step2_keyUsage(HandedIn leaf) {
        boolean signs = leaf.certificate().kind() == CaKind.SIGNATURE;
        Set<Integer> bits =
                signs ? Set.of(DIGITAL_SIGNATURE, NON_REPUDIATION) : Set.of(DIGITAL_SIGNATURE);
        List<String> purposes = signs ? List.of() : List.of(CLIENT_AUTH);
        Map<String, String> found =
                Map.of(
                        "what",
                        "keyUsage "
                                + leaf.usageBits()
                                + ", extKeyUsage "
                                + leaf.certificate().extendedKeyUsages());
        boolean fits =
                leaf.usageBits().equals(bits)
                        && leaf.certificate().extendedKeyUsages().equals(purposes);
        trail.require(VerifierCheck.KEY_USAGE, fits, VerifierError.KEY_USAGE_WRONG, found);
        trail.passed(VerifierCheck.KEY_USAGE, found);
    }

    /** RSA-2048, or P-384; which of them is right is for the generation to say (step 4). */
    SignatureScheme step2_key(HandedIn leaf) {
        PublicKey key = leaf.certificate().publicKey();
        SignatureScheme scheme =
                SignatureScheme.of(key)
                        .orElseThrow(() ->
                                trail.failed(
                                        VerifierCheck.KEY,
                                        VerifierError.KEY_UNSUITABLE,
                                        Map.of("what", SignatureScheme.weaknessOf(key))));
        trail.passed(VerifierCheck.KEY, Map.of("scheme", scheme.name()));
        return scheme;
    }

    void step5_criticalExtensions(HandedIn leaf) {
        Set<String> unknown = leaf.unknownCritical();
        trail.require(
                VerifierCheck.CRITICAL_EXTENSIONS,
                unknown.isEmpty(),
                VerifierError.CRITICAL_EXTENSION_UNKNOWN,
                Map.of("oid", String.join(", ", unknown)));
        trail.passed(VerifierCheck.CRITICAL_EXTENSIONS, Map.of());
    }

    /** Exactly the one policy of kind and hierarchy, card or phone; anyPolicy is none of them. */
    void step5_policy(HandedIn leaf) {
        List<String> policies = leaf.certificate().policies();
        Map<String, String> found = Map.of("policies", String.join(", ", policies));
        trail.require(
                VerifierCheck.POLICY, !policies.isEmpty(), VerifierError.POLICY_MISSING, found);
        trail.require(
                VerifierCheck.POLICY,
                leaf.certificate().medium().isPresent(),
                VerifierError.POLICY_WRONG,
                found);
        trail.passed(VerifierCheck.POLICY, found);
    }

    void step3_signature(
            HandedIn leaf, SignatureScheme scheme, SignedContent content, byte[] signature) {
        String digest = content.algorithm().algorithm();
        trail.require(
                VerifierCheck.SIGNATURE,
                scheme.signs(content.algorithm()),
                VerifierError.ALGORITHM_UNSUITABLE,
                Map.of("algorithm", digest));
        switch (signatures.outcome(leaf.certificate().publicKey(), content, signature)) {
            case FITS ->
                    trail.passed(
                            VerifierCheck.SIGNATURE,
                            Map.of("scheme", scheme.name(), "digest", digest));
            case OVER_BARE_HASH ->
                    throw trail.failed(
                            VerifierCheck.SIGNATURE,
                            VerifierError.SIGNATURE_WITHOUT_DIGEST_INFO,
                            Map.of("mode", "bare hash"));
            case WRONG ->
                    throw trail.failed(
                            VerifierCheck.SIGNATURE, VerifierError.SIGNATURE_WRONG, Map.of());
        }
    }

    /** All generations of an authority have one name, so the key identifier chooses. */
    List<Generation> step4_issuerKey(HandedIn leaf) {
        List<Generation> sameKey = pinned.withKey(leaf.certificate().kind(), leaf.keyId());
        Map<String, String> wanted = Map.of("authorityKeyId", leaf.keyId());
        trail.require(
                VerifierCheck.ISSUER_KEY, !sameKey.isEmpty(), VerifierError.ISSUER_UNKNOWN, wanted);
        trail.passed(VerifierCheck.ISSUER_KEY, wanted);
        return sameKey;
    }

    /** Issuer DN, and authorityCertIssuer and serial where present, are those of the generation. */
    Generation step4_issuerName(HandedIn leaf, List<Generation> sameKey) {
        Generation issuer =
                sameKey.stream()
                        .filter(generation -> generation.names(leaf.certificate()))
                        .findFirst()
                        .orElseThrow(() ->
                                trail.failed(
                                        VerifierCheck.ISSUER_NAME,
                                        VerifierError.ISSUER_NAME_DIFFERS,
                                        Map.of()));
        trail.passed(
                VerifierCheck.ISSUER_NAME,
                Map.of(
                        "authoritySerial", issuer.ca().serial().toString(),
                        "authoritySha256", issuer.fingerprint()));
        return issuer;
    }

    /** Algorithm and key size belong to the generation: its certificates have no others. */
    void step4_algorithm(HandedIn leaf, SignatureScheme scheme, Generation issuer) {
        trail.require(
                VerifierCheck.KEY,
                scheme == issuer.scheme(),
                VerifierError.KEY_UNSUITABLE,
                Map.of("what", scheme.name()));
        trail.require(
                VerifierCheck.ISSUER_SIGNATURE,
                leaf.algorithmOid().equals(issuer.scheme().oid()),
                VerifierError.ALGORITHM_UNSUITABLE,
                Map.of("algorithm", leaf.algorithmOid()));
    }

    void step4_issuerSignature(HandedIn leaf, Generation issuer) {
        trail.require(
                VerifierCheck.ISSUER_SIGNATURE,
                issuer.certified(leaf, signatures),
                VerifierError.ISSUER_SIGNATURE_WRONG,
                Map.of());
        trail.passed(VerifierCheck.ISSUER_SIGNATURE, Map.of("scheme", issuer.scheme().name()));
    }

    /** Both ends are inside, and notAfter means the whole of its second (RFC 5280 4.1.2.5). */
    void step4_validity(HandedIn leaf) {
        Map<String, String> dates =
                Map.of(
                        "notBefore", leaf.certificate().notBefore().toString(),
                        "notAfter", leaf.certificate().notAfter().toString(),
                        "time", time.toString());
        trail.require(
                VerifierCheck.VALIDITY,
                !time.isBefore(leaf.certificate().notBefore()),
                VerifierError.CERTIFICATE_NOT_YET_VALID,
                dates);
        trail.require(
                VerifierCheck.VALIDITY,
                leaf.certificate().validity().includes(time),
                VerifierError.CERTIFICATE_EXPIRED,
                dates);
        trail.passed(VerifierCheck.VALIDITY, dates);
    }

    void step4_authorityValidity(Generation issuer) {
        Map<String, String> dates =
                Map.of(
                        "notBefore", issuer.ca().notBefore().toString(),
                        "notAfter", issuer.ca().notAfter().toString(),
                        "at", time.toString());
        trail.require(
                VerifierCheck.AUTHORITY_VALIDITY,
                issuer.includes(time),
                VerifierError.AUTHORITY_NOT_VALID_THEN,
                dates);
        trail.passed(VerifierCheck.AUTHORITY_VALIDITY, dates);
    }

    CertifiedFourItems step7_fourItems(HandedIn leaf) {
        CertifiedFourItems items =
                leaf.certificate()
                        .fourItems()
                        .orElseThrow(() ->
                                trail.failed(
                                        VerifierCheck.FOUR_ITEMS,
                                        VerifierError.FOUR_ITEMS_UNREADABLE,
                                        Map.of("what", "none")));
        boolean substitutes = items.nameFlags().contains("1") || items.addressFlags().contains("1");
        trail.passed(
                VerifierCheck.FOUR_ITEMS, Map.of("substitutes", Boolean.toString(substitutes)));
        return items;
    }
}
