package org.openmyna.trust.lint;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times as X.690 11.7, 11.8 and RFC 5280 4.1.2.5 write them. */
final class Times {
    private Times() {}

    /**
     * The next element as a time of a certificate or list: UTCTime until 2049, GeneralizedTime
     * afterwards.
     *
     * @return null if it is none, which has become a finding
     */
    static @Nullable Instant rfc5280_4_1_2_5(Der in, String field, Findings findings)
            throws DerMalformed {
        int tag = in.tag();
        Der content = in.any(field);
        Instant read = null;
        if (tag == Der.UTC_TIME && content.length() == 13) {
            int year = digits(content, 0, 2);
            read = year < 0 ? null : read(content, 2, year < 50 ? 2000 + year : 1900 + year);
        } else if (tag == Der.GENERALIZED_TIME && content.length() == 15) {
            int year = digits(content, 0, 4);
            read = year < 2050 ? null : read(content, 4, year);
        }
        if (read == null) {
            findings.add(
                    CertificateRule.TIME_FORM,
                    field,
                    "a time",
                    Der.hex(tag) + " " + content.shown());
        }
        return read;
    }

    /** The next element as a time of an OCSP answer: always a GeneralizedTime. */
    static @Nullable Instant rfc6960_4_2_1(Der in, String field, Findings findings)
            throws DerMalformed {
        int tag = in.tag();
        Der content = in.any(field);
        Instant read =
                tag == Der.GENERALIZED_TIME && content.length() == 15
                        ? read(content, 4, digits(content, 0, 4))
                        : null;
        if (read == null) {
            findings.add(
                    StatusRule.OCSP_TIME_FORM,
                    field,
                    "a time",
                    Der.hex(tag) + " " + content.shown());
        }
        return read;
    }

    private static @Nullable Instant read(Der content, int from, int year) {
        int month = digits(content, from, 2);
        int day = digits(content, from + 2, 2);
        int hour = digits(content, from + 4, 2);
        int minute = digits(content, from + 6, 2);
        int second = digits(content, from + 8, 2);
        if (content.at(from + 10) != 'Z' || year < 0) {
            return null;
        }
        try {
            return LocalDateTime.of(year, month, day, hour, minute, second)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A number of so many ASCII digits; -1 if they are none. */
    private static int digits(Der content, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = content.at(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Compares; a time that was not readable has been told already. */
    static void must(
            @Nullable Instant found, Instant expected, Rule rule, String field, Findings findings) {
        if (found != null && !found.equals(expected)) {
            findings.add(rule, field, expected.toString(), found.toString());
        }
    }
}
