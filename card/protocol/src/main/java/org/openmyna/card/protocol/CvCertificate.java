package org.openmyna.card.protocol;

import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/**
 * Card-verifiable certificate (CV証明書), 568 bytes: {@code 7F21} with a body ({@code 5F4E}, 297
 * bytes) and a signature ({@code 5F37}). It has no date and no name but two key ids.
 *
 * @param issuer 証明者鍵ID
 * @param subject 被証明者鍵ID
 * @param publicKey RSA-2048 with the exponent 65,537
 * @param signature over the body, 256 bytes
 */
public record CvCertificate(KeyId issuer, KeyId subject, RSAPublicKey publicKey, byte[] signature)
        implements SignedFile {
    /** Length in bytes. */
    public static final int LENGTH = 568;

    /** Length of the body. */
    public static final int BODY_LENGTH = 2 * KeyId.LENGTH + CvPublicKey.LENGTH;

    private static final String FILE = "CV certificate";
    private static final int CERTIFICATE_TAG = 0x7F21;
    private static final int BODY_TAG = 0x5F4E;
    private static final int SIGNATURE_TAG = 0x5F37;

    /**
     * @throws CardFileMalformed if key or signature are of another kind
     */
    public CvCertificate {
        CvPublicKey.check(FILE, publicKey);
        signature = CvSignature.checked(FILE, signature);
    }

    /** A new certificate, signed by the authority. */
    public static CvCertificate signed(
            KeyId issuer, KeyId subject, RSAPublicKey publicKey, CvSigner authority) {
        byte[] body = body(issuer, subject, publicKey);
        return new CvCertificate(
                issuer, subject, publicKey, authority.sign(CvSignature.digestInfo(body)));
    }

    /**
     * @param file the certificate; what follows it is filler
     * @throws CardFileMalformed if it is none
     */
    public static CvCertificate decode(byte[] file) {
        var certificate = TlvReader.strict(FILE, file).enter(CERTIFICATE_TAG);
        byte[] body = certificate.value(BODY_TAG, BODY_LENGTH);
        byte[] signature = certificate.value(SIGNATURE_TAG, CvSignature.LENGTH);
        certificate.end();
        return new CvCertificate(
                KeyId.decode(FILE, Arrays.copyOf(body, KeyId.LENGTH)),
                KeyId.decode(FILE, Arrays.copyOfRange(body, KeyId.LENGTH, 2 * KeyId.LENGTH)),
                CvPublicKey.decode(FILE, Arrays.copyOfRange(body, 2 * KeyId.LENGTH, body.length)),
                signature);
    }

    /** The 568 bytes of the file. */
    public byte[] encode() {
        return new TlvWriter(FILE)
                .element(BODY_TAG, body())
                .element(SIGNATURE_TAG, signature)
                .within(CERTIFICATE_TAG);
    }

    /** What the signature covers, 297 bytes: both key ids and the public key. */
    public byte[] body() {
        return body(issuer, subject, publicKey);
    }

    @Override
    public byte[] signedContent() {
        return body();
    }

    /** A copy. */
    @Override
    public byte[] signature() {
        return signature.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CvCertificate that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }

    /** Both key ids. */
    @Override
    public String toString() {
        return "CvCertificate[" + subject + " by " + issuer + "]";
    }

    private static byte[] body(KeyId issuer, KeyId subject, RSAPublicKey publicKey) {
        return new TlvWriter(FILE)
                .octets(issuer.octets())
                .octets(subject.octets())
                .octets(CvPublicKey.encode(publicKey))
                .bytes();
    }
}
