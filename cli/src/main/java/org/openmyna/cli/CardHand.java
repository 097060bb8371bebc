package org.openmyna.cli;

import java.util.Map;
import org.openmyna.card.reader.JpkiClient;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.card.reader.LastTry;
import org.openmyna.card.reader.PinCheck;
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
        return switch (jpki.verify(key, pin, lastTry)) {
            case PinCheck.Accepted() -> new CardHand(jpki, key);
            case PinCheck.Wrong(int left) ->
                    throw new CommandFailed(CommandError.PIN_WRONG, Map.of("left", left));
            case PinCheck.Locked() -> throw new CommandFailed(CommandError.PIN_LOCKED, Map.of());
            case PinCheck.LastTryKept() ->
                    throw new CommandFailed(CommandError.LAST_TRY_KEPT, Map.of());
        };
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
