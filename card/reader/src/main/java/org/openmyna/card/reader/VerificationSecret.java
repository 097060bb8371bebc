package org.openmyna.card.reader;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.SecurityCode;
import org.openmyna.kernel.VerificationNumberB;

/**
 * What opens data of the card without a PIN, on its way to the card: verification number A 照合番号A
 * (the My Number), B 照合番号B (what is printed on the front), or the birth date in six digits. Cannot
 * be printed, compared or serialised; wiped by {@link #close()}.
 */
public final class VerificationSecret implements AutoCloseable {
    /** What the digits are. */
    public enum Kind {
        /** 照合番号A, 12 digits. */
        A,
        /** 照合番号B, 14 digits. */
        B,
        /** 生年月日, 6 digits: year of the era, month, day. */
        BIRTH_DATE
    }

    private final Kind kind;
    private final byte[] ascii;
    private boolean wiped;

    private VerificationSecret(Kind kind, String digits) {
        this.kind = kind;
        this.ascii = digits.getBytes(StandardCharsets.US_ASCII);
    }

    /** A is the My Number itself. */
    public static VerificationSecret a(MyNumber number) {
        return new VerificationSecret(Kind.A, number.digits());
    }

    /** B as somebody typed or scanned it. */
    public static VerificationSecret b(VerificationNumberB number) {
        return new VerificationSecret(Kind.B, number.digits());
    }

    /**
     * B from what is printed on the front of the card.
     *
     * @param expiryYear Gregorian year of 有効期限, four digits
     */
    public static VerificationSecret b(JapaneseDate born, int expiryYear, SecurityCode code) {
        return b(VerificationNumberB.of(born, expiryYear, code));
    }

    /** The birth date, which opens the age record only. */
    public static VerificationSecret birthDate(JapaneseDate born) {
        return new VerificationSecret(Kind.BIRTH_DATE, born.sixDigits());
    }

    public Kind kind() {
        return kind;
    }

    /**
     * Shows the ASCII bytes to {@code work}, which must not keep them.
     *
     * @throws IllegalStateException if they have been wiped
     */
    public <R> R lend(Function<byte[], R> work) {
        if (wiped) throw new IllegalStateException("this number has been wiped");
        return work.apply(ascii);
    }

    /** Overwrites the digits; lending them afterwards fails. */
    @Override
    public void close() {
        Arrays.fill(ascii, (byte) 0);
        wiped = true;
    }

    @Override
    public String toString() {
        return "VerificationSecret[hidden]";
    }
}
