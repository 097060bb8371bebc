package org.openmyna.trust.profile;

import java.util.Optional;
import java.util.function.Consumer;
import org.openmyna.trust.profile.RevocationList.Revoked;

/**
 * revokedCertificates (RFC 5280 5.1.2.6): the DER, and an index of where in it some of the entries
 * start. RFC 5280 asks for no order. In a list that rises, every sixteenth entry is in the index,
 * and the others are behind it; of any other list all entries are, sorted.
 */
final class RevokedEntries {
    /** So many entries for each one in the index of a list that rises. */
    static final int STRIDE = 16;

    /** For who reads a list that rises once and searches nothing: the first entry is the index. */
    static final int NO_INDEX = Integer.MAX_VALUE;

    private final ListBytes in;
    private final long end;
    private final int size;
    private final int stride;
    private final long[] starts;
    private final long[] keys;

    private RevokedEntries(ListBytes in, long end, int size, int stride, SerialIndex index) {
        this.in = in;
        this.end = end;
        this.size = size;
        this.stride = stride;
        this.starts = index.starts();
        this.keys = index.keys();
    }

    static RevokedEntries none(ListBytes in) {
        return new RevokedEntries(in, 0, 0, STRIDE, new SerialIndex(in));
    }

    static RevokedEntries read(ListBytes in, long from, long to, int stride) {
        if (from == to) {
            throw new DerFault("revokedCertificates: written though empty");
        }
        EntryReader reader = new EntryReader();
        SerialIndex sparse = new SerialIndex(in);
        int count = 0;
        boolean rising = true;
        long before = from;
        for (long at = from; at < to; count++) {
            long next = reader.read(in, at, to);
            rising &= count == 0 || SerialIndex.compare(in, before, at) < 0;
            if (count % stride == 0) {
                sparse.add(at);
            }
            before = at;
            at = next;
        }
        return rising
                ? new RevokedEntries(in, to, count, stride, sparse.trimmed())
                : new RevokedEntries(in, to, count, 1, sorted(in, from, to));
    }

    /** All entries of a list that was read before, so that steps are enough. */
    private static SerialIndex sorted(ListBytes in, long from, long to) {
        SerialIndex all = new SerialIndex(in);
        for (long at = from; at < to; at = after(in, at)) {
            all.add(at);
        }
        SerialIndex sorted = all.trimmed();
        sorted.sort();
        return sorted;
    }

    private static long after(ListBytes in, long at) {
        return at + 2 + in.at(at + 1);
    }

    int size() {
        return size;
    }

    Optional<Revoked> find(CertificateSerial serial) {
        byte[] wanted = serial.value().toByteArray();
        long key = SerialIndex.key(wanted);
        int block = lastNotAfter(key, wanted);
        if (block < 0) {
            return Optional.empty();
        }
        long at = starts[block];
        for (int n = 0; n < stride && at < end; n++) {
            int side = SerialIndex.compare(in, at, SerialIndex.key(in, at), key, wanted);
            if (side == 0) {
                return Optional.of(entry(at));
            }
            if (side > 0) {
                return Optional.empty();
            }
            at = after(in, at);
        }
        return Optional.empty();
    }

    private int lastNotAfter(long key, byte[] wanted) {
        int low = 0;
        int high = starts.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (SerialIndex.compare(in, starts[middle], keys[middle], key, wanted) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /** All entries, in the order of their serials. */
    void forEach(Consumer<Revoked> consumer) {
        EntryReader reader = new EntryReader();
        for (long start : starts) {
            long at = start;
            for (int n = 0; n < stride && at < end; n++) {
                at = reader.read(in, at, end);
                consumer.accept(reader.revoked());
            }
        }
    }

    /** Entries were read once before; from a given start they read again without a fault. */
    private Revoked entry(long at) {
        EntryReader reader = new EntryReader();
        reader.read(in, at, end);
        return reader.revoked();
    }
}
