package org.openmyna.card.applets;

import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Util;

/** One object of GET DATA: absent until it is stored, then 1 octet up to its capacity. */
final class DataObject {

    private final short tag;
    private final byte[] content;
    private short length;

    DataObject(short tag, short capacity) {
        this.tag = tag;
        this.content = new byte[capacity];
    }

    short tag() {
        return tag;
    }

    /** 0 while it is absent. */
    short length() {
        return length;
    }

    byte[] content() {
        return content;
    }

    /** Old or new after a loss of power. */
    void store(byte[] buffer, short offset, short newLength) {
        if (newLength <= 0 || newLength > (short) content.length) {
            ISOException.throwIt(StatusWord.WRONG_DATA);
        }
        JCSystem.beginTransaction();
        Util.arrayCopy(buffer, offset, content, (short) 0, newLength);
        length = newLength;
        JCSystem.commitTransaction();
    }
}
