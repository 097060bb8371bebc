package org.openmyna.trust.profile;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import org.openmyna.trust.profile.RevocationList.Revoked;

/**
 * Reads one entry of revokedCertificates (RFC 5280 5.1.2.6) after the other without making objects.
 * Strict DER leaves an entry one form, with its reason or without. For one thread.
 */
final class EntryReader {
    private static final String WHAT = "revoked certificate";
    private static final int MAX_SERIAL = 20;

    private final byte[] entry = new byte[EntryWriter.MOST];
    private int serialLength;
    private long second;
    private int reason;

    /**
     * @return where the next one begins
     * @throws DerFault for anything but a serial, a date and a reason JPKI knows
     */
    long read(ListBytes in, long at, long end) {
        if (end - at < 2 || in.at(at) != DerReader.SEQUENCE) {
            throw new DerFault(WHAT + ": not a SEQUENCE");
        }
        int length = 2 + in.at(at + 1);
        if (length > EntryWriter.MOST || length > end - at) {
            throw new DerFault(WHAT + ": longer than an entry, or than what holds it");
        }
        in.copy(at, entry, length);
        rfc5280_5_1_2_6(length);
        return at + length;
    }

    private void rfc5280_5_1_2_6(int end) {
        int time = serial(end);
        int next = time(time, end);
        reason = next == end ? RevocationReason.UNSPECIFIED.code() : rfc5280_5_3_1(next, end);
    }

    private int serial(int end) {
        serialLength = content(EntryWriter.SERIAL - 2, DerReader.INTEGER, end);
        int first = EntryWriter.SERIAL;
        if (serialLength == 0 || serialLength > MAX_SERIAL || entry[first] < 0) {
            throw new DerFault("serialNumber: not positive or too long");
        }
        if (entry[first] == 0 && (serialLength == 1 || entry[first + 1] >= 0)) {
            throw new DerFault("serialNumber: zero, or not in its shortest form");
        }
        return first + serialLength;
    }

    private int time(int at, int end) {
        boolean generalized = at < end && entry[at] == DerTime.GENERALIZED_TIME;
        int tag = generalized ? DerTime.GENERALIZED_TIME : DerTime.UTC_TIME;
        int length = content(at, tag, end);
        second =
                generalized
                        ? DerTime.generalizedTime(entry, at + 2, length, WHAT)
                        : DerTime.utcTime(entry, at + 2, length, WHAT);
        return at + 2 + length;
    }

    private int content(int at, int tag, int end) {
        if (end - at < 2 || entry[at] != tag) {
            throw new DerFault(WHAT + ": another field expected");
        }
        int length = entry[at + 1];
        if (length < 0 || length > end - at - 2) {
            throw new DerFault(WHAT + ": a field longer than what holds it");
        }
        return length;
    }

    private int rfc5280_5_3_1(int at, int end) {
        byte[] form = EntryWriter.REASON;
        int code = at + form.length;
        if (end != code + 1 || !Arrays.equals(entry, at, code, form, 0, form.length)) {
            throw new DerFault(WHAT + ": more than a reason, or a critical one");
        }
        if (RevocationReason.ofCode(entry[code]).isEmpty()) {
            throw new DerFault("reasonCode: unknown to JPKI");
        }
        return entry[code];
    }

    /** The entry read last. */
    Revoked revoked() {
        BigInteger serial = new BigInteger(1, entry, EntryWriter.SERIAL, serialLength);
        return new Revoked(
                new CertificateSerial(serial),
                Instant.ofEpochSecond(second),
                RevocationReason.ofCode(reason).orElseThrow());
    }
}
