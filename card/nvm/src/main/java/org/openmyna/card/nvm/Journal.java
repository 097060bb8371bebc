package org.openmyna.card.nvm;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.openmyna.card.nvm.CardImageDamaged.Reason;

/**
 * The redo journal. Stores of an open transaction wait here in RAM; {@link #commit} makes them
 * durable with one word.
 *
 * <p>In the image: count word, checksum of the records, records of two words (place and number of
 * bytes, value). Commit writes records, checksum, count, applies the records to the heap, and
 * clears the count. If the power goes before the count, nothing has happened; after it, the next
 * power-on applies the same records again, which changes nothing that was applied already.
 *
 * <p>Then the values in the records are overwritten: what an applet erases or replaces later must
 * not be found here. If the power goes before that, the next power-on does it.
 *
 * <p>Not final and without {@code private} on its four steps, because the tests break each step on
 * purpose and watch the tear sweep catch it.
 */
class Journal {
    static final int MOST_RECORDS = Header.JOURNAL_BYTES / 8 - 1;

    private static final int COUNT_AT = Header.JOURNAL_AT;
    private static final int CHECKSUM_AT = Header.JOURNAL_AT + 4;
    private static final int RECORDS_AT = Header.JOURNAL_AT + 8;
    private static final int FIRST_ROOM = 64;

    final CardMemory memory;
    private final Supplier<RuntimeException> full;
    private int[] places = {};
    private int[] values = {};
    private int count;
    private boolean open;

    Journal(CardMemory memory, Supplier<RuntimeException> full) {
        this.memory = memory;
        this.full = full;
    }

    final boolean isOpen() {
        return open;
    }

    final void begin() {
        open = true;
        count = 0;
    }

    /** A large transaction leaves no room behind that the next one would not need. */
    final void forget() {
        open = false;
        count = 0;
        if (places.length > FIRST_ROOM) {
            places = new int[0];
            values = new int[0];
        }
    }

    final int freeRecords() {
        return MOST_RECORDS - count;
    }

    final int records() {
        return count;
    }

    /** Refuses before anything changed; the transaction stays open. */
    final void requireRoom(int records) {
        if (records > freeRecords()) {
            throw full.get();
        }
    }

    void add(int address, int value, int bytes) {
        requireRoom(1);
        if (count == places.length) {
            int room = Math.min(MOST_RECORDS, Math.max(FIRST_ROOM, 2 * count));
            places = Arrays.copyOf(places, room);
            values = Arrays.copyOf(values, room);
        }
        places[count] = place(address, bytes);
        values[count++] = value;
    }

    /** True if a store to one of these bytes waits. */
    final boolean covers(int address, int bytes) {
        for (int n = 0; n < count; n++) {
            int first = address(places[n]);
            if (first < address + bytes && address < first + bytes(places[n])) {
                return true;
            }
        }
        return false;
    }

    /** What a whole word holds once the transaction is committed. */
    int word(int address) {
        for (int n = count - 1; n >= 0; n--) {
            if (address(places[n]) == address) {
                return values[n];
            }
        }
        return memory.word(address);
    }

    void commit() {
        if (count > 0) {
            writeRecords();
            writeCount(count);
            applyRecords();
            clearCount();
            wipe(memory, count);
        }
        forget();
    }

    final void writeRecords() {
        for (int n = 0; n < count; n++) {
            memory.program(RECORDS_AT + 8 * n, places[n], 4);
            memory.program(RECORDS_AT + 8 * n + 4, values[n], 4);
        }
        memory.program(CHECKSUM_AT, checksum(memory, count), 4);
    }

    final void writeCount(int records) {
        memory.programInOrder(COUNT_AT, records);
    }

    final void applyRecords() {
        for (int n = 0; n < count; n++) {
            memory.program(address(places[n]), values[n], bytes(places[n]));
        }
    }

    final void clearCount() {
        memory.programInOrder(COUNT_AT, 0);
    }

    /** True if the power went between the count word and the end of the commit. */
    static boolean hasWork(CardMemory memory) {
        return memory.word(COUNT_AT) != 0;
    }

    /** Applies what the interrupted commit had promised. */
    static void redo(CardMemory memory) {
        int records = memory.word(COUNT_AT);
        for (int n = 0; n < records; n++) {
            int place = memory.word(RECORDS_AT + 8 * n);
            memory.program(address(place), memory.word(RECORDS_AT + 8 * n + 4), bytes(place));
        }
        memory.programInOrder(COUNT_AT, 0);
    }

    /** Overwrites the values of records that nobody needs any more, wherever they came from. */
    static void wipe(CardMemory memory) {
        wipe(memory, MOST_RECORDS);
    }

    private static void wipe(CardMemory memory, int records) {
        for (int n = 0; n < records; n++) {
            int value = RECORDS_AT + 8 * n + 4;
            if (memory.word(value) != 0) {
                memory.program(value, 0, 4);
            }
        }
    }

    static void check(CardMemory memory) {
        int records = memory.word(COUNT_AT);
        boolean readable =
                records >= 0
                        && records <= MOST_RECORDS
                        && memory.word(CHECKSUM_AT) == checksum(memory, records);
        for (int n = 0; readable && n < records; n++) {
            int place = memory.word(RECORDS_AT + 8 * n);
            int bytes = bytes(place);
            boolean width = bytes == 1 || bytes == 2 || bytes == 4;
            readable =
                    width
                            && address(place) % bytes == 0
                            && address(place) >= Header.HEAP_AT
                            && address(place) + bytes <= memory.size();
        }
        if (!readable) {
            throw new CardImageDamaged(
                    Reason.JOURNAL, "The journal of the last transaction cannot be read.");
        }
    }

    private static int checksum(CardMemory memory, int records) {
        byte[] written = new byte[8 * records];
        memory.read(RECORDS_AT, written, 0, written.length);
        CRC32C sum = new CRC32C();
        sum.update(written);
        return (int) sum.getValue();
    }

    private static int place(int address, int bytes) {
        return address << 3 | bytes;
    }

    private static int address(int place) {
        return place >>> 3;
    }

    private static int bytes(int place) {
        return place & 7;
    }
}
