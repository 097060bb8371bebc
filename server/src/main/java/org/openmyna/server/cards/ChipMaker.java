package org.openmyna.server.cards;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.issuer.Applicant;
import org.openmyna.card.issuer.CardIssuer;
import org.openmyna.card.issuer.CardPins;
import org.openmyna.card.issuer.FinishedCard;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.card.javacard.KeyPairSource;
import org.openmyna.kernel.Pin;
import org.openmyna.trust.authority.Authorities;
import org.openmyna.trust.profile.CaKind;

/** Personalises a fresh chip and puts it into the drawer. */
final class ChipMaker {
    /** Those of every test card: there is nobody who could set others. */
    static final String PIN = "1234";

    static final String PASSWORD = "TEST1234";

    private final CardDrawer drawer;
    private final IssuerRoom room;
    private final KeyPairSource chipKeys;
    private final Authorities authorities;
    private final SecureRandom random;
    private final Watch watch;

    ChipMaker(
            CardDrawer drawer,
            IssuerRoom room,
            KeyPairSource chipKeys,
            Authorities authorities,
            SecureRandom random,
            Watch watch) {
        this.drawer = drawer;
        this.room = room;
        this.chipKeys = chipKeys;
        this.authorities = authorities;
        this.random = random;
        this.watch = watch;
    }

    /** The last question before a card is put into the drawer. */
    interface Confirmation {
        boolean isUnchanged();
    }

    /**
     * Makes a card that nobody believes yet.
     *
     * @return empty if the record has changed meanwhile; then nothing is left
     */
    Optional<FinishedCard> make(
            CardName name,
            Applicant applicant,
            boolean withSignature,
            Instant deadline,
            Confirmation confirmation) {
        try (IssuerKeys keys = room.open(deadline);
                Pin pin = Pin.fourDigits(PIN.toCharArray());
                Pin password = Pin.signaturePassword(PASSWORD.toCharArray())) {
            CardIssuer issuer = issuer(keys);
            CardPins pins = withSignature ? CardPins.same(pin, password) : CardPins.loginOnly(pin);
            return Optional.of(
                    drawer.make(
                            name,
                            chipKeys,
                            random,
                            blank ->
                                    confirmed(
                                            issuer.finish(watch.over(blank), applicant, pins),
                                            confirmation)));
        } catch (OutOfDate outOfDate) {
            return Optional.empty();
        }
    }

    private FinishedCard confirmed(FinishedCard made, Confirmation confirmation) {
        boolean unchanged = false;
        try {
            watch.at(Watch.Step.PERSONALISED);
            unchanged = confirmation.isUnchanged();
        } finally {
            if (!unchanged) made.discard();
        }
        if (!unchanged) throw new OutOfDate();
        watch.at(Watch.Step.CONFIRMED);
        return made;
    }

    private CardIssuer issuer(IssuerKeys keys) {
        return new CardIssuer(
                authorities.authority(CaKind.SIGNATURE),
                authorities.authority(CaKind.USER_AUTHENTICATION),
                keys,
                random);
    }

    /** The drawer throws the chip away when this comes by. */
    private static final class OutOfDate extends RuntimeException {
        private static final long serialVersionUID = 1;

        OutOfDate() {
            super("", null, false, false);
        }
    }
}
