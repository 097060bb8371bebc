package org.openmyna.trust.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.IsoChronology;

/**
 * Dates of RFC 5280 4.1.2.5: UTCTime to the end of 2049, GeneralizedTime from then on, whole
 * seconds, always with Z. Read and written without objects, for lists have millions of them.
 */
final class DerTime {
    static final int UTC_TIME = 0x17;
    static final int GENERALIZED_TIME = 0x18;

    /** Tag, length and YYYYMMDDhhmmssZ. */
    static final int MOST = 17;

    private static final int UTC_DIGITS = 13;
    private static final int GENERALIZED_DIGITS = 15;
    private static final int FIRST_GENERALIZED_YEAR = 2050;
    private static final int FIRST_YEAR = 1950;
    private static final int SECONDS_A_DAY = 86_400;
    private static final long FIRST = Instant.parse("1950-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private long day = Long.MIN_VALUE;
    private int year;
    private final byte[] yearMonthDay = new byte[8];

    /** A writer; it remembers the last day, for the dates of a list lie close together. */
    DerTime() {}

    static boolean canSay(long second) {
        return second >= FIRST && second <= LAST;
    }

    /** YYMMDDhhmmssZ; 50 to 99 are of the last century (4.1.2.5.1). */
    static long utcTime(byte[] in, int from, int length, String what) {
        if (!isShape(in, from, length, UTC_DIGITS)) {
            throw new DerFault(what + ": not YYMMDDhhmmssZ");
        }
        int two = two(in, from);
        return second(two < 50 ? 2000 + two : 1900 + two, in, from + 2, what);
    }

    /** YYYYMMDDhhmmssZ, and only what UTCTime cannot say (4.1.2.5.2). */
    static long generalizedTime(byte[] in, int from, int length, String what) {
        return generalizedTime(in, from, length, FIRST_GENERALIZED_YEAR, what);
    }

    /** YYYYMMDDhhmmssZ of any year; OCSP knows no other form (RFC 6960 4.2.1). */
    static long ocspTime(byte[] in, int from, int length, String what) {
        return generalizedTime(in, from, length, FIRST_YEAR, what);
    }

    private static long generalizedTime(
            byte[] in, int from, int length, int firstYear, String what) {
        if (!isShape(in, from, length, GENERALIZED_DIGITS)) {
            throw new DerFault(what + ": not YYYYMMDDhhmmssZ");
        }
        int years = two(in, from) * 100 + two(in, from + 2);
        if (years < firstYear) {
            throw new DerFault(what + ": GeneralizedTime before " + firstYear);
        }
        return second(years, in, from + 4, what);
    }

    private static boolean isShape(byte[] in, int from, int length, int wanted) {
        if (length != wanted || in[from + length - 1] != 'Z') {
            return false;
        }
        for (int n = from; n < from + length - 1; n++) {
            if (in[n] < '0' || in[n] > '9') {
                return false;
            }
        }
        return true;
    }

    private static int two(byte[] in, int at) {
        return (in[at] - '0') * 10 + in[at + 1] - '0';
    }

    private static long second(int year, byte[] in, int at, String what) {
        int month = two(in, at);
        int dayOfMonth = two(in, at + 2);
        int hour = two(in, at + 4);
        int minute = two(in, at + 6);
        int second = two(in, at + 8);
        if (month < 1
                || month > 12
                || dayOfMonth < 1
                || dayOfMonth > Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year))
                || hour > 23
                || minute > 59
                || second > 59) {
            throw new DerFault(what + ": no such moment");
        }
        long days = LocalDate.of(year, month, dayOfMonth).toEpochDay();
        return days * SECONDS_A_DAY + hour * 3_600 + minute * 60 + second;
    }

    /**
     * Writes tag, length and digits.
     *
     * @return where it ends
     * @throws RevocationListNotWritable for years before 1950 and after 9999
     */
    int write(long second, byte[] to, int at) {
        if (!canSay(second)) {
            throw new RevocationListNotWritable("date: not of 1950 to 9999");
        }
        turnTo(Math.floorDiv(second, SECONDS_A_DAY));
        return write(second, year >= FIRST_GENERALIZED_YEAR, to, at);
    }

    /** Writes tag, length and YYYYMMDDhhmmssZ of any year that can be said (RFC 6960 4.2.1). */
    int writeOcsp(long second, byte[] to, int at) {
        turnTo(Math.floorDiv(second, SECONDS_A_DAY));
        return write(second, true, to, at);
    }

    private int write(long second, boolean generalized, byte[] to, int at) {
        int digits = generalized ? 8 : 6;
        to[at] = (byte) (generalized ? GENERALIZED_TIME : UTC_TIME);
        to[at + 1] = (byte) (generalized ? GENERALIZED_DIGITS : UTC_DIGITS);
        System.arraycopy(yearMonthDay, 8 - digits, to, at + 2, digits);
        int ofDay = Math.floorMod(second, SECONDS_A_DAY);
        int next = at + 2 + digits;
        two(ofDay / 3_600, to, next);
        two(ofDay / 60 % 60, to, next + 2);
        two(ofDay % 60, to, next + 4);
        to[next + 6] = 'Z';
        return next + 7;
    }

    private void turnTo(long wanted) {
        if (wanted == day) {
            return;
        }
        LocalDate date = LocalDate.ofEpochDay(wanted);
        day = wanted;
        year = date.getYear();
        two(year / 100, yearMonthDay, 0);
        two(year % 100, yearMonthDay, 2);
        two(date.getMonthValue(), yearMonthDay, 4);
        two(date.getDayOfMonth(), yearMonthDay, 6);
    }

    private static void two(int value, byte[] to, int at) {
        to[at] = (byte) ('0' + value / 10);
        to[at + 1] = (byte) ('0' + value % 10);
    }
}
