package org.openmyna.card.nvm;

import org.jspecify.annotations.Nullable;

/** The fields of one object in the image, four bytes each, as generated code reads them. */
public final class Slots {
    private final CardMemory memory;
    private final Directory directory;
    private int first;

    Slots(CardMemory memory, Directory directory) {
        this.memory = memory;
        this.directory = directory;
    }

    /** One reader serves all objects in turn. */
    Slots of(int content) {
        first = content;
        return this;
    }

    public int number(int slot) {
        return memory.word(first + 4 * slot);
    }

    /** Null for a reference to nothing, and as well for one to an object that sleeps. */
    public @Nullable Object reference(int slot) {
        return directory.awake(number(slot));
    }
}
