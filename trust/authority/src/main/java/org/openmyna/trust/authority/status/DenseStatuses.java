package org.openmyna.trust.authority.status;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Blocks side by side, from the first serial that ever came. One thread writes, any number reads.
 *
 * <p>The writer keeps a run of new good serials back until it ends, since issuing makes long runs
 * and each of them would copy the block; {@link #publish} gives it out.
 */
final class DenseStatuses {
    private static final int MOST_BLOCKS = 1 << 20;
    private static final int FIRST_BLOCKS = 16;
    private static final int OBJECT_HEADS = 72;

    private static final Table NONE = new Table(0, new AtomicReferenceArray<>(0));

    /** What readers see: blocks, and the number of the first. */
    private record Table(long base, AtomicReferenceArray<@Nullable StatusBlock> blocks) {
        int length() {
            return blocks.length();
        }

        /** The block of a serial, if there is one. */
        @Nullable StatusBlock block(long serial) {
            long at = serial / StatusBlock.SERIALS - base;
            return at < 0 || at >= blocks.length() ? null : blocks.getAcquire((int) at);
        }
    }

    private volatile Table table = NONE;
    private long runFrom;
    private long runTo = -1;

    /** Whether this serial can be held here. */
    boolean takes(long serial) {
        Table now = table;
        if (now == NONE) return true;
        long block = serial / StatusBlock.SERIALS;
        long end = Math.max(block, now.base() + now.length() - 1);
        return end - Math.min(block, now.base()) < MOST_BLOCKS;
    }

    long packed(long serial) {
        StatusBlock block = table.block(serial);
        return block == null ? Packed.UNKNOWN : block.packed((int) (serial % StatusBlock.SERIALS));
    }

    void set(long serial, long packed) {
        if (packed == Packed.GOOD && serial == runTo + 1 && serial % StatusBlock.SERIALS != 0) {
            runTo = serial;
            return;
        }
        publish();
        if (packed == Packed.GOOD && packed(serial) == Packed.UNKNOWN) {
            runFrom = serial;
            runTo = serial;
            return;
        }
        int n = (int) (serial % StatusBlock.SERIALS);
        put(serial, block(serial).with(n, packed));
    }

    /** Lets readers see everything that was set. */
    void publish() {
        if (runTo < 0) return;
        StatusBlock block = block(runFrom);
        int from = (int) (runFrom % StatusBlock.SERIALS);
        int to = (int) (runTo % StatusBlock.SERIALS);
        boolean plain = true;
        for (int n = from; n <= to; n++) plain &= block.packed(n) < 0;
        if (plain) {
            put(runFrom, block.withGood(from, to));
        } else {
            for (int n = from; n <= to; n++) block = block.with(n, Packed.GOOD);
            put(runFrom, block);
        }
        runTo = -1;
    }

    private StatusBlock block(long serial) {
        StatusBlock block = table.block(serial);
        return block == null ? StatusBlock.EMPTY : block;
    }

    private void put(long serial, StatusBlock block) {
        long number = serial / StatusBlock.SERIALS;
        Table now = grownTo(number);
        now.blocks().setRelease((int) (number - now.base()), block);
    }

    private Table grownTo(long number) {
        Table now = table;
        if (now == NONE) {
            table = new Table(number, new AtomicReferenceArray<>(FIRST_BLOCKS));
        } else if (number < now.base() || number >= now.base() + now.length()) {
            table = grown(now, number);
        }
        return table;
    }

    private static Table grown(Table old, long number) {
        long base = Math.min(number, old.base());
        long end = Math.max(number + 1, old.base() + old.length());
        int length = Math.toIntExact(Math.max(end - base, old.length() * 3L / 2));
        var blocks = new AtomicReferenceArray<@Nullable StatusBlock>(length);
        for (int at = 0; at < old.length(); at++) {
            blocks.setPlain((int) (at + old.base() - base), old.blocks().getPlain(at));
        }
        return new Table(base, blocks);
    }

    long bytes() {
        Table now = table;
        long bytes = 8L * now.length();
        for (int at = 0; at < now.length(); at++) {
            StatusBlock block = now.blocks().getAcquire(at);
            if (block != null) bytes += block.bytes() + OBJECT_HEADS;
        }
        return bytes;
    }

    void write(DataOutput out) throws IOException {
        Table now = table;
        int count = 0;
        for (int at = 0; at < now.length(); at++) {
            if (now.blocks().getAcquire(at) != null) count++;
        }
        out.writeInt(count);
        for (int at = 0; at < now.length(); at++) {
            StatusBlock block = now.blocks().getAcquire(at);
            if (block != null) {
                out.writeLong(now.base() + at);
                block.write(out);
            }
        }
    }

    static DenseStatuses read(DataInput in) throws IOException {
        var statuses = new DenseStatuses();
        int count = in.readInt();
        for (int n = 0; n < count; n++) {
            long number = in.readLong();
            if (number < 0 || !statuses.takes(number * StatusBlock.SERIALS)) {
                throw new IOException("a block out of range");
            }
            statuses.put(number * StatusBlock.SERIALS, StatusBlock.read(in));
        }
        return statuses;
    }
}
