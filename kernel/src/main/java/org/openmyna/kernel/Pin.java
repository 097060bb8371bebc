package org.openmyna.kernel;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * A PIN 暗証番号 on its way from the holder to the card. It cannot be printed, compared or serialised;
 * it is lent out for a moment and wiped by {@link #close()}.
 *
 * <pre>{@code
 * try (Pin pin = Pin.fourDigits(console.readPassword())) {
 *     return pin.lend(ascii -> card.verify(ascii));
 * }
 * }</pre>
 */
public final class Pin implements AutoCloseable {
    private final byte[] ascii;
    private boolean wiped;

    private Pin(byte[] ascii) {
        this.ascii = ascii;
    }

    /**
     * Takes either kind of PIN: 4 digits, or 6 to 16 of A-Z and 0-9; small letters become capitals.
     *
     * @param typed copied and then wiped, also when it is refused
     * @throws PinMalformed if it is neither (MYNA-KRN-043)
     */
    public static Pin takeFrom(char[] typed) {
        return take(typed, KernelError.PIN_MALFORMED, Pin::isEitherKind);
    }

    /**
     * The PIN of the user authentication certificate, or another one of 4 digits.
     *
     * @param typed copied and then wiped, also when it is refused
     * @throws PinMalformed if these are not 4 digits (MYNA-KRN-041)
     */
    public static Pin fourDigits(char[] typed) {
        return take(typed, KernelError.FOUR_DIGIT_PIN_MALFORMED, Pin::isFourDigits);
    }

    /**
     * The signature password 署名用電子証明書暗証番号: 6 to 16 of A-Z and 0-9, at least one letter and one
     * digit; small letters become capitals.
     *
     * @param typed copied and then wiped, also when it is refused
     * @throws PinMalformed if it is not of that shape (MYNA-KRN-042)
     */
    public static Pin signaturePassword(char[] typed) {
        return take(typed, KernelError.SIGNATURE_PASSWORD_MALFORMED, Pin::isSignaturePassword);
    }

    /**
     * Shows the ASCII bytes to {@code work}, which must not keep them.
     *
     * @throws IllegalStateException if the PIN has been wiped
     */
    public <R> R lend(Function<byte[], R> work) {
        if (wiped) {
            throw new IllegalStateException("this PIN has been wiped");
        }
        return work.apply(ascii);
    }

    /** Overwrites the PIN; lending it afterwards fails. */
    @Override
    public void close() {
        Arrays.fill(ascii, (byte) 0);
        wiped = true;
    }

    @Override
    public String toString() {
        return "Pin[hidden]";
    }

    private interface Shape {
        boolean fits(byte[] ascii);
    }

    private static Pin take(char[] typed, KernelError otherwise, Shape shape) {
        byte[] ascii = new byte[typed.length];
        boolean fits = true;
        for (int at = 0; at < typed.length; at++) {
            char c = typed[at];
            fits &= c < 0x80;
            ascii[at] = (byte) (c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
        }
        Arrays.fill(typed, '\0');
        if (!fits || !shape.fits(ascii)) {
            Arrays.fill(ascii, (byte) 0);
            throw new PinMalformed(otherwise);
        }
        return new Pin(ascii);
    }

    private static boolean isEitherKind(byte[] ascii) {
        return isFourDigits(ascii) || isLettersAndDigits(ascii);
    }

    private static boolean isFourDigits(byte[] ascii) {
        return ascii.length == 4 && all(ascii, Pin::isDigit);
    }

    private static boolean isSignaturePassword(byte[] ascii) {
        return isLettersAndDigits(ascii)
                && !all(ascii, Pin::isDigit)
                && !all(ascii, Pin::isCapital);
    }

    private static boolean isLettersAndDigits(byte[] ascii) {
        return ascii.length >= 6
                && ascii.length <= 16
                && all(ascii, c -> isDigit(c) || isCapital(c));
    }

    private static boolean all(byte[] ascii, IntPredicate allowed) {
        boolean all = true;
        for (byte c : ascii) {
            all &= allowed.test(c);
        }
        return all;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isCapital(int c) {
        return c >= 'A' && c <= 'Z';
    }
}
