package org.openmyna.card.applets;

import javacard.framework.APDU;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;

/**
 * The command at hand and its answer, in the clear, whether or not they travel under secure
 * messaging. One object an application, used anew for each command.
 */
final class Command {

    private static final short ALL = Short.MAX_VALUE;

    private static final byte DATA_OFFSET = (byte) 0;
    private static final byte LENGTH = (byte) 1;
    private static final byte RECEIVED = (byte) 2;
    private static final byte WANTED = (byte) 3;
    private static final byte IS_PROTECTED = (byte) 4;
    private static final byte FIELDS = (byte) 5;

    private final short[] fields;

    /** Null in applications without secure messaging. */
    private SecureMessaging protection;

    Command() {
        fields = JCSystem.makeTransientShortArray(FIELDS, JCSystem.CLEAR_ON_DESELECT);
    }

    /** For constructors only: the application offers secure messaging. */
    void offer(SecureMessaging messaging) {
        protection = messaging;
    }

    void begin(APDU apdu, short received) {
        fields[DATA_OFFSET] = apdu.getOffsetCdata();
        fields[LENGTH] = apdu.getIncomingLength();
        fields[RECEIVED] = received;
        fields[IS_PROTECTED] = 0;
    }

    /** Secure messaging has opened its data object: this is what the command says in the clear. */
    void opened(short length, short wanted) {
        fields[LENGTH] = length;
        fields[RECEIVED] = length;
        fields[WANTED] = wanted;
        fields[IS_PROTECTED] = 1;
    }

    byte[] buffer() {
        return APDU.getCurrentAPDUBuffer();
    }

    byte commandClass() {
        return buffer()[ISO7816.OFFSET_CLA];
    }

    byte instruction() {
        return buffer()[ISO7816.OFFSET_INS];
    }

    byte p1() {
        return buffer()[ISO7816.OFFSET_P1];
    }

    byte p2() {
        return buffer()[ISO7816.OFFSET_P2];
    }

    /** Where the data field begins in the buffer. */
    short dataOffset() {
        return fields[DATA_OFFSET];
    }

    /** Length of the whole data field. */
    short length() {
        return fields[LENGTH];
    }

    /** How much of the data field lies in the buffer from the start. */
    short received() {
        return fields[RECEIVED];
    }

    /** The next part of the data field, over the one before; returns its length. */
    short receiveMore() {
        return APDU.getCurrentAPDU().receiveBytes(fields[DATA_OFFSET]);
    }

    /** Le: 0 if absent, the largest short for everything. To be asked once. */
    short wanted() {
        if (fields[IS_PROTECTED] != 0) {
            return fields[WANTED];
        }
        short wanted = APDU.getCurrentAPDU().setOutgoing();
        return wanted < 0 ? ALL : wanted;
    }

    void requireP1(byte only) {
        if (p1() != only) {
            ISOException.throwIt(StatusWord.WRONG_P1_P2);
        }
    }

    void requireP2(byte only) {
        if (p2() != only) {
            ISOException.throwIt(StatusWord.WRONG_P1_P2);
        }
    }

    void requireNoData() {
        if (fields[LENGTH] != 0) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
    }

    short requireWanted() {
        short wanted = wanted();
        if (wanted == 0) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        return wanted;
    }

    /** The answer has a fixed length: less room is refused, and nothing was computed for it. */
    void requireRoom(short length) {
        if (wanted() < length) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
    }

    /** The data of the answer, after {@link #wanted}. */
    void answer(byte[] from, short offset, short length) {
        APDU apdu = APDU.getCurrentAPDU();
        if (fields[IS_PROTECTED] != 0) {
            protection.answer(apdu, from, offset, length);
            return;
        }
        apdu.setOutgoingLength(length);
        if (from == apdu.getBuffer()) {
            apdu.sendBytes(offset, length);
        } else {
            apdu.sendBytesLong(from, offset, length);
        }
    }
}
