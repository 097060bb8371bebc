package org.openmyna.trust.authority.status;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Blocks side by side, from the first serial that ever came. One thread writes, any number reads.
 *
 * <p>The writer keeps changes back until {@link #publish}, and then makes each block anew once,
 * however many of its serials changed: issuing makes long runs, and a rebuild changes everything.
 */
final class DenseStatuses {
    private static final int MOST_BLOCKS = 1 << 20;
    private static final int FIRST_BLOCKS = 16;
    private static final int OBJECT_HEADS = 72;

    /** So many changes of one block and more are made in one go. */
    private static final int MANY = 4;

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
    private final Changes changes = new Changes();
    private final long[] unpacked = new long[StatusBlock.SERIALS];

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
        grownTo(serial / StatusBlock.SERIALS);
        changes.add(serial, packed);
        if (changes.isFull()) publish();
    }

    /** Lets readers see everything that was set. */
    void publish() {
        if (changes.isEmpty()) return;
        Table now = table;
        changes.byBlock(
                now.base(),
                (at, from, to) -> {
                    StatusBlock block = now.blocks().getPlain(at);
                    now.blocks()
                            .setRelease(
                                    at,
                                    changed(block == null ? StatusBlock.EMPTY : block, from, to));
                });
        changes.clear();
    }

    private StatusBlock changed(StatusBlock block, int from, int to) {
        StatusBlock result = block;
        if (to - from < MANY) {
            for (int n = from; n < to; n++)
                result = result.with(changes.place(n), changes.packed(n));
            return result;
        }
        block.unpackInto(unpacked);
        for (int n = from; n < to; n++) unpacked[changes.place(n)] = changes.packed(n);
        return StatusBlock.packedFrom(unpacked);
    }

    /** Forgets what was set and not published. */
    void forget() {
        changes.clear();
    }

    private void put(long number, StatusBlock block) {
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
        // never beyond what {@link #takes} allows, or it would refuse what is here already
        long ahead = Math.min(old.length() * 3L / 2, MOST_BLOCKS);
        int length = Math.toIntExact(Math.max(end - base, ahead));
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
            statuses.put(number, StatusBlock.read(in));
        }
        return statuses;
    }
}
