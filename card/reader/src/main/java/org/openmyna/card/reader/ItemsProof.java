package org.openmyna.card.reader;

import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.openmyna.card.protocol.AuthenticationPublicKeyFile;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CvCertificate;
import org.openmyna.card.protocol.FormInputFile;
import org.openmyna.card.protocol.FourItemsFile;
import org.openmyna.card.protocol.IntegrityFile;
import org.openmyna.card.protocol.StatusWord;

/**
 * The four items 基本4情報 of one card, with what proves them far from the card: the issuer's
 * signatures, and the chip's own under a challenge that the reader of the proof chose.
 *
 * <p>A My Number can be guessed from its digest in the integrity record: whoever checks the proof
 * throws it away afterwards and keeps the items alone.
 *
 * @param items form input 0002, as it came from the card
 * @param integrity form input 0003
 * @param issuerCertificate form input 0004
 * @param authenticationKey form input 0007
 * @param chipSignature SHA256withRSA of the challenge, 256 bytes
 */
public record ItemsProof(
        byte[] items,
        byte[] integrity,
        byte[] issuerCertificate,
        byte[] authenticationKey,
        byte[] chipSignature) {
    private static final CardApplication APPLICATION = CardApplication.FORM_INPUT;

    public ItemsProof {
        items = items.clone();
        integrity = integrity.clone();
        issuerCertificate = issuerCertificate.clone();
        authenticationKey = authenticationKey.clone();
        chipSignature = chipSignature.clone();
    }

    /**
     * Checks it as {@link MyNumberCard#checkAuthenticity} checks a card that lies there: a trusted
     * authority's signature over the municipality's key, that key's over the digest of the items
     * and over the chip's key, and the chip's over the challenge. A copy of another card's data
     * fails at the last.
     *
     * @param challenge the one that was asked for; must have been used for nothing else
     * @return {@link Authenticity.Genuine} with the four items alone, or {@link
     *     Authenticity.NotGenuine}; never {@link Authenticity.NotOpened}
     */
    public Authenticity check(TrustedCvAuthorities trusted, byte[] challenge) {
        var trail = new AuthenticityTrail(trusted);
        try {
            var contents =
                    new CheckedContents(
                            Optional.empty(),
                            Optional.of(checked(trail, challenge)),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
            return new Authenticity.Genuine(trusted.mode(), contents, trail.steps());
        } catch (CardNotGenuine refused) {
            return new Authenticity.NotGenuine(refused.refusal(), trail.steps());
        }
    }

    private FourItemsFile checked(AuthenticityTrail trail, byte[] challenge) {
        RSAPublicKey issuer =
                trail.issuerKey(
                        APPLICATION,
                        AuthenticityTrail.read(
                                FormInputFile.ISSUER_CERTIFICATE,
                                () -> CvCertificate.decode(issuerCertificate)));
        IntegrityFile record =
                AuthenticityTrail.read(
                        FormInputFile.INTEGRITY, () -> IntegrityFile.decode(integrity));
        trail.signed(FormInputFile.INTEGRITY, record, issuer);
        FourItemsFile text =
                AuthenticityTrail.read(FormInputFile.FOUR_ITEMS, () -> FourItemsFile.decode(items));
        FormInputCheck.itemsSigned(trail, record, text);
        AuthenticationPublicKeyFile key =
                AuthenticityTrail.read(
                        FormInputFile.AUTHENTICATION_PUBLIC_KEY,
                        () -> AuthenticationPublicKeyFile.decode(authenticationKey));
        trail.signed(FormInputFile.AUTHENTICATION_PUBLIC_KEY, key, issuer);
        trail.answered(APPLICATION, key.publicKey(), challenge, chipSignature, StatusWord.OK);
        return text;
    }

    /** A copy. */
    @Override
    public byte[] items() {
        return items.clone();
    }

    /** A copy. */
    @Override
    public byte[] integrity() {
        return integrity.clone();
    }

    /** A copy. */
    @Override
    public byte[] issuerCertificate() {
        return issuerCertificate.clone();
    }

    /** A copy. */
    @Override
    public byte[] authenticationKey() {
        return authenticationKey.clone();
    }

    /** A copy. */
    @Override
    public byte[] chipSignature() {
        return chipSignature.clone();
    }

    /** Never shows the person. */
    @Override
    public String toString() {
        return "ItemsProof[hidden]";
    }
}
