package org.openmyna.card.protocol;

import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/**
 * Form input 0006, 269 bytes: {@code A1} with the public key under which a client sends the seed of
 * a session key. Signed by nobody: a card in the middle could put its own key here.
 *
 * @param publicKey RSA-2048 with the exponent 65,537
 */
public record SessionPublicKeyFile(RSAPublicKey publicKey) {
    private static final CardFile FILE = FormInputFile.SESSION_PUBLIC_KEY;
    private static final int TAG = 0xA1;

    /**
     * @throws CardFileMalformed if the key is of another kind
     */
    public SessionPublicKeyFile {
        CvPublicKey.check(FILE.label(), publicKey);
    }

    /**
     * @param file what follows the outer element is filler
     * @throws CardFileMalformed if it holds no such key
     */
    public static SessionPublicKeyFile decode(byte[] file) {
        byte[] key = TlvReader.tolerant(FILE.label(), file).value(TAG, CvPublicKey.LENGTH);
        return new SessionPublicKeyFile(CvPublicKey.decode(FILE.label(), key));
    }

    /** The 269 bytes of the file. */
    public byte[] encode() {
        return new TlvWriter(FILE.label()).element(TAG, CvPublicKey.encode(publicKey)).bytes();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionPublicKeyFile that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }

    /** A key tells cards apart: it is not shown. */
    @Override
    public String toString() {
        return "SessionPublicKeyFile[hidden]";
    }
}
