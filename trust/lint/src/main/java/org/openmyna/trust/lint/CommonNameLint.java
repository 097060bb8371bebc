package org.openmyna.trust.lint;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.openmyna.trust.lint.ExpectedAuthority.Kind;

/** Inner structure of a user's CN (reference 2.1, 2.2). */
final class CommonNameLint {
    private static final String FIELD = "subject.CN";
    private static final int SIGNATURE_HEAD = 19;
    private static final int USER_AUTHENTICATION_HEAD = 14;
    private static final int COUNTER = 9;

    private CommonNameLint() {}

    static void check(String found, Kind kind, String counter, Findings findings) {
        int head =
                switch (kind) {
                    case SIGNATURE -> SIGNATURE_HEAD;
                    case USER_AUTHENTICATION -> USER_AUTHENTICATION_HEAD;
                };
        if (found.length() != head + COUNTER) {
            findings.add(
                    CertificateRule.CN_LENGTH, FIELD, "" + (head + COUNTER), "" + found.length());
            return;
        }
        boolean shaped =
                switch (kind) {
                    case SIGNATURE -> reference2_2(found);
                    case USER_AUTHENTICATION -> reference2_1(found);
                };
        if (!shaped) {
            findings.add(
                    CertificateRule.CN_HEAD, FIELD, "the right shape", found.substring(0, head));
        }
        String tail = found.substring(head);
        if (!isCounter(tail) || !tail.equals(counter)) {
            findings.add(CertificateRule.CN_COUNTER, FIELD, counter, tail);
        }
    }

    /** 6 digits, E, 7 of A-Z and 0-9. */
    private static boolean reference2_1(String cn) {
        return digits(cn, 0, 6) && cn.charAt(6) == 'E' && lettersOrDigits(cn, 7, 14);
    }

    /** A time of the calendar to the second, 5 digits. */
    private static boolean reference2_2(String cn) {
        if (!digits(cn, 0, SIGNATURE_HEAD)) {
            return false;
        }
        try {
            LocalDateTime.of(
                    number(cn, 0, 4),
                    number(cn, 4, 6),
                    number(cn, 6, 8),
                    number(cn, 8, 10),
                    number(cn, 10, 12),
                    number(cn, 12, 14));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isCounter(String tail) {
        return digits(tail, 0, 5) && lettersOrDigits(tail, 5, COUNTER);
    }

    static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean lettersOrDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }
}
