package org.openmyna.trust.documents;

import java.io.IOException;
import java.io.InputStream;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.verifier.ContentDigest;

/**
 * Makes bare signatures (RSASSA-PKCS1-v1_5, RFC 8017 8.2) with either key of a card: 256 bytes that
 * say nothing about signer, time or purpose. For a document, {@link CmsSignatures} says all that.
 */
public final class RawSignatures {
    private RawSignatures() {}

    /**
     * Signs a content of any size, which is read once and not kept.
     *
     * @param signer of either kind: what the user authentication key (利用者証明用) signs is no
     *     declaration
     * @return 256 bytes, big-endian
     * @throws CardSignatureWrong if the card's answer does not verify (MYNA-DOC-051)
     * @throws IOException if the stream fails
     */
    public static byte[] sign(InputStream content, ContentDigest digest, CardSigner signer)
            throws IOException {
        JpkiCertificate certificate = JpkiCertificate.parse(signer.certificate());
        byte[] hash = ContentDigests.of(content, digest);
        return CardWork.sign(signer, certificate, digest, hash);
    }
}
