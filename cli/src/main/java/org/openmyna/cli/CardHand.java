package org.openmyna.cli;

import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.reader.JpkiClient;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.card.reader.LastTry;
import org.openmyna.kernel.Pin;
import org.openmyna.trust.documents.CardSigner;

/** A card whose PIN was accepted, as the hand that signs. */
final class CardHand implements CardSigner {
    private final JpkiClient jpki;
    private final JpkiKey key;
    private final byte[] certificate;

    private CardHand(JpkiClient jpki, JpkiKey key) {
        this.jpki = jpki;
        this.key = key;
        this.certificate = jpki.certificate(key);
    }

    /**
     * Verifies the signature password.
     *
     * @throws CommandFailed if it was wrong, is locked, or only one try is left and must be kept
     */
    static CardHand of(JpkiClient jpki, Pin password, LastTry lastTry) {
        return of(jpki, JpkiKey.SIGNATURE, password, lastTry);
    }

    /** Verifies the PIN of this key; fails as the other. */
    static CardHand of(JpkiClient jpki, JpkiKey key, Pin pin, LastTry lastTry) {
        PinReference reference =
                key == JpkiKey.SIGNATURE
                        ? PinReference.SIGNATURE
                        : PinReference.USER_AUTHENTICATION;
        PinAnswer.mustBeAccepted(reference, jpki.verify(key, pin, lastTry));
        return new CardHand(jpki, key);
    }

    @Override
    public byte[] certificate() {
        return certificate.clone();
    }

    @Override
    public byte[] sign(byte[] digestInfo) {
        return jpki.sign(key, digestInfo);
    }
}
