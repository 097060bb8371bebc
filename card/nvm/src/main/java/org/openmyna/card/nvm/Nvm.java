package org.openmyna.card.nvm;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.nvm.CardImageDamaged.Reason;

/**
 * The card's memory while it has power: the image is the truth, Java objects are its cache. Reads
 * go to the objects and cost nothing, or a comparison with null; every store goes to both, the
 * image first.
 *
 * <p>One thread at a time works on a card, and says so with {@link #enter}: the barriers find the
 * memory of the running card by thread.
 */
public final class Nvm {
    private static final ThreadLocal<@Nullable Nvm> CURRENT = new ThreadLocal<>();

    private final CardMemory memory;
    private final Header header;
    private final Journal journal;
    private final Stores stores;
    private final Heap heap;

    private Nvm(
            CardMemory memory,
            ClassTable table,
            Refusals refusals,
            byte[] lent,
            Journals journals) {
        this.memory = memory;
        header = new Header(memory);
        journal = journals.apply(memory, refusals::journalFull);
        stores = new Stores(memory, header, journal);
        heap = new Heap(memory, header, table, refusals, stores, lent);
    }

    /** Makes the journal; the tests make one that is broken. */
    interface Journals extends BiFunction<CardMemory, Supplier<RuntimeException>, Journal> {}

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

    static Nvm format(
            CardMemory memory,
            ClassTable table,
            Refusals refusals,
            byte[] lent,
            Journals journals) {
        new Header(memory).format(table.layoutHash());
        return new Nvm(memory, table, refusals, lent, journals);
    }

    /**
     * Checks the image and refuses it untouched, or finishes an interrupted commit. All objects
     * sleep; each is made when the running code first reaches it.
     *
     * @throws CardImageDamaged with its reason
     */
    public static Nvm powerOn(CardMemory memory, ClassTable table, Refusals refusals, byte[] lent) {
        return powerOn(memory, table, refusals, lent, Journal::new);
    }

    static Nvm powerOn(
            CardMemory memory,
            ClassTable table,
            Refusals refusals,
            byte[] lent,
            Journals journals) {
        check(memory, table);
        if (Journal.hasWork(memory)) {
            Journal.redo(memory);
        }
        if (!new Header(memory).clean()) {
            Journal.wipe(memory);
        }
        return new Nvm(memory, table, refusals, lent, journals);
    }

    /**
     * With work in the journal a copy is finished and checked: the image itself stays until it is
     * known to be sound.
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

    /** Orderly end: checksum and clean mark. */
    public void powerOff() {
        journal.forget();
        stores.markClean();
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
        return heap.at(header.root());
    }

    /**
     * The same, of the type that the runtime expects.
     *
     * @throws CardImageDamaged if the image names another object
     */
    public <T> T root(Class<T> type) {
        Object root = root();
        if (!type.isInstance(root)) {
            throw new CardImageDamaged(
                    Reason.STRUCTURE, "The image is damaged: its root is no " + type.getName());
        }
        return type.cast(root);
    }

    /** Ends the installation: from here on the image is a card. */
    public void setRoot(Object root) {
        memory.programInOrder(Header.ROOT_AT, heap.addressOf(root));
    }

    // ---- transactions

    public boolean transactionOpen() {
        return journal.isOpen();
    }

    public void beginTransaction() {
        journal.begin();
    }

    public void commitTransaction() {
        stores.commit();
    }

    /**
     * Forgets what waited and reads all that is awake again: code that goes on sees the old values.
     * A commit that an error of the machine tore apart past its count word is finished instead.
     */
    public void abortTransaction() {
        journal.forget();
        if (Journal.hasWork(memory)) {
            Journal.redo(memory);
            Journal.wipe(memory);
        }
        heap.reload();
    }

    public int unusedCommitBytes() {
        return 4 * journal.freeRecords();
    }

    public int maxCommitBytes() {
        return 4 * Journal.MOST_RECORDS;
    }

    /** A command has ended: what it wrote outlives whatever the memory promises to outlive. */
    public void settle() {
        memory.settle();
    }

    // ---- stores

    void storeSlot(PersistentObject object, int slot, int value) {
        stores.store(object.address + Entry.HEAD_BYTES + 4 * slot, value, 4);
    }

    void storeElement(Object array, int index, int value, int bytes) {
        int content = heap.contentOf(array);
        if (content != 0) {
            stores.store(content + index * bytes, value, bytes);
        }
    }

    /** All or nothing: inside the open transaction, or in one of its own. */
    public void copy(byte[] source, int from, byte[] target, int to, int length) {
        requireInside(source, from, length);
        requireInside(target, to, length);
        int content = heap.contentOf(target);
        if (content != 0) {
            stores.storeRun(content + to, source, from, length);
        }
        System.arraycopy(source, from, target, to, length);
    }

    /** Word after word, whether a transaction is open or not. */
    public void copyNonAtomic(byte[] source, int from, byte[] target, int to, int length) {
        requireInside(source, from, length);
        requireInside(target, to, length);
        int content = heap.contentOf(target);
        if (content != 0) {
            stores.storeRunNow(content + to, source, from, length);
        }
        System.arraycopy(source, from, target, to, length);
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

    /** As the machine itself answers an index outside an array. */
    public static void requireInside(byte[] array, int offset, int length) {
        if (offset < 0 || length < 0 || offset + length > array.length) {
            throw new ArrayIndexOutOfBoundsException();
        }
    }

    // ---- objects

    Heap heap() {
        return heap;
    }

    public int freeBytes() {
        return heap.freeBytes();
    }

    public boolean[] newTransientBooleans(int length, Clearing clearing) {
        return heap.allocate(new boolean[length], Kind.BOOLEANS, length, clearing);
    }

    public byte[] newTransientBytes(int length, Clearing clearing) {
        return heap.allocate(new byte[length], Kind.BYTES, length, clearing);
    }

    public short[] newTransientShorts(int length, Clearing clearing) {
        return heap.allocate(new short[length], Kind.SHORTS, length, clearing);
    }

    public Object[] newTransientReferences(int length, Clearing clearing) {
        return heap.allocate(new Object[length], Kind.REFERENCES, length, clearing);
    }

    /** 0 if persistent or unknown, 1 if cleared on reset, 2 if cleared on deselection. */
    public byte transience(Object object) {
        return heap.transience(object);
    }

    /** Zeroes the transient arrays of this event. */
    public void clear(Clearing clearing) {
        heap.clear(clearing);
    }
}
