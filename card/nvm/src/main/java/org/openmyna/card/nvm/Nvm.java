package org.openmyna.card.nvm;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.nvm.ClassTable.NvmClass;

/**
 * The card's memory while it has power: the image is the truth, Java objects are its cache. Reads
 * go to the objects and cost nothing; every store goes to both, the image first.
 *
 * <p>One thread at a time works on a card, and says so with {@link #enter}: the barriers find the
 * memory of the running card by thread.
 */
public final class Nvm {
    private static final ThreadLocal<@Nullable Nvm> CURRENT = new ThreadLocal<>();

    private final CardMemory memory;
    private final ClassTable table;
    private final Refusals refusals;
    private final Header header;
    private final Journal journal;
    private final Directory directory = new Directory();
    private final Slots slots;
    private boolean clean;

    private Nvm(
            CardMemory memory, ClassTable table, Refusals refusals, Journal journal, byte[] lent) {
        this.memory = memory;
        this.table = table;
        this.refusals = refusals;
        this.journal = journal;
        header = new Header(memory);
        slots = new Slots(memory, directory);
        clean = header.clean();
        directory.add(0, 0, lent);
    }

    /**
     * An empty heap on an empty memory. The card does not count as installed before {@link
     * #setRoot}.
     *
     * @param lent an array of the runtime, in RAM and in no image, that applets may write but not
     *     keep
     */
    public static Nvm format(CardMemory memory, ClassTable table, Refusals refusals, byte[] lent) {
        return format(memory, table, refusals, lent, Journal::new);
    }

    /**
     * Checks the image and refuses it untouched, or finishes an interrupted commit and rebuilds all
     * objects.
     */
    public static Nvm powerOn(CardMemory memory, ClassTable table, Refusals refusals, byte[] lent) {
        return powerOn(memory, table, refusals, lent, Journal::new);
    }

    static Nvm format(
            CardMemory memory,
            ClassTable table,
            Refusals refusals,
            byte[] lent,
            BiFunction<CardMemory, Supplier<RuntimeException>, Journal> journals) {
        new Header(memory).format(table.layoutHash());
        return new Nvm(
                memory, table, refusals, journals.apply(memory, refusals::journalFull), lent);
    }

    static Nvm powerOn(
            CardMemory memory,
            ClassTable table,
            Refusals refusals,
            byte[] lent,
            BiFunction<CardMemory, Supplier<RuntimeException>, Journal> journals) {
        check(memory, table);
        if (Journal.hasWork(memory)) {
            Journal.redo(memory);
        }
        Nvm nvm =
                new Nvm(
                        memory,
                        table,
                        refusals,
                        journals.apply(memory, refusals::journalFull),
                        lent);
        nvm.rebuild();
        return nvm;
    }

    /**
     * With work in the journal, a copy is finished and checked: the image itself stays as it is
     * until it is known to be sound.
     */
    private static void check(CardMemory memory, ClassTable table) {
        new Header(memory).check(table.layoutHash());
        CardMemory finished = memory;
        if (Journal.hasWork(memory)) {
            Journal.check(memory);
            finished = CardMemory.inMemory(memory.copy());
            Journal.redo(finished);
        }
        new StructureCheck(finished, table).run();
    }

    private void rebuild() {
        int top = header.top();
        for (int address = Header.HEAP_AT; address < top; ) {
            Entry entry = Entry.read(memory, address);
            directory.add(address, entry.content(address), shell(entry, address));
            address += (int) entry.bytes();
        }
        load();
    }

    private Object shell(Entry entry, int address) {
        NvmClass type = Objects.requireNonNull(table.byNumber(entry.classNumber()));
        return switch (entry.kind()) {
            case OBJECT -> type.rebuild(address);
            case BOOLEANS -> new boolean[entry.length()];
            case BYTES -> new byte[entry.length()];
            case SHORTS -> new short[entry.length()];
            case REFERENCES -> java.lang.reflect.Array.newInstance(type.type(), entry.length());
            case NONE -> throw new IllegalStateException("The structure was checked.");
        };
    }

    /** All persistent content from the image into the objects, in place. */
    private void load() {
        for (int n = 0; n < directory.count(); n++) {
            int content = directory.content(n);
            if (directory.object(n) instanceof PersistentObject persistent) {
                persistent.nvm$load(slots.of(content));
            } else if (content != 0) {
                loadArray(directory.object(n), content);
            }
        }
    }

    private void loadArray(Object array, int content) {
        switch (array) {
            case byte[] bytes -> memory.read(content, bytes, 0, bytes.length);
            case boolean[] booleans -> {
                for (int n = 0; n < booleans.length; n++) {
                    booleans[n] = memory.octet(content + n) != 0;
                }
            }
            case short[] shorts -> {
                for (int n = 0; n < shorts.length; n++) {
                    shorts[n] = memory.half(content + 2 * n);
                }
            }
            default -> {
                @Nullable Object[] references = (@Nullable Object[]) array;
                for (int n = 0; n < references.length; n++) {
                    int target = memory.word(content + 4 * n);
                    references[n] = target == 0 ? null : directory.at(target);
                }
            }
        }
    }

