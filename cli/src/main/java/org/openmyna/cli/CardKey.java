package org.openmyna.cli;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.reader.LastTry;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.card.reader.Opening;
import org.openmyna.card.reader.VerificationSecret;
import org.openmyna.kernel.MyNumber;

/** What the caller opens a card with; closing wipes a PIN. */
final class CardKey implements AutoCloseable {
    private final Opening opening;
    private final LastTry lastTry;
    private final Voice voice;

    private CardKey(Opening opening, LastTry lastTry, Voice voice) {
        this.opening = opening;
        this.lastTry = lastTry;
        this.voice = voice;
    }

    /**
     * The one that was given; without any, the terminal asks for the PIN.
     *
     * @param a null where A opens nothing that is wanted
     * @param b likewise
     */
    static CardKey of(
            Voice voice, PinOptions pin, @Nullable NumberAOptions a, @Nullable NumberBOptions b) {
        boolean byA = a != null && a.given();
        boolean byB = b != null && b.given();
        if (Stream.of(pin.given(), byA, byB).filter(given -> given).count() > 1) {
            throw new CommandFailed(
                    CommandError.OPTIONS_EXCLUDE,
                    Map.of("options", "--pin-file, --number-a-file, --number-b-file, --born"));
        }
        var pins = new PinSource(voice);
        Opening opening;
        if (a != null && byA) opening = new Opening.ByNumber(a.number(pins, voice));
        else if (b != null && byB) opening = new Opening.ByFront(b.number(pins, voice));
        else opening = new Opening.ByPin(pin.pin(pins, PinReference.FORM_INPUT));
        return new CardKey(opening, pin.spending(), voice);
    }

    Opening opening() {
        return opening;
    }

    LastTry lastTry() {
        return lastTry;
    }

    /**
     * Opens the form input application.
     *
     * @throws CommandFailed if the card does not accept it
     */
    void openText(MyNumberCard card) {
        switch (opening) {
            case Opening.ByPin(var pin) -> {
                tell(card, PinReference.FORM_INPUT);
                PinAnswer.mustBeAccepted(
                        PinReference.FORM_INPUT, card.profile().verify(pin, lastTry));
            }
            case Opening.ByNumber(var number) -> {
                try (var secret = VerificationSecret.a(number)) {
                    openText(card, PinReference.FORM_INPUT_A, secret);
                }
            }
            case Opening.ByFront(var number) -> {
                try (var secret = VerificationSecret.b(number)) {
                    openText(card, PinReference.FORM_INPUT_B, secret);
                }
            }
            case Opening.ByBirthDate _ -> throw new IllegalStateException("not for text");
        }
    }

    /**
     * Opens the card face application. The PIN is not known there: it opens the My Number, and that
     * opens the face.
     *
     * @throws CommandFailed if the card does not accept it
     */
    void openFace(MyNumberCard card) {
        switch (opening) {
            case Opening.ByPin _ -> {
                openText(card);
                openFaceByA(card, card.profile().myNumber());
            }
            case Opening.ByNumber(var number) -> openFaceByA(card, number);
            case Opening.ByFront(var number) -> {
                try (var secret = VerificationSecret.b(number)) {
                    openFace(card, PinReference.CARD_FACE_B, secret);
                }
            }
            case Opening.ByBirthDate(var born) -> {
                try (var secret = VerificationSecret.birthDate(born)) {
                    openFace(card, PinReference.CARD_FACE_BIRTH_DATE, secret);
                }
            }
        }
    }

    /** Whether the My Number may be seen with it. */
    boolean opensNumber() {
        return !(opening instanceof Opening.ByFront);
    }

    private void openFaceByA(MyNumberCard card, MyNumber number) {
        try (var secret = VerificationSecret.a(number)) {
            openFace(card, PinReference.CARD_FACE_A, secret);
        }
    }

    private void openText(MyNumberCard card, PinReference reference, VerificationSecret secret) {
        tell(card, reference);
        PinAnswer.mustBeAccepted(reference, card.profile().verify(secret, lastTry));
    }

    private void openFace(MyNumberCard card, PinReference reference, VerificationSecret secret) {
        if (!(opening instanceof Opening.ByPin)) tell(card, reference);
        PinAnswer.mustBeAccepted(reference, card.face().verify(secret, lastTry));
    }

    private void tell(MyNumberCard card, PinReference reference) {
        PinAnswer.tellTries(voice, reference, card.tries(reference));
    }

    @Override
    public void close() {
        if (opening instanceof Opening.ByPin(var pin)) pin.close();
    }

    @Override
    public String toString() {
        return "CardKey[hidden]";
    }
}
