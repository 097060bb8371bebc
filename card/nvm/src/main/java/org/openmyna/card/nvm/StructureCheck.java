package org.openmyna.card.nvm;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.nvm.CardImageDamaged.Reason;
import org.openmyna.card.nvm.ClassTable.NvmClass;

/**
 * Looks at a whole heap before any object is made of it: the heads chain from the bottom exactly to
 * the top, each class is known and has its number of fields, each reference hits an object of a
 * fitting type, each small number fits its field.
 */
final class StructureCheck {
    private final CardMemory memory;
    private final ClassTable table;
    private final Header header;
    private int[] starts = new int[64];
    private int count;

    StructureCheck(CardMemory memory, ClassTable table) {
        this.memory = memory;
        this.table = table;
        header = new Header(memory);
    }

    void run() {
        walk();
        for (int n = 0; n < count; n++) {
            checkContent(starts[n]);
        }
        if (header.root() == 0) {
            throw new CardImageDamaged(
                    Reason.NOT_INSTALLED, "The installation of this card was not finished.");
        }
        require(isStart(header.root()), "the root", header.root());
    }

    private void walk() {
        int top = header.top();
        require(top >= Header.HEAP_AT && top <= memory.size() && top % 4 == 0, "the top", top);
        int address = Header.HEAP_AT;
        while (address < top) {
            require(address + Entry.HEAD_BYTES <= top, "an entry", address);
            Entry entry = Entry.read(memory, address);
            require(isSound(entry) && entry.bytes() <= top - address, "an entry", address);
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
            }
            starts[count++] = address;
            address += (int) entry.bytes();
        }
    }

    private boolean isSound(Entry entry) {
        if (entry.length() < 0
                || entry.length() > Short.MAX_VALUE
                || entry.clearing() > Clearing.values().length) {
            return false;
        }
        @Nullable NvmClass type = table.byNumber(entry.classNumber());
        return switch (entry.kind()) {
            case NONE -> false;
            case OBJECT ->
                    !entry.isTransient()
                            && type != null
                            && type.rebuild() != null
                            && type.fields().size() == entry.length();
            case REFERENCES -> type != null;
            case BOOLEANS, BYTES, SHORTS -> entry.classNumber() == 0;
        };
    }

    private void checkContent(int address) {
        Entry entry = Entry.read(memory, address);
        int content = address + Entry.HEAD_BYTES;
        @Nullable NvmClass type = table.byNumber(entry.classNumber());
        if (entry.isTransient() || type == null) {
            return;
        }
        if (entry.kind() == Kind.OBJECT) {
            List<Class<?>> fields = type.fields();
            for (int n = 0; n < fields.size(); n++) {
                checkSlot(content + 4 * n, fields.get(n));
            }
        } else if (entry.kind() == Kind.REFERENCES) {
            for (int n = 0; n < entry.length(); n++) {
                checkReference(content + 4 * n, type.type());
            }
        } else if (entry.kind() == Kind.BOOLEANS) {
            for (int n = 0; n < entry.length(); n++) {
                require((memory.octet(content + n) & ~1) == 0, "a boolean", content + n);
            }
        }
    }

    private void checkSlot(int slot, Class<?> type) {
        int value = memory.word(slot);
        if (type == boolean.class) {
            require((value & ~1) == 0, "a boolean", slot);
        } else if (type == byte.class) {
            require(value == (byte) value, "a byte", slot);
        } else if (type == short.class) {
            require(value == (short) value, "a short", slot);
        } else if (type != int.class) {
            checkReference(slot, type);
        }
    }

    private void checkReference(int slot, Class<?> wanted) {
        int target = memory.word(slot);
        require(
                target == 0 || (isStart(target) && wanted.isAssignableFrom(typeAt(target))),
                "a reference",
                slot);
    }

    private Class<?> typeAt(int address) {
        Entry entry = Entry.read(memory, address);
        @Nullable NvmClass type = table.byNumber(entry.classNumber());
        Class<?> named = type == null ? Object.class : type.type();
        return switch (entry.kind()) {
            case NONE -> void.class;
            case OBJECT -> named;
            case BOOLEANS -> boolean[].class;
            case BYTES -> byte[].class;
            case SHORTS -> short[].class;
            case REFERENCES -> named.arrayType();
        };
    }

    private boolean isStart(int address) {
        return Arrays.binarySearch(starts, 0, count, address) >= 0;
    }

    private static void require(boolean sound, String what, int address) {
        if (!sound) {
            throw new CardImageDamaged(
                    Reason.STRUCTURE,
                    "The image is damaged: "
                            + what
                            + " at address "
                            + address
                            + " makes no sense.");
        }
    }
}
