package org.openmyna.card.applets;

import javacard.framework.ISOException;
import javacard.framework.JCSystem;

/** The files of one application, and which of them is the current one. */
final class FileTable {

    /** In P1 or P2: a file is named by the low five bits; 0 means the current one. */
    private static final short BY_SHORT_ID = (short) 0x80;

    /** P1 or P2 that names the current file. */
    static final byte CURRENT_FILE = (byte) 0x80;

    private static final short BY_SHORT_ID_MASK = (short) 0xE0;
    private static final short SHORT_ID_MASK = (short) 0x1F;

    private final ElementaryFile[] files;
    private byte count;

    /**
     * Transient; one element: the place of the current file in {@link #files} plus one, 0 if there
     * is none.
     */
    private final byte[] current;

    FileTable(byte capacity) {
        files = new ElementaryFile[capacity];
        current = JCSystem.makeTransientByteArray((short) 1, JCSystem.CLEAR_ON_RESET);
    }

    /** For constructors only. */
    void add(ElementaryFile file) {
        files[count] = file;
        count = (byte) (count + 1);
    }

    byte count() {
        return count;
    }

    ElementaryFile at(byte place) {
        return files[place];
    }

    /** Every verified state ends, and there is no current file any more. */
    void forgetSession() {
        current[0] = 0;
        for (byte i = 0; i < count; i++) {
            if (files[i] instanceof PinFile) {
                ((PinFile) files[i]).forgetVerification();
            }
        }
    }

    /** SELECT: the file with this id becomes the current one, or everything stays and 6A82. */
    void select(short id) {
        current[0] = (byte) (place(id) + 1);
    }

    /** The file with this id, whatever is current. */
    ElementaryFile find(short id) {
        return files[place(id)];
    }

    /**
     * The file that 80 (the current one) or 80|SFI names; a short id also makes its file the
     * current one.
     */
    private ElementaryFile file(byte reference) {
        if ((short) (reference & BY_SHORT_ID_MASK) != BY_SHORT_ID) {
            ISOException.throwIt(StatusWord.WRONG_P1_P2);
        }
        return fileByShortId((short) (reference & SHORT_ID_MASK));
    }

    private ElementaryFile fileByShortId(short shortId) {
        if (shortId != 0) {
            select(shortId);
        }
        if (current[0] == 0) {
            ISOException.throwIt(StatusWord.NO_CURRENT_FILE);
        }
        return files[(byte) (current[0] - 1)];
    }

    PinFile pin(byte reference) {
        ElementaryFile file = file(reference);
        if (!(file instanceof PinFile)) {
            ISOException.throwIt(StatusWord.COMMAND_DOES_NOT_FIT_THE_FILE);
        }
        return (PinFile) file;
    }

    KeyFile key(byte reference) {
        ElementaryFile file = file(reference);
        if (!(file instanceof KeyFile)) {
            ISOException.throwIt(StatusWord.COMMAND_DOES_NOT_FIT_THE_FILE);
        }
        return (KeyFile) file;
    }

    /** P1 of READ BINARY: 00 to 7F is the high part of an offset in the current file. */
    DataFile data(byte p1) {
        ElementaryFile file = p1 >= 0 ? fileByShortId((short) 0) : file(p1);
        if (!(file instanceof DataFile)) {
            ISOException.throwIt(StatusWord.COMMAND_DOES_NOT_FIT_THE_FILE);
        }
        return (DataFile) file;
    }

    /** P2 of READ RECORD: the high five bits are a short id, 0 for the current file. */
    RecordFile records(byte p2) {
        ElementaryFile file = fileByShortId((short) ((short) (p2 >> 3) & SHORT_ID_MASK));
        if (!(file instanceof RecordFile)) {
            ISOException.throwIt(StatusWord.COMMAND_DOES_NOT_FIT_THE_FILE);
        }
        return (RecordFile) file;
    }

    private byte place(short id) {
        for (byte i = 0; i < count; i++) {
            if (files[i].id() == id) {
                return i;
            }
        }
        ISOException.throwIt(StatusWord.FILE_NOT_FOUND);
        return 0;
    }
}
