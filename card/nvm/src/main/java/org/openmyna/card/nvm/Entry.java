package org.openmyna.card.nvm;

/**
 * The two words before each object: kind, clearing event and class number; then the number of slots
 * or elements. A transient array has this head only, its content lives in RAM.
 */
record Entry(Kind kind, int clearing, int classNumber, int length) {
    static final int HEAD_BYTES = 8;
    static final byte PERSISTENT = 0;

    static Entry read(CardMemory memory, int address) {
        int word = memory.word(address);
        return new Entry(
                Kind.of(word >>> 24), word >> 16 & 0xFF, word & 0xFFFF, memory.word(address + 4));
    }

    /** The clearing event alone, of an entry that is known to be sound. */
    static int clearing(CardMemory memory, int address) {
        return memory.word(address) >> 16 & 0xFF;
    }

    int firstWord() {
        return kind.number << 24 | clearing << 16 | classNumber;
    }

    boolean isTransient() {
        return clearing != PERSISTENT;
    }

    /** Where the content of an entry at this address lies; 0 if it lives in RAM. */
    int content(int address) {
        return isTransient() ? 0 : address + HEAD_BYTES;
    }

    /**
     * Length in the image with the head, a multiple of four; long, so that nonsense in an image
     * cannot overflow.
     */
    long bytes() {
        long content = isTransient() ? 0 : (long) length * kind.elementBytes;
        return HEAD_BYTES + (content + 3 & ~3L);
    }
}
