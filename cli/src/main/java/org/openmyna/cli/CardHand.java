package org.openmyna.cli;

import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.reader.JpkiClient;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.card.reader.LastTry;
import org.openmyna.kernel.Pin;
import org.openmyna.trust.documents.CardSigner;

/** A card whose signature password was accepted, as the hand that signs documents. */
final class CardHand implements CardSigner {
    private final JpkiClient jpki;
    private final byte[] certificate;

    private CardHand(JpkiClient jpki) {
        this.jpki = jpki;
        this.certificate = jpki.certificate(JpkiKey.SIGNATURE);
    }

    /**
     * Verifies the signature password.
     *
     * @throws CommandFailed if it was wrong, is locked, or only one try is left and must be kept
     */
    static CardHand of(JpkiClient jpki, Pin password, LastTry lastTry) {
        PinAnswer.mustBeAccepted(
                PinReference.SIGNATURE, jpki.verify(JpkiKey.SIGNATURE, password, lastTry));
        return new CardHand(jpki);
    }

    @Override
    public byte[] certificate() {
        return certificate.clone();
    }

    @Override
    public byte[] sign(byte[] digestInfo) {
        return jpki.sign(JpkiKey.SIGNATURE, digestInfo);
    }
}
