package org.openmyna.card.issuer;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What GENERATE ASYMMETRIC KEY PAIR answers (ISO/IEC 7816-8:2021, 5.1): {@code 7F49 82 0109}, the
 * modulus in {@code 81}, the exponent in {@code 82}.
 */
final class PublicKeyTemplate {
    private static final byte[] HEAD = HexFormat.of().parseHex("7F4982010981820100");
    private static final byte[] TAIL = HexFormat.of().parseHex("8203010001");
    private static final int MODULUS = 256;
    private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);

    private PublicKeyTemplate() {}

    /**
     * @throws CardNotAsWritten if it is another shape
     */
    static RSAPublicKey parse(byte[] template) {
        int end = HEAD.length + MODULUS;
        if (template.length != end + TAIL.length
                || !Arrays.equals(HEAD, Arrays.copyOf(template, HEAD.length))
                || !Arrays.equals(TAIL, Arrays.copyOfRange(template, end, template.length))) {
            throw new CardNotAsWritten("the public key");
        }
        var modulus = new BigInteger(1, Arrays.copyOfRange(template, HEAD.length, end));
        try {
            return (RSAPublicKey)
                    KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(modulus, EXPONENT));
        } catch (GeneralSecurityException noKey) {
            throw new CardNotAsWritten("the public key");
        }
    }
}
