package org.openmyna.card.javacard.specimen;

/** A link of a list. */
final class Coin {
    final byte face;
    Coin next;

    Coin(byte face, Coin next) {
        this.face = face;
        this.next = next;
    }
}
