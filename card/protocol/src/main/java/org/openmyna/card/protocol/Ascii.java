package org.openmyna.card.protocol;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import org.openmyna.kernel.MynaException;

/** Digits and dates as the card's files write them. */
final class Ascii {
    private Ascii() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Exactly this many of 0 to 9. */
    static String digits(String file, String what, byte[] value, int count) {
        if (value.length != count) {
            throw new CardFileMalformed(
                    file, "%s has %d bytes instead of %d".formatted(what, value.length, count));
        }
        for (byte each : value) {
            if (each < '0' || each > '9')
                throw new CardFileMalformed(file, what + " is not digits");
        }
        return new String(value, StandardCharsets.US_ASCII);
    }

    static boolean areDigits(String text, int count) {
        return text.length() == count && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** YYYYMMDD, a day of the calendar. */
    static LocalDate day(String file, String what, byte[] value) {
        String digits = digits(file, what, value, 8);
        try {
            return LocalDate.of(
                    Integer.parseInt(digits, 0, 4, 10),
                    Integer.parseInt(digits, 4, 6, 10),
                    Integer.parseInt(digits, 6, 8, 10));
        } catch (DateTimeException noSuchDay) {
            throw new CardFileMalformed(file, what + " is no day of the calendar");
        }
    }

    /** YYYYMMDD. */
    static byte[] day(LocalDate day) {
        return bytes(day.format(DateTimeFormatter.BASIC_ISO_DATE));
    }

    /** For constructors: the card has four digits for a year. */
    static void checkYear(String file, String what, LocalDate day) {
        if (day.getYear() < 0 || day.getYear() > 9999) {
            throw new CardFileMalformed(file, what + " has a year of other than four digits");
        }
    }

    /** A value of the kernel; its refusal becomes one of this file. The value is not told. */
    static <T> T kernelValue(String file, String what, Supplier<T> value) {
        try {
            return value.get();
        } catch (CardFileMalformed refused) {
            throw new CardFileMalformed(file, what + ": " + refused.details().get("why"));
        } catch (MynaException refused) {
            throw new CardFileMalformed(
                    file, what + " is refused (" + refused.errorCode().code() + ")");
        }
    }
}
