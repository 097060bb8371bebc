package org.openmyna.trust.profile;

import java.math.BigInteger;
import java.util.Locale;

/** Issue number of a certificate (発行の番号): positive, at most 20 octets (RFC 5280 4.1.2.2). */
public record CertificateSerial(BigInteger value) implements Comparable<CertificateSerial> {
    private static final int MAX_BITS = 20 * 8 - 1;

    public CertificateSerial {
        if (!isPossible(value)) {
            throw new SerialOutOfRange(value.bitLength());
        }
    }

    static boolean isPossible(BigInteger value) {
        return value.signum() > 0 && value.bitLength() <= MAX_BITS;
    }

    public static CertificateSerial of(long value) {
        return new CertificateSerial(BigInteger.valueOf(value));
    }

    @Override
    public int compareTo(CertificateSerial other) {
        return value.compareTo(other.value);
    }

    /** Upper-case hexadecimal with an even number of digits, as OpenSSL prints it. */
    @Override
    public String toString() {
        String hex = value.toString(16).toUpperCase(Locale.ROOT);
        return hex.length() % 2 == 0 ? hex : "0" + hex;
    }
}
