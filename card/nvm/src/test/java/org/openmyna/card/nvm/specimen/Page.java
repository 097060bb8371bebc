package org.openmyna.card.nvm.specimen;

final class Page {
    final byte number;
    Page next;

    Page(byte number, Page next) {
        this.number = number;
        this.next = next;
    }
}
