package org.openmyna.trust.verifier;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * With what a generation of an authority and its certificates sign. It belongs to the generation,
 * whose own key tells which: nothing else of the verifier changes with the next one.
 */
enum SignatureScheme {
    /** The generations in use; a card signs contents under any digest that the profile has. */
    RSA_2048_SHA_256(
            "1.2.840.113549.1.1.11", ContentDigest.SHA_256, EnumSet.allOf(ContentDigest.class)),
    /** The next generation (JPKI reference 1.5). */
    ECDSA_P384_SHA_384(
            "1.2.840.10045.4.3.3", ContentDigest.SHA_384, EnumSet.of(ContentDigest.SHA_384));

    private static final int RSA_BITS = 2048;
    private static final int CURVE_BITS = 384;
    private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(65_537);

    private final String oid;
    private final ContentDigest own;
    private final Set<ContentDigest> contents;

    SignatureScheme(String oid, ContentDigest own, Set<ContentDigest> contents) {
        this.oid = oid;
        this.own = own;
        this.contents = contents;
    }

    /** Signature algorithm of certificates and lists. */
    String oid() {
        return oid;
    }

    /** The digest of certificates, and of the challenges that a card answers. */
    ContentDigest own() {
        return own;
    }

    boolean signs(ContentDigest digest) {
        return contents.contains(digest);
    }

    static boolean isKnown(String oid) {
        return Arrays.stream(values()).anyMatch(scheme -> scheme.oid.equals(oid));
    }

    /** The scheme of a key that is strong enough for it. */
    static Optional<SignatureScheme> of(PublicKey key) {
        if (!weaknessOf(key).isEmpty()) return Optional.empty();
        return Optional.of(key instanceof RSAPublicKey ? RSA_2048_SHA_256 : ECDSA_P384_SHA_384);
    }

    /** What is wrong with a holder's key, or nothing. */
    static String weaknessOf(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> weaknessOf(rsa);
            case ECPublicKey ec when ec.getParams().getOrder().bitLength() == CURVE_BITS -> "";
            case ECPublicKey ec -> "EC-" + ec.getParams().getOrder().bitLength();
            default -> key.getAlgorithm();
        };
    }

    private static String weaknessOf(RSAPublicKey key) {
        BigInteger exponent = key.getPublicExponent();
        if (key.getModulus().bitLength() != RSA_BITS) return "RSA-" + key.getModulus().bitLength();
        if (exponent.compareTo(LEAST_EXPONENT) < 0 || !exponent.testBit(0))
            return "e = " + exponent;
        return "";
    }
}
