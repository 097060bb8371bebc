package org.openmyna.card.nvm;

/**
 * What an entry of the heap is, with its number in the image and the length of an element there.
 */
enum Kind {
    NONE(0, 0),
    OBJECT(1, 4),
    BOOLEANS(2, 1),
    BYTES(3, 1),
    SHORTS(4, 2),
    REFERENCES(5, 4);

    private static final Kind[] BY_NUMBER = values();

    final int number;
    final int elementBytes;

    Kind(int number, int elementBytes) {
        this.number = number;
        this.elementBytes = elementBytes;
    }

    /** NONE for a number that means nothing. */
    static Kind of(int number) {
        return number > 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : NONE;
    }
}
