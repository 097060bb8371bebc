package org.openmyna.card.protocol;

import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/**
 * Card face 0001, the age record, 547 bytes: {@code FF10 82 021E} with birth date 生年月日, the card's
 * public key for internal authentication, and the issuer's signature over both.
 *
 * @param publicKey RSA-2048 with the exponent 65,537
 * @param signature 256 bytes
 */
public record AgeRecord(CardDate birthDate, RSAPublicKey publicKey, byte[] signature)
        implements SignedFile {
    private static final CardFile FILE = CardFaceFile.AGE_RECORD;
    private static final int TAG = 0xFF10;
    private static final int BIRTH_DATE_TAG = 0xDF11;
    private static final int KEY_TAG = 0xDF12;
    private static final int SIGNATURE_TAG = 0xDF13;

    /**
     * @throws CardFileMalformed if key or signature are of another kind
     */
    public AgeRecord {
        CvPublicKey.check(FILE.label(), publicKey);
        signature = CvSignature.checked(FILE.label(), signature);
    }

    /** A new record, signed by the issuer. */
    public static AgeRecord signed(CardDate birthDate, RSAPublicKey publicKey, CvSigner issuer) {
        byte[] content = content(birthDate, publicKey);
        return new AgeRecord(birthDate, publicKey, issuer.sign(CvSignature.digestInfo(content)));
    }

    /**
     * @param file what follows the outer element is filler
     * @throws CardFileMalformed if it is no such record
     */
    public static AgeRecord decode(byte[] file) {
        var reader = TlvReader.strict(FILE.label(), file).enter(TAG);
        CardDate birthDate = CardDate.decode(FILE.label(), reader.value(BIRTH_DATE_TAG, 8));
        byte[] key = reader.value(KEY_TAG, CvPublicKey.LENGTH);
        byte[] signature = reader.value(SIGNATURE_TAG, CvSignature.LENGTH);
        reader.end();
        return new AgeRecord(birthDate, CvPublicKey.decode(FILE.label(), key), signature);
    }

    /** The 547 bytes of the record. */
    public byte[] encode() {
        return new TlvWriter(FILE.label())
                .octets(signedContent())
                .element(SIGNATURE_TAG, signature)
                .within(TAG);
    }

    /** Birth date and key with tags and lengths. */
    @Override
    public byte[] signedContent() {
        return content(birthDate, publicKey);
    }

    /** A copy. */
    @Override
    public byte[] signature() {
        return signature.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AgeRecord that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }

    /** Never shows the person. */
    @Override
    public String toString() {
        return "AgeRecord[hidden]";
    }

    private static byte[] content(CardDate birthDate, RSAPublicKey publicKey) {
        return new TlvWriter(FILE.label())
                .element(BIRTH_DATE_TAG, birthDate.encode())
                .element(KEY_TAG, CvPublicKey.encode(publicKey))
                .bytes();
    }
}
