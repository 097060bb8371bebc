package org.openmyna.card.applets;

/**
 * A file directly below an application, known by its two-byte id. Ids 0001 to 001E are short ids as
 * well.
 */
abstract class ElementaryFile {

    private final short id;

    ElementaryFile(short id) {
        this.id = id;
    }

    final short id() {
        return id;
    }
}
