package org.openmyna.card.nvm;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.nvm.ClassTable.NvmClass;

/**
 * The objects of a card and their places in the image. Objects are made one above the other and
 * never go away: a card has no garbage collector, and its applets make everything when they are
 * installed. After power-on all of them sleep in the image; each wakes when it is first reached.
 */
final class Heap {
    private final CardMemory memory;
    private final Header header;
    private final ClassTable table;
    private final Refusals refusals;
    private final Stores stores;
    private final Directory directory = new Directory();
    private final Slots slots;
    private final byte[] lent;

    Heap(
            CardMemory memory,
            Header header,
            ClassTable table,
            Refusals refusals,
            Stores stores,
            byte[] lent) {
        this.memory = memory;
        this.header = header;
        this.table = table;
        this.refusals = refusals;
        this.stores = stores;
        slots = new Slots(memory, directory);
        this.lent = lent;
    }

    // ---- making objects

    int allocate(PersistentObject object) {
        NvmClass type = table.of(object.getClass());
        return place(
                new Entry(Kind.OBJECT, Entry.PERSISTENT, type.number(), type.fields().size()),
                object);
    }

    /** A persistent array. */
    <T> T allocate(T array, Kind kind, int length) {
        place(new Entry(kind, Entry.PERSISTENT, elementNumber(array, kind), length), array);
        return array;
    }

    /** A transient array: its head has a place in the image, its content has not. */
    <T> T allocate(T array, Kind kind, int length, Clearing clearing) {
        place(new Entry(kind, clearing.number, elementNumber(array, kind), length), array);
        return array;
    }

    private int elementNumber(Object array, Kind kind) {
        return kind == Kind.REFERENCES ? table.of(array.getClass().getComponentType()).number() : 0;
    }

    /**
     * Zeros, head, and last the new top: before it the object does not exist, after it the object
     * is whole.
     */
    private int place(Entry entry, Object object) {
        int address = header.top();
        if (stores.transactionOpen() || entry.bytes() > memory.size() - address) {
            throw refusals.memoryFull();
        }
        stores.touch();
        int end = address + (int) entry.bytes();
        for (int at = address + Entry.HEAD_BYTES; at < end; at += 4) {
            if (memory.word(at) != 0) {
                memory.program(at, 0, 4);
            }
        }
        memory.program(address, entry.firstWord(), 4);
        memory.program(address + 4, entry.length(), 4);
        memory.programInOrder(Header.TOP_AT, end);
        directory.add(address, object);
        return address;
    }

    int freeBytes() {
        return Math.max(0, memory.size() - header.top() - Entry.HEAD_BYTES);
    }

    // ---- reading objects from the image

    /**
     * The object at an address of a checked image. It wakes when it is first asked for: it is made
     * and gets its content; the objects it refers to go on sleeping.
     */
    Object at(int address) {
        @Nullable Object known = directory.awake(address);
        return known != null ? known : wake(address);
    }

    /** How many objects are awake. */
    int awake() {
        return directory.count();
    }

    /** It counts as awake once it is whole, whatever stops the running code before. */
    private Object wake(int address) {
        Entry entry = Entry.read(memory, address);
        Object object = shell(entry, address);
        load(object, entry.content(address));
        directory.add(address, object);
        return object;
    }

    /** What a field refers to that is null in Java: nothing, or an object that sleeps. */
    @Nullable Object wakeSlot(PersistentObject object, int slot) {
        return reference(object.address + Entry.HEAD_BYTES + 4 * slot);
    }

    /** The same for an element; a transient array, or one of no card, is as it is. */
    @Nullable Object wakeElement(Object array, int index) {
        int address = directory.find(array);
        return address == Directory.UNKNOWN || isTransient(address)
                ? null
                : reference(address + Entry.HEAD_BYTES + 4 * index);
    }

    private @Nullable Object reference(int place) {
        int target = stores.word(place);
        return target == 0 ? null : at(target);
    }

    private Object shell(Entry entry, int address) {
        NvmClass type = Objects.requireNonNull(table.byNumber(entry.classNumber()));
        return switch (entry.kind()) {
            case OBJECT -> type.rebuild(address);
            case BOOLEANS -> new boolean[entry.length()];
            case BYTES -> new byte[entry.length()];
            case SHORTS -> new short[entry.length()];
            case REFERENCES -> Array.newInstance(type.type(), entry.length());
            case NONE -> throw new IllegalStateException("The structure was checked.");
        };
    }

    /** Puts the content of the image back into the objects that are awake. */
    void reload() {
        for (int n = 0; n < directory.count(); n++) {
            int address = directory.address(n);
            load(directory.object(n), Entry.read(memory, address).content(address));
            if (directory.object(n) instanceof Reloadable derived) {
                derived.reloaded();
            }
        }
    }

    private void load(Object object, int content) {
        if (object instanceof PersistentObject persistent) {
            persistent.nvm$load(slots.of(content));
        } else if (content != 0) {
            loadArray(object, content);
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
                    references[n] = directory.awake(memory.word(content + 4 * n));
                }
            }
        }
    }

    // ---- addresses

    /** Where an array's content lies, 0 if it is in RAM only. */
    @SuppressWarnings("ArrayEquals") // the very array that was lent
    int contentOf(Object array) {
        if (array == lent) {
            return 0;
        }
        int address = directory.find(array);
        if (address == Directory.UNKNOWN) {
            throw refusals.notOfThisCard(
                    "An array that was not made on this card, such as a constant, cannot be written.");
        }
        return isTransient(address) ? 0 : address + Entry.HEAD_BYTES;
    }

    int addressOf(@Nullable Object object) {
        if (object == null) {
            return 0;
        }
        if (object instanceof PersistentObject persistent) {
            return persistent.address;
        }
        int address = directory.find(object);
        if (address == Directory.UNKNOWN) {
            throw refusals.notOfThisCard(
                    "A "
                            + object.getClass().getTypeName()
                            + " of this kind cannot be kept on the card.");
        }
        return address;
    }

    // ---- transient arrays

    private boolean isTransient(int address) {
        return Entry.clearing(memory, address) != Entry.PERSISTENT;
    }

    byte transience(Object object) {
        int address = object.getClass().isArray() ? directory.find(object) : Directory.UNKNOWN;
        return address == Directory.UNKNOWN
                ? Entry.PERSISTENT
                : (byte) Entry.clearing(memory, address);
    }

    /** A transient array that sleeps is empty already. */
    void clear(Clearing clearing) {
        for (int n = 0; n < directory.count(); n++) {
            if (Entry.clearing(memory, directory.address(n)) == clearing.number) {
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
}
