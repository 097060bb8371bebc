package org.openmyna.trust.authority.status;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All statuses of one generation: dense serials in blocks, others in a map. */
final class GenerationStatuses {
    private static final int DENSE_BITS = 40;
    private static final int MAP_ENTRY_BYTES = 150;

    private final DenseStatuses dense;
    private final Map<BigInteger, Long> others = new ConcurrentHashMap<>();
    private final Map<BigInteger, Long> changedOthers = new LinkedHashMap<>();

    GenerationStatuses() {
        this(new DenseStatuses());
    }

    private GenerationStatuses(DenseStatuses dense) {
        this.dense = dense;
    }

    long packed(BigInteger serial) {
        if (serial.bitLength() <= DENSE_BITS) {
            long found = dense.packed(serial.longValue());
            if (found != Packed.UNKNOWN || others.isEmpty()) return found;
        }
        return others.getOrDefault(serial, Packed.UNKNOWN);
    }

    /** For serials of at most 63 bits. */
    long packed(long serial) {
        long found = serial >>> DENSE_BITS == 0 ? dense.packed(serial) : Packed.UNKNOWN;
        return found != Packed.UNKNOWN || others.isEmpty()
                ? found
                : others.getOrDefault(BigInteger.valueOf(serial), Packed.UNKNOWN);
    }

    void set(BigInteger serial, long packed) {
        if (serial.bitLength() <= DENSE_BITS && dense.takes(serial.longValue())) {
            dense.set(serial.longValue(), packed);
        } else {
            changedOthers.put(serial, packed);
        }
    }

    void set(long serial, long packed) {
        if (serial >>> DENSE_BITS == 0 && dense.takes(serial)) {
            dense.set(serial, packed);
        } else {
            changedOthers.put(BigInteger.valueOf(serial), packed);
        }
    }

    void publish() {
        dense.publish();
        others.putAll(changedOthers);
        changedOthers.clear();
    }

    /** Forgets what was set and not published. */
    void forget() {
        dense.forget();
        changedOthers.clear();
    }

    long bytes() {
        return dense.bytes() + (long) others.size() * MAP_ENTRY_BYTES;
    }

    void write(DataOutput out) throws IOException {
        dense.write(out);
        out.writeInt(others.size());
        for (Map.Entry<BigInteger, Long> entry : others.entrySet()) {
            byte[] serial = entry.getKey().toByteArray();
            out.writeByte(serial.length);
            out.write(serial);
            out.writeLong(entry.getValue());
        }
    }

    static GenerationStatuses read(DataInput in) throws IOException {
        var statuses = new GenerationStatuses(DenseStatuses.read(in));
        int count = in.readInt();
        for (int n = 0; n < count; n++) {
            byte[] serial = new byte[in.readUnsignedByte()];
            in.readFully(serial);
            statuses.others.put(new BigInteger(serial), in.readLong());
        }
        return statuses;
    }
}