    /** The memory of the card that runs on this thread. */
    public static Nvm current() {
        Nvm nvm = CURRENT.get();
        if (nvm == null) {
            throw new IllegalStateException("No card is running on this thread.");
        }
        return nvm;
    }

    /** From here the thread works on this card; give the answer back to {@link #leave}. */
    public @Nullable Nvm enter() {
        @Nullable Nvm before = CURRENT.get();
        CURRENT.set(this);
        return before;
    }

    public static void leave(@Nullable Nvm before) {
        CURRENT.set(before);
    }

    /** The object from which all others are found. */
    public Object root() {
        return directory.at(header.root());
    }

    /** Ends the installation: from here on the image is a card. */
    public void setRoot(Object root) {
        memory.programInOrder(Header.ROOT_AT, addressOf(root));
    }

    /** Orderly end: checksum and clean mark. */
    public void powerOff() {
        journal.forget();
        if (!clean) {
            header.markClean();
            clean = true;
        }
    }

    // ---- transactions

    public boolean transactionOpen() {
        return journal.isOpen();
    }

    public void beginTransaction() {
        journal.begin();
    }

    public void commitTransaction() {
        if (journal.records() > 0) {
            touch();
        }
        journal.commit();
    }

    /** Forgets what waited and reads everything again: code that goes on sees the old values. */
    public void abortTransaction() {
        journal.forget();
        load();
        for (int n = 0; n < directory.count(); n++) {
            if (directory.object(n) instanceof Reloadable derived) {
                derived.reloaded();
            }
        }
    }

    public int unusedCommitBytes() {
        return 4 * journal.freeRecords();
    }

    public int maxCommitBytes() {
        return 4 * Journal.MOST_RECORDS;
    }

    // ---- stores

    void storeSlot(PersistentObject object, int slot, int value) {
        store(object.address + Entry.HEAD_BYTES + 4 * slot, value, 4);
    }

    void storeElement(Object array, int index, int value, int bytes) {
        int address = contentOf(array);
        if (address != 0) {
            store(address + index * bytes, value, bytes);
        }
    }

    private void store(int address, int value, int bytes) {
        if (journal.isOpen()) {
            journal.add(address, value, bytes);
        } else {
            touch();
            memory.program(address, value, bytes);
        }
    }

    /** The first change after power-on takes the clean mark away. */
    private void touch() {
        if (clean) {
            header.markInUse();
            clean = false;
        }
    }

    /** All or nothing: inside the open transaction, or in one of its own. */
    public void copy(byte[] source, int from, byte[] target, int to, int length) {
        requireInside(source, from, length);
        requireInside(target, to, length);
        int address = contentOf(target);
        if (address != 0) {
            atomically(address + to, source, from, length);
        }
        System.arraycopy(source, from, target, to, length);
    }

    /** As the machine itself answers an index outside an array. */
    public static void requireInside(byte[] array, int offset, int length) {
        if (offset < 0 || length < 0 || offset + length > array.length) {
            throw new ArrayIndexOutOfBoundsException();
        }
    }

    private void atomically(int address, byte[] bytes, int from, int length) {
        boolean own = !journal.isOpen() && chunks(address, length) > 1;
        if (journal.isOpen() || own) {
            if (own) {
                journal.begin();
            }
            try {
                journal.requireRoom(chunks(address, length));
                inChunks(address, bytes, from, length, journal::add);
            } catch (RuntimeException full) {
                if (own) {
                    journal.forget();
                }
                throw full;
            }
            if (own) {
                commitTransaction();
            }
        } else {
            inChunks(address, bytes, from, length, this::store);
        }
    }

    /** Byte after byte, whether a transaction is open or not. */
    public void copyNonAtomic(byte[] source, int from, byte[] target, int to, int length) {
        requireInside(source, from, length);
        requireInside(target, to, length);
        int address = contentOf(target);
        if (address != 0) {
            touch();
            inChunks(address + to, source, from, length, this::storeNow);
            memory.force();
        }
        System.arraycopy(source, from, target, to, length);
    }

    private void storeNow(int address, int value, int bytes) {
        memory.program(address, value, bytes);
        journal.overrule(address, value, bytes);
    }

    public void fill(byte[] array, int offset, int length, byte value) {
        copy(filled(length, value), 0, array, offset, length);
    }

    public void fillNonAtomic(byte[] array, int offset, int length, byte value) {
        copyNonAtomic(filled(length, value), 0, array, offset, length);
    }

    public void storeShortBytes(byte[] array, int offset, short value) {
        copy(new byte[] {(byte) (value >> 8), (byte) value}, 0, array, offset, 2);
    }

    private static byte[] filled(int length, byte value) {
        byte[] bytes = new byte[Math.max(0, length)];
        Arrays.fill(bytes, value);
        return bytes;
    }

    private interface Chunk {
        void store(int address, int value, int bytes);
    }

