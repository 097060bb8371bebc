package org.openmyna.card.applets;

import javacard.framework.APDU;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Util;

/**
 * A transparent file (作業用EF). Erased bytes are FF; the length of what lies inside is told by its
 * own TLV header.
 */
class DataFile extends ElementaryFile {

    private static final byte ERASED = (byte) 0xFF;

    private final PinFile opener;
    private final byte[] content;

    /**
     * An erased file of {@code size} bytes; {@code opener} is the PIN that opens it for reading,
     * null if it is free.
     */
    DataFile(short id, PinFile opener, short size) {
        super(id);
        this.opener = opener;
        this.content = new byte[size];
        Util.arrayFillNonAtomic(content, (short) 0, size, ERASED);
    }

    /** A free file with something in it from the start; it keeps the array. */
    DataFile(short id, byte[] content) {
        super(id);
        this.opener = null;
        this.content = content;
    }

    /** READ BINARY from {@code offset}: what Le asks for, or what is left of the file. */
    final void read(APDU apdu, short offset) {
        if (opener != null && !opener.isVerified()) {
            ISOException.throwIt(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
        }
        if (apdu.getIncomingLength() != 0) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        short wanted = apdu.setOutgoing();
        if (wanted == 0) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        short left = left(offset);
        if (wanted < 0 || wanted > left) {
            wanted = left;
        }
        apdu.setOutgoingLength(wanted);
        apdu.sendBytesLong(content, offset, wanted);
    }

    /**
     * UPDATE BINARY from {@code offset}: all of the data field or, if power fails, nothing of it.
     */
    final void update(APDU apdu, short offset, short received) {
        short length = apdu.getIncomingLength();
        if (length <= 0) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        if (length > left(offset)) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        byte[] buffer = apdu.getBuffer();
        short data = apdu.getOffsetCdata();
        short end = (short) (offset + length);
        JCSystem.beginTransaction();
        while (true) {
            Util.arrayCopy(buffer, data, content, offset, received);
            offset = (short) (offset + received);
            if (offset == end) {
                break;
            }
            received = apdu.receiveBytes(data);
        }
        JCSystem.commitTransaction();
    }

    private short left(short offset) {
        if (offset >= (short) content.length) {
            ISOException.throwIt(StatusWord.OFFSET_OUTSIDE_THE_FILE);
        }
        return (short) (content.length - offset);
    }
}
