package org.openmyna.card.nvm;

/** What an entry of the heap is; the ordinal is written into the image, so the order must stay. */
enum Kind {
    NONE(0),
    OBJECT(4),
    BOOLEANS(1),
    BYTES(1),
    SHORTS(2),
    REFERENCES(4);

    private static final Kind[] BY_NUMBER = values();

    final int elementBytes;

    Kind(int elementBytes) {
        this.elementBytes = elementBytes;
    }

    /** NONE for a number that means nothing. */
    static Kind of(int number) {
        return number > 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : NONE;
    }
}
