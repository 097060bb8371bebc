package org.openmyna.card.protocol;

import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/**
 * Form input 0007, 536 bytes: {@code FF50} with the public key of the card's key for internal
 * authentication 内部認証 and the issuer's signature over it.
 *
 * @param publicKey RSA-2048 with the exponent 65,537
 * @param signature 256 bytes
 */
public record AuthenticationPublicKeyFile(RSAPublicKey publicKey, byte[] signature)
        implements SignedFile {
    private static final CardFile FILE = FormInputFile.AUTHENTICATION_PUBLIC_KEY;
    private static final int TAG = 0xFF50;
    private static final int KEY_TAG = 0xDF51;
    private static final int SIGNATURE_TAG = 0xDF52;

    /**
     * @throws CardFileMalformed if key or signature are of another kind
     */
    public AuthenticationPublicKeyFile {
        CvPublicKey.check(FILE.label(), publicKey);
        signature = CvSignature.checked(FILE.label(), signature);
    }

    /** A new file, signed by the issuer. */
    public static AuthenticationPublicKeyFile signed(RSAPublicKey publicKey, CvSigner issuer) {
        return new AuthenticationPublicKeyFile(
                publicKey, issuer.sign(CvSignature.digestInfo(content(publicKey))));
    }

    /**
     * @param file what follows the outer element is filler
     * @throws CardFileMalformed if it is no such file
     */
    public static AuthenticationPublicKeyFile decode(byte[] file) {
        var reader = TlvReader.strict(FILE.label(), file).enter(TAG);
        byte[] key = reader.value(KEY_TAG, CvPublicKey.LENGTH);
        byte[] signature = reader.value(SIGNATURE_TAG, CvSignature.LENGTH);
        reader.end();
        return new AuthenticationPublicKeyFile(CvPublicKey.decode(FILE.label(), key), signature);
    }

    /** The 536 bytes of the file. */
    public byte[] encode() {
        return new TlvWriter(FILE.label())
                .octets(signedContent())
                .element(SIGNATURE_TAG, signature)
                .within(TAG);
    }

    /** The key with tag and length. */
    @Override
    public byte[] signedContent() {
        return content(publicKey);
    }

    /** A copy. */
    @Override
    public byte[] signature() {
        return signature.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuthenticationPublicKeyFile that
                && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }

    /** A key tells cards apart: it is not shown. */
    @Override
    public String toString() {
        return "AuthenticationPublicKeyFile[hidden]";
    }

    private static byte[] content(RSAPublicKey publicKey) {
        return new TlvWriter(FILE.label()).element(KEY_TAG, CvPublicKey.encode(publicKey)).bytes();
    }
}
