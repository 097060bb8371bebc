package org.openmyna.trust.lint;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Object identifiers as the content of their DER. */
final class Oids {
    static final byte[] COUNTRY = of("2.5.4.6");
    static final byte[] ORGANISATION = of("2.5.4.10");
    static final byte[] UNIT = of("2.5.4.11");
    static final byte[] LOCALITY = of("2.5.4.7");
    static final byte[] COMMON_NAME = of("2.5.4.3");

    static final byte[] RSA_ENCRYPTION = of("1.2.840.113549.1.1.1");
    static final byte[] SHA256_WITH_RSA = of("1.2.840.113549.1.1.11");
    static final byte[] SHA_1 = of("1.3.14.3.2.26");
    static final byte[] SHA_256 = of("2.16.840.1.101.3.4.2.1");

    static final byte[] SUBJECT_KEY_ID = of("2.5.29.14");
    static final byte[] KEY_USAGE = of("2.5.29.15");
    static final byte[] SUBJECT_ALT_NAME = of("2.5.29.17");
    static final byte[] ISSUER_ALT_NAME = of("2.5.29.18");
    static final byte[] BASIC_CONSTRAINTS = of("2.5.29.19");
    static final byte[] CRL_NUMBER = of("2.5.29.20");
    static final byte[] REASON_CODE = of("2.5.29.21");
    static final byte[] ISSUING_POINT = of("2.5.29.28");
    static final byte[] DISTRIBUTION_POINTS = of("2.5.29.31");
    static final byte[] POLICIES = of("2.5.29.32");
    static final byte[] AUTHORITY_KEY_ID = of("2.5.29.35");
    static final byte[] KEY_PURPOSES = of("2.5.29.37");
    static final byte[] ACCESS = of("1.3.6.1.5.5.7.1.1");

    static final byte[] CPS = of("1.3.6.1.5.5.7.2.1");
    static final byte[] CLIENT_AUTH = of("1.3.6.1.5.5.7.3.2");
    static final byte[] OCSP_SIGNING = of("1.3.6.1.5.5.7.3.9");
    static final byte[] OCSP = of("1.3.6.1.5.5.7.48.1");
    static final byte[] OCSP_BASIC_NONCE = of("1.3.6.1.5.5.7.48.1.2");
    static final byte[] OCSP_NO_CHECK = of("1.3.6.1.5.5.7.48.1.5");
    static final byte[] OCSP_ARCHIVE_CUTOFF = of("1.3.6.1.5.5.7.48.1.6");

    private Oids() {}

    /** Reference 2.4: the arc of the four items. */
    static byte[] fourItems(int last) {
        return of("1.2.392.200149.8.5.5." + last);
    }

    static byte[] of(String dotted) {
        long[] arcs = Arrays.stream(dotted.split("\\.")).mapToLong(Long::parseLong).toArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        base128(out, arcs[0] * 40 + arcs[1]);
        for (int i = 2; i < arcs.length; i++) {
            base128(out, arcs[i]);
        }
        return out.toByteArray();
    }

    private static void base128(ByteArrayOutputStream out, long value) {
        int groups = 1;
        for (long rest = value >>> 7; rest != 0; rest >>>= 7) {
            groups++;
        }
        for (int i = groups - 1; i >= 0; i--) {
            out.write((int) (value >>> (7 * i) & 0x7F) | (i > 0 ? 0x80 : 0));
        }
    }

    /** For people; whatever cannot be an identifier is shown as bytes. */
    static String dotted(Der oid) {
        StringBuilder text = new StringBuilder();
        long value = 0;
        for (int i = 0; i < oid.length(); i++) {
            value = value << 7 | (oid.at(i) & 0x7F);
            if (value > Integer.MAX_VALUE) {
                return oid.shown();
            }
            if (oid.at(i) >= 0) {
                if (text.isEmpty()) {
                    long top = Math.min(value / 40, 2);
                    text.append(top).append('.').append(value - 40 * top);
                } else {
                    text.append('.').append(value);
                }
                value = 0;
            }
        }
        return text.toString();
    }
}
