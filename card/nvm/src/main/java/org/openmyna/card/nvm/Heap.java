package org.openmyna.card.nvm;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.nvm.ClassTable.NvmClass;

/**
 * The objects of a card and their places in the image. Objects are made one above the other and
 * never go away: a card has no garbage collector, and its applets make everything when they are
 * installed.
 */
final class Heap {
    private final CardMemory memory;
    private final Header header;
    private final ClassTable table;
    private final Refusals refusals;
    private final Stores stores;
    private final Directory directory = new Directory();
    private final Slots slots;

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
        directory.add(0, 0, lent);
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
        directory.add(address, entry.content(address), object);
        return address;
    }

    int freeBytes() {
        return Math.max(0, memory.size() - header.top() - Entry.HEAD_BYTES);
    }

    // ---- reading objects from the image

    /** All objects of a checked image: first empty ones in their places, then their content. */
    void rebuild() {
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
            case REFERENCES -> Array.newInstance(type.type(), entry.length());
            case NONE -> throw new IllegalStateException("The structure was checked.");
        };
    }

    /** Puts the content of the image back into living objects. */
    void reload() {
        load();
        for (int n = 0; n < directory.count(); n++) {
            if (directory.object(n) instanceof Reloadable derived) {
                derived.reloaded();
            }
        }
    }

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

    // ---- addresses

    /** Where an array's content lies, 0 if it is in RAM only. */
    int contentOf(Object array) {
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

    Object at(int address) {
        return directory.at(address);
    }

    // ---- transient arrays

    byte transience(Object object) {
        int index = object.getClass().isArray() ? directory.find(object) : Directory.UNKNOWN;
        boolean known = index != Directory.UNKNOWN && directory.address(index) != 0;
        return known
                ? (byte) Entry.read(memory, directory.address(index)).clearing()
                : Entry.PERSISTENT;
    }

    void clear(Clearing clearing) {
        for (int n = 0; n < directory.count(); n++) {
            if (directory.content(n) == 0 && transience(directory.object(n)) == clearing.number) {
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