    /** Splits a run of bytes into stores that each stay inside one word. */
    private static void inChunks(int address, byte[] bytes, int from, int length, Chunk chunk) {
        for (int done = 0; done < length; ) {
            int size = chunk(address + done, length - done);
            int value = 0;
            for (int n = 0; n < size; n++) {
                value = value << 8 | bytes[from + done + n] & 0xFF;
            }
            chunk.store(address + done, value, size);
            done += size;
        }
    }

    private static int chunks(int address, int length) {
        int count = 0;
        for (int done = 0; done < length; count++) {
            done += chunk(address + done, length - done);
        }
        return count;
    }

    private static int chunk(int address, int left) {
        if (address % 4 == 0 && left >= 4) {
            return 4;
        }
        return address % 2 == 0 && left >= 2 ? 2 : 1;
    }

    // ---- addresses

    /** Where an array's content lies, 0 if it is in RAM only. */
    private int contentOf(Object array) {
        int index = directory.find(array);
        if (index == Directory.UNKNOWN) {
            throw refusals.notOfThisCard(
                    "An array that was not made on this card, such as a constant, cannot be written.");
        }
        return directory.content(index);
    }

    int addressOf(@Nullable Object object) {
        if (object == null) {
            return 0;
        }
        if (object instanceof PersistentObject persistent) {
            return persistent.address;
        }
        int index = directory.find(object);
        if (index == Directory.UNKNOWN || directory.address(index) == 0) {
            throw refusals.notOfThisCard(
                    "A "
                            + object.getClass().getTypeName()
                            + " of this kind cannot be kept on the card.");
        }
        return directory.address(index);
    }

    // ---- objects

    int allocateObject(PersistentObject object) {
        NvmClass type = table.of(object.getClass());
        return allocate(
                new Entry(Kind.OBJECT, Entry.PERSISTENT, type.number(), type.fields().size()),
                object);
    }

    void allocateArray(Object array, Kind kind, int length, int clearing) {
        int type =
                kind == Kind.REFERENCES
                        ? table.of(array.getClass().getComponentType()).number()
                        : 0;
        allocate(new Entry(kind, clearing, type, length), array);
    }

    /**
     * Zeros, head, and last the new top: before it the object does not exist, after it the object
     * is whole.
     */
    private int allocate(Entry entry, Object object) {
        int address = header.top();
        if (journal.isOpen() || entry.bytes() > memory.size() - address) {
            throw refusals.memoryFull();
        }
        touch();
        int end = address + (int) entry.bytes();
        for (int at = address + Entry.HEAD_BYTES; at < end; at += 4) {
            if (memory.word(at) != 0) {
                memory.program(at, 0, 4);
            }
        }
        memory.program(address, entry.firstWord(), 4);
        memory.program(address + 4, entry.length(), 4);
        memory.programInOrder(Header.TOP_AT, end);
        directory.add(address, entry.content(address), object);
        return address;
    }

    public int freeBytes() {
        return Math.max(0, memory.size() - header.top() - Entry.HEAD_BYTES);
    }

    // ---- transient arrays

    public boolean[] newTransientBooleans(int length, Clearing clearing) {
        boolean[] array = new boolean[length];
        allocateArray(array, Kind.BOOLEANS, length, number(clearing));
        return array;
    }

    public byte[] newTransientBytes(int length, Clearing clearing) {
        byte[] array = new byte[length];
        allocateArray(array, Kind.BYTES, length, number(clearing));
        return array;
    }

    public short[] newTransientShorts(int length, Clearing clearing) {
        short[] array = new short[length];
        allocateArray(array, Kind.SHORTS, length, number(clearing));
        return array;
    }

    public Object[] newTransientReferences(int length, Clearing clearing) {
        Object[] array = new Object[length];
        allocateArray(array, Kind.REFERENCES, length, number(clearing));
        return array;
    }

    /** 0 if persistent or unknown, 1 if cleared on reset, 2 if cleared on deselection. */
    public byte transience(Object object) {
        int index = object.getClass().isArray() ? directory.find(object) : Directory.UNKNOWN;
        boolean known = index != Directory.UNKNOWN && directory.address(index) != 0;
        return known ? (byte) Entry.read(memory, directory.address(index)).clearing() : 0;
    }

    /** Zeroes the arrays of this event. */
    public void clear(Clearing clearing) {
        for (int n = 0; n < directory.count(); n++) {
            if (transience(directory.object(n)) == number(clearing)) {
                switch (directory.object(n)) {
                    case byte[] bytes -> Arrays.fill(bytes, (byte) 0);
                    case boolean[] booleans -> Arrays.fill(booleans, false);
                    case short[] shorts -> Arrays.fill(shorts, (short) 0);
                    case Object[] references -> Arrays.fill(references, null);
                    default -> throw new IllegalStateException("Only arrays are transient.");
                }
            }
        }
    }

    private static int number(Clearing clearing) {
        return clearing.ordinal() + 1;
    }
}
