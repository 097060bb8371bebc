package org.openmyna.trust.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openmyna.trust.profile.RevocationList.Revoked;

/** revokedCertificates (RFC 5280 5.1.2.6): the DER, and where in it each entry starts. */
final class RevokedEntries {
    private static final RevokedEntries NONE = new RevokedEntries(new byte[0], new int[0]);

    private final byte[] der;
    private final int[] starts;

    private RevokedEntries(byte[] der, int[] starts) {
        this.der = der;
        this.starts = starts;
    }

    static RevokedEntries none() {
        return NONE;
    }

    static RevokedEntries read(byte[] sequence) {
        DerReader in = DerReader.over(sequence).sequence("revokedCertificates");
        if (in.atEnd()) {
            throw new DerFault("revokedCertificates: written though empty");
        }
        int[] starts = new int[64];
        int count = 0;
        boolean ascending = true;
        CertificateSerial before = null;
        while (!in.atEnd()) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = in.position();
            CertificateSerial serial = entry(in).serial();
            ascending &= before == null || before.compareTo(serial) < 0;
            before = serial;
        }
        RevokedEntries entries = new RevokedEntries(sequence, Arrays.copyOf(starts, count));
        return ascending ? entries : entries.sorted();
    }

    private RevokedEntries sorted() {
        int[] ordered =
                Arrays.stream(starts)
                        .boxed()
                        .sorted(Comparator.comparing(start -> at(start).serial()))
                        .mapToInt(Integer::intValue)
                        .toArray();
        for (int n = 1; n < ordered.length; n++) {
            if (at(ordered[n - 1]).serial().equals(at(ordered[n]).serial())) {
                throw new DerFault("revokedCertificates: a serial twice");
            }
        }
        return new RevokedEntries(der, ordered);
    }

    private static Revoked entry(DerReader in) {
        String what = "revoked certificate";
        DerReader entry = in.sequence(what);
        CertificateSerial serial = CertificateFields.serial(entry);
        var when = entry.utcTime(what);
        if (entry.atEnd()) {
            return new Revoked(serial, when, RevocationReason.UNSPECIFIED);
        }
        DerReader extensions = entry.sequence(what);
        entry.mustEnd(what);
        Extension reason = Extension.read(extensions);
        extensions.mustEnd(what + ": more than a reason");
        if (!reason.oid().equals(Oid.REASON_CODE) || reason.critical()) {
            throw new DerFault(what + ": not a reason, or a critical one");
        }
        return new Revoked(serial, when, rfc5280_5_3_1(reason.value()));
    }

    private static RevocationReason rfc5280_5_3_1(byte[] value) {
        DerReader in = DerReader.over(value);
        var code = in.wholeNumber(DerReader.ENUMERATED, "reasonCode");
        in.mustEnd("reasonCode");
        return RevocationReason.ofCode(code.bitLength() > 8 ? -1 : code.intValue())
                .orElseThrow(() -> new DerFault("reasonCode: unknown to JPKI"));
    }

    int size() {
        return starts.length;
    }

    Optional<Revoked> find(CertificateSerial serial) {
        byte[] wanted = serial.value().toByteArray();
        int low = 0;
        int high = starts.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int side = compareSerial(starts[middle], wanted);
            if (side == 0) {
                return Optional.of(at(starts[middle]));
            } else if (side < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /**
     * Compares without reading the entry: positive numbers in their shortest form are in the order
     * of their lengths, then of their octets. The entry was read before, so its serial is an
     * INTEGER of at most 20 octets behind the header of a SEQUENCE.
     */
    private int compareSerial(int start, byte[] wanted) {
        int header = der[start + 1] < 0 ? 2 + (der[start + 1] & 0x7F) : 2;
        int length = der[start + header + 1];
        int from = start + header + 2;
        return length != wanted.length
                ? Integer.compare(length, wanted.length)
                : Arrays.compareUnsigned(der, from, from + length, wanted, 0, length);
    }

    List<Revoked> all() {
        List<Revoked> all = new ArrayList<>(starts.length);
        for (int start : starts) {
            all.add(at(start));
        }
        return List.copyOf(all);
    }

    /** Entries were read once before; from a given start they read again without a fault. */
    private Revoked at(int start) {
        return entry(DerReader.at(der, start));
    }
}
