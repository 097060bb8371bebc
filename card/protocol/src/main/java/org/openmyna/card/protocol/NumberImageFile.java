package org.openmyna.card.protocol;

import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/**
 * Card face 0005, the My Number as an image: {@code FF40} with a PNG of one bit, the card's public
 * key for internal authentication, and the issuer's signature over both.
 *
 * @param image PNG, 72 × 12 pixels on the cards seen; any bytes, not looked at here
 * @param publicKey RSA-2048 with the exponent 65,537
 * @param signature 256 bytes
 * @param forms how the file writes its lengths
 */
public record NumberImageFile(
        byte[] image, RSAPublicKey publicKey, byte[] signature, LengthForms forms)
        implements SignedFile {
    private static final CardFile FILE = CardFaceFile.NUMBER_IMAGE;
    private static final int TAG = 0xFF40;
    private static final int IMAGE_TAG = 0xDF41;
    private static final int KEY_TAG = 0xDF42;
    private static final int SIGNATURE_TAG = 0xDF43;

    /**
     * @throws CardFileMalformed if key or signature are of another kind, or the file would be
     *     longer than 65,535 bytes
     */
    public NumberImageFile {
        image = image.clone();
        signature = CvSignature.checked(FILE.label(), signature);
        file(content(image, publicKey, forms), signature, forms);
    }

    /** With lengths as short as possible. */
    public NumberImageFile(byte[] image, RSAPublicKey publicKey, byte[] signature) {
        this(image, publicKey, signature, LengthForms.SHORTEST);
    }

    /** A new file, signed by the issuer. */
    public static NumberImageFile signed(byte[] image, RSAPublicKey publicKey, CvSigner issuer) {
        byte[] content = content(image, publicKey, LengthForms.SHORTEST);
        return new NumberImageFile(image, publicKey, issuer.sign(CvSignature.digestInfo(content)));
    }

    /**
     * @param file what follows the outer element is filler
     * @throws CardFileMalformed if it is no such file
     */
    public static NumberImageFile decode(byte[] file) {
        var reader = TlvReader.tolerant(FILE.label(), file).enter(TAG);
        byte[] image = reader.value(IMAGE_TAG);
        byte[] key = reader.value(KEY_TAG, CvPublicKey.LENGTH);
        byte[] signature = reader.value(SIGNATURE_TAG, CvSignature.LENGTH);
        reader.end();
        return new NumberImageFile(
                image, CvPublicKey.decode(FILE.label(), key), signature, reader.forms());
    }

    /** The elements without filler. */
    public byte[] encode() {
        return file(signedContent(), signature, forms);
    }

    /** Image and key with tags and lengths. */
    @Override
    public byte[] signedContent() {
        return content(image, publicKey, forms);
    }

    /** A copy. */
    @Override
    public byte[] image() {
        return image.clone();
    }

    /** A copy. */
    @Override
    public byte[] signature() {
        return signature.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumberImageFile that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }

    /** Never shows the number. */
    @Override
    public String toString() {
        return "NumberImageFile[hidden]";
    }

    private static byte[] content(byte[] image, RSAPublicKey publicKey, LengthForms forms) {
        return new TlvWriter(FILE.label())
                .element(IMAGE_TAG, image, forms.of(1))
                .element(KEY_TAG, CvPublicKey.encode(publicKey), forms.of(2))
                .bytes();
    }

    private static byte[] file(byte[] content, byte[] signature, LengthForms forms) {
        return new TlvWriter(FILE.label())
                .octets(content)
                .element(SIGNATURE_TAG, signature, forms.of(3))
                .within(TAG, forms.of(0));
    }
}
