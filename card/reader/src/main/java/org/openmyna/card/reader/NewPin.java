package org.openmyna.card.reader;

import org.openmyna.card.protocol.PinReference;
import org.openmyna.kernel.Pin;

/** The shape of a new PIN, looked at before anything is sent. */
final class NewPin {
    private NewPin() {}

    /**
     * Four digits, or for signatures 6 to 16 of A to Z and 0 to 9 with at least one of each.
     *
     * @throws NotChangeable if the holder cannot change this reference (MYNA-CRD-062)
     * @throws NewPinMalformed if the PIN has another shape (MYNA-CRD-061)
     */
    static void check(PinReference reference, Pin pin) {
        boolean fits =
                switch (reference) {
                    case USER_AUTHENTICATION, FORM_INPUT, JUKI, COMMON ->
                            pin.lend(ascii -> ascii.length == 4 && digits(ascii) == 4);
                    case SIGNATURE -> pin.lend(NewPin::isSignaturePassword);
                    case FORM_INPUT_A,
                            FORM_INPUT_B,
                            CARD_FACE_A,
                            CARD_FACE_B,
                            CARD_FACE_BIRTH_DATE ->
                            throw new NotChangeable(reference);
                };
        if (!fits) throw new NewPinMalformed(reference);
    }

    private static boolean isSignaturePassword(byte[] ascii) {
        int digits = digits(ascii);
        return ascii.length >= PinReference.SIGNATURE.shortest()
                && ascii.length <= PinReference.SIGNATURE.longest()
                && digits > 0
                && digits < ascii.length;
    }

    private static int digits(byte[] ascii) {
        int digits = 0;
        for (byte each : ascii) if (each >= '0' && each <= '9') digits++;
        return digits;
    }
}
