package org.openmyna.trust.documents;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Cipher;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.verifier.ContentDigest;

/** One signature by a card, proved under its certificate before anybody else sees it. */
final class CardWork {
    static final int SIGNATURE_LENGTH = 256;

    private CardWork() {}

    /**
     * A card that fell asleep, or the wrong key, is found out before the file leaves the house.
     *
     * @throws CardSignatureWrong if the card's answer does not verify (MYNA-DOC-051)
     */
    static byte[] sign(
            CardSigner signer, JpkiCertificate certificate, ContentDigest digest, byte[] hash) {
        byte[] digestInfo = digest.digestInfo(hash);
        byte[] signature = signer.sign(digestInfo.clone());
        boolean right;
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            rsa.init(Cipher.DECRYPT_MODE, certificate.publicKey());
            right =
                    signature.length == SIGNATURE_LENGTH
                            && MessageDigest.isEqual(rsa.doFinal(signature), digestInfo);
        } catch (GeneralSecurityException notASignature) {
            right = false;
        }
        if (!right) throw new CardSignatureWrong();
        return signature;
    }
}
