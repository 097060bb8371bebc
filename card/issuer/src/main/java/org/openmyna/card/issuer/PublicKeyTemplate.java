package org.openmyna.card.issuer;

import java.nio.ByteBuffer;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import org.openmyna.card.protocol.CardFileMalformed;
import org.openmyna.card.protocol.CvPublicKey;

/**
 * What GENERATE ASYMMETRIC KEY PAIR answers (ISO/IEC 7816-8:2021, 5.1): {@code 7F49 82 0109}, the
 * modulus in {@code 81}, the exponent in {@code 82}. Files have the same key the other way round.
 */
final class PublicKeyTemplate {
    private static final byte[] HEAD = HexFormat.of().parseHex("7F4982010981820100");
    private static final byte[] TAIL = HexFormat.of().parseHex("8203010001");
    private static final byte[] FILE_HEAD = HexFormat.of().parseHex("900301000191820100");
    private static final int MODULUS = 256;

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
        ByteBuffer inFile = ByteBuffer.allocate(CvPublicKey.LENGTH).put(FILE_HEAD);
        try {
            return CvPublicKey.decode(inFile.put(template, HEAD.length, MODULUS).array());
        } catch (CardFileMalformed noKey) {
            throw new CardNotAsWritten("the public key");
        }
    }
}
