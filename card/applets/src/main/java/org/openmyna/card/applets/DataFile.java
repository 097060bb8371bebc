package org.openmyna.card.applets;

import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Util;

/**
 * A transparent file (作業用EF). Erased bytes are FF; the length of what lies inside is told by its
 * own TLV header.
 */
class DataFile extends ReplaceableFile {

    private static final byte ERASED = (byte) 0xFF;

    /** More does not fit into one transaction. */
    private static final short LONGEST_UPDATE = (short) 3072;

    private final Openers openers;
    private final byte[] first;

    /** Null if the file cannot be replaced. */
    private final byte[] second;

    /** An erased file of {@code size} bytes. */
    DataFile(short id, Openers openers, short size, boolean replaceable) {
        super(id);
        this.openers = openers;
        this.first = new byte[size];
        Util.arrayFillNonAtomic(first, (short) 0, size, ERASED);
        this.second = replaceable ? new byte[size] : null;
        if (replaceable) {
            Util.arrayFillNonAtomic(second, (short) 0, size, ERASED);
        }
    }

    /** A file with something in it from the start; it keeps the array. */
    DataFile(short id, Openers openers, byte[] content) {
        super(id);
        this.openers = openers;
        this.first = content;
        this.second = null;
    }

    private byte[] content() {
        return secondIsCurrent() ? second : first;
    }

    private byte[] spare() {
        return secondIsCurrent() ? first : second;
    }

    /** READ BINARY from {@code offset}: what Le asks for, or what is left of the file. */
    final void read(Command command, short offset) {
        if (!openers.areMet()) {
            ISOException.throwIt(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
        }
        command.requireNoData();
        short wanted = command.requireWanted();
        short left = left(offset);
        if (wanted > left) {
            wanted = left;
        }
        command.answer(content(), offset, wanted);
    }

    /**
     * UPDATE BINARY from {@code offset}: all of the data field or, if power fails, nothing of it.
     */
    final void update(Command command, short offset) {
        short length = command.length();
        if (length <= 0 || length > LONGEST_UPDATE || length > left(offset)) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        byte[] content = content();
        short end = (short) (offset + length);
        short received = command.received();
        JCSystem.beginTransaction();
        while (true) {
            Util.arrayCopy(command.buffer(), command.dataOffset(), content, offset, received);
            offset = (short) (offset + received);
            if (offset == end) {
                break;
            }
            received = command.receiveMore();
        }
        JCSystem.commitTransaction();
    }

    /** The same for the draft, which cannot be read. */
    final void updateDraft(short offset, byte[] from, short fromOffset, short length) {
        prepareDraft();
        if (length <= 0 || length > left(offset)) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        JCSystem.beginTransaction();
        Util.arrayCopy(from, fromOffset, spare(), offset, length);
        declareDraft();
        JCSystem.commitTransaction();
    }

    @Override
    final boolean isReplaceable() {
        return second != null;
    }

    @Override
    final void eraseSpare() {
        Util.arrayFillNonAtomic(spare(), (short) 0, (short) first.length, ERASED);
    }

    private short left(short offset) {
        if (offset < 0 || offset >= (short) first.length) {
            ISOException.throwIt(StatusWord.OFFSET_OUTSIDE_THE_FILE);
        }
        return (short) (first.length - offset);
    }
}
