package org.openmyna.card.nvm;

import java.util.zip.CRC32C;
import org.openmyna.card.nvm.CardImageDamaged.Reason;

/**
 * The first 64 bytes of an image: what it is, which classes made it, where the heap ends, which
 * object is the root, and whether it was switched off in order. Numbers are big-endian words.
 */
final class Header {
    static final int TOP_AT = 20;
    static final int ROOT_AT = 24;
    static final int JOURNAL_AT = 64;
    static final int JOURNAL_BYTES = 8 * 1024;
    static final int HEAP_AT = JOURNAL_AT + JOURNAL_BYTES;

    private static final int MAGIC_AT = 0;
    private static final int FORMAT_AT = 4;
    private static final int LAYOUT_AT = 8;
    private static final int SIZE_AT = 16;
    private static final int CLEAN_AT = 28;
    private static final int CHECKSUM_AT = 32;

    private static final int MAGIC = 0x4D594E41; // "MYNA"
    private static final int FORMAT = 1;
    private static final int CLEAN = 0x434C4541; // "CLEA"
    private static final int IN_USE = 0;

    private final CardMemory memory;

    Header(CardMemory memory) {
        this.memory = memory;
    }

    /**
     * An image without root is not installed: a loss of power from here until the root is set
     * leaves an unusable card, as it is.
     */
    void format(long layout) {
        if (memory.size() <= HEAP_AT || memory.word(MAGIC_AT) != 0) {
            throw new IllegalStateException(
                    "A card is installed on an empty memory of more than " + HEAP_AT + " bytes.");
        }
        memory.program(FORMAT_AT, FORMAT, 4);
        memory.program(LAYOUT_AT, (int) (layout >> 32), 4);
        memory.program(LAYOUT_AT + 4, (int) layout, 4);
        memory.program(SIZE_AT, memory.size(), 4);
        memory.program(TOP_AT, HEAP_AT, 4);
        memory.programInOrder(MAGIC_AT, MAGIC);
    }

    int top() {
        return memory.word(TOP_AT);
    }

    int root() {
        return memory.word(ROOT_AT);
    }

    boolean clean() {
        return memory.word(CLEAN_AT) == CLEAN;
    }

    void markInUse() {
        memory.programInOrder(CLEAN_AT, IN_USE);
    }

    void markClean() {
        memory.program(CHECKSUM_AT, checksum(), 4);
        memory.programInOrder(CLEAN_AT, CLEAN);
    }

    /** Everything that can be said without looking at objects. */
    void check(long layout) {
        if (memory.size() < JOURNAL_AT
                || memory.word(MAGIC_AT) != MAGIC
                || memory.word(FORMAT_AT) != FORMAT) {
            throw new CardImageDamaged(
                    Reason.NOT_A_CARD_IMAGE, "This is not a card image of format " + FORMAT + ".");
        }
        if (memory.word(SIZE_AT) != memory.size() || memory.size() < HEAP_AT) {
            throw new CardImageDamaged(
                    Reason.WRONG_SIZE,
                    "The image has "
                            + memory.size()
                            + " bytes and says that it has "
                            + memory.word(SIZE_AT)
                            + ".");
        }
        boolean mark = memory.word(CLEAN_AT) == CLEAN || memory.word(CLEAN_AT) == IN_USE;
        if (!mark || (clean() && memory.word(CHECKSUM_AT) != checksum())) {
            throw new CardImageDamaged(
                    Reason.CHECKSUM, "Bytes of the image changed while the card was switched off.");
        }
        if (memory.word(LAYOUT_AT) != (int) (layout >> 32)
                || memory.word(LAYOUT_AT + 4) != (int) layout) {
            throw new CardImageDamaged(
                    Reason.OTHER_LAYOUT,
                    "The image was made by other applets, or another version of them, than are running.");
        }
    }

    /** CRC-32C over all bytes except the mark and the checksum itself. */
    private int checksum() {
        byte[] image = memory.copy();
        CRC32C sum = new CRC32C();
        sum.update(image, 0, CLEAN_AT);
        sum.update(image, CHECKSUM_AT + 4, image.length - CHECKSUM_AT - 4);
        return (int) sum.getValue();
    }
}
