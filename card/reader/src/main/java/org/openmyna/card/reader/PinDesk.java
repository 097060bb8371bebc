package org.openmyna.card.reader;

import org.openmyna.card.protocol.PinReference;
import org.openmyna.kernel.MynaException;
import org.openmyna.kernel.Pin;

/** Changes PINs, one or two at a time. */
final class PinDesk {
    private final MyNumberCard card;

    PinDesk(MyNumberCard card) {
        this.card = card;
    }

    PinChange change(PinReference reference, Pin present, Pin next, LastTry lastTry) {
        NewPin.check(reference, next);
        PinCheck check = card.session(reference).verify(reference, present::lend, lastTry);
        if (!(check instanceof PinCheck.Accepted)) {
            return new PinChange.NotVerified(reference, check);
        }
        card.session(reference).changePin(reference, next);
        return new PinChange.Changed();
    }

    /** Both present PINs are proved before either changes. */
    PinChange changeBoth(
            PinReference first, PinReference second, Pin present, Pin next, LastTry lastTry) {
        NewPin.check(first, next);
        NewPin.check(second, next);
        PinCheck check = card.session(first).verify(first, present::lend, lastTry);
        if (!(check instanceof PinCheck.Accepted)) return new PinChange.NotVerified(first, check);
        PinChange changed = change(second, present, next, lastTry);
        if (!(changed instanceof PinChange.Changed)) return changed;
        try {
            PinChange other = change(first, present, next, lastTry);
            return other instanceof PinChange.NotVerified
                    ? new PinChange.HalfChanged(second, first, "the card took its PIN no more")
                    : other;
        } catch (MynaException broken) {
            return new PinChange.HalfChanged(second, first, String.valueOf(broken.getMessage()));
        }
    }
}
