package org.openmyna.card.javacard.machine;

import java.util.Arrays;
import javacard.framework.APDU;
import javacard.framework.APDUException;
import javacard.framework.ISO7816;

/**
 * One command and its answer while they pass through the card: the state behind {@link APDU}, one
 * object a card, used anew for each command.
 */
public final class Exchange {
    /** The information field of a T=1 block (IFSC, IFSD). */
    public static final short BLOCK_BYTES = 254;

    static final int BUFFER_BYTES = 1024;
    private static final int LONGEST_SHORT_ANSWER = 256;
    private static final byte[] NOTHING = {};

    private final byte[] buffer = new byte[BUFFER_BYTES];
    private CommandBytes command = CommandBytes.NONE;
    private int received;
    private byte state;
    private byte[] answer = NOTHING;
    private int answered;
    private boolean extendedAllowed;

    /** Takes a well-formed command; the buffer shows its header, the data waits to be received. */
    void begin(CommandBytes command, boolean extendedAllowed) {
        this.command = command;
        this.extendedAllowed = extendedAllowed;
        Arrays.fill(buffer, (byte) 0);
        command.copyHeader(buffer);
        received = 0;
        state = APDU.STATE_INITIAL;
        answer = NOTHING;
        answered = 0;
    }

    /** The answer as far as the applet sent it, followed by the status word. */
    byte[] end(int statusWord) {
        int data = carriesData(statusWord) ? answered : 0;
        byte[] response = Arrays.copyOf(answer, data + 2);
        response[data] = (byte) (statusWord >> 8);
        response[data + 1] = (byte) statusWord;
        answer = NOTHING;
        command = CommandBytes.NONE;
        return response;
    }

    /** ISO/IEC 7816-4:2020 5.6: an error has no data; success and warnings may. */
    private static boolean carriesData(int statusWord) {
        int first = statusWord >> 8 & 0xFF;
        return first == 0x90 || first == 0x62 || first == 0x63;
    }

    public byte[] buffer() {
        return buffer;
    }

    public byte state() {
        return state;
    }

    public short incomingLength() {
        require(state >= APDU.STATE_PARTIAL_INCOMING, APDUException.ILLEGAL_USE);
        return (short) command.dataLength();
    }

    public short dataOffset() {
        require(state >= APDU.STATE_PARTIAL_INCOMING, APDUException.ILLEGAL_USE);
        return command.extended() ? ISO7816.OFFSET_EXT_CDATA : ISO7816.OFFSET_CDATA;
    }

    public short receiveFirst() {
        require(state == APDU.STATE_INITIAL, APDUException.ILLEGAL_USE);
        state = APDU.STATE_PARTIAL_INCOMING;
        return receiveMore(dataOffset());
    }

    public short receiveMore(short offset) {
        require(
                state == APDU.STATE_PARTIAL_INCOMING || state == APDU.STATE_FULL_INCOMING,
                APDUException.ILLEGAL_USE);
        int left = command.dataLength() - received;
        require(offset >= 0 && (left == 0 || offset < BUFFER_BYTES), APDUException.BUFFER_BOUNDS);
        int now = Math.min(left, BUFFER_BYTES - offset);
        command.copyData(received, buffer, offset, now);
        received += now;
        state =
                received == command.dataLength()
                        ? APDU.STATE_FULL_INCOMING
                        : APDU.STATE_PARTIAL_INCOMING;
        return (short) now;
    }

    public short turnOutgoing() {
        require(state < APDU.STATE_OUTGOING, APDUException.ILLEGAL_USE);
        state = APDU.STATE_OUTGOING;
        return (short) Math.min(command.expectedLength(), Short.MAX_VALUE);
    }

    public void announce(short length) {
        require(state == APDU.STATE_OUTGOING, APDUException.ILLEGAL_USE);
        require(
                length >= 0 && (extendedAllowed || length <= LONGEST_SHORT_ANSWER),
                APDUException.BAD_LENGTH);
        answer = new byte[length];
        state = APDU.STATE_OUTGOING_LENGTH_KNOWN;
    }

    public void send(byte[] data, short offset, short length) {
        require(
                state == APDU.STATE_OUTGOING_LENGTH_KNOWN || state == APDU.STATE_PARTIAL_OUTGOING,
                APDUException.ILLEGAL_USE);
        require(
                offset >= 0 && length >= 0 && offset + length <= data.length,
                APDUException.BUFFER_BOUNDS);
        require(answered + length <= answer.length, APDUException.ILLEGAL_USE);
        System.arraycopy(data, offset, answer, answered, length);
        answered += length;
        state = answered == answer.length ? APDU.STATE_FULL_OUTGOING : APDU.STATE_PARTIAL_OUTGOING;
    }

    /** After {@code setOutgoingAndSend} nothing may follow. */
    public void sealAnswer() {
        state = APDU.STATE_FULL_OUTGOING;
    }

    private static void require(boolean met, short reason) {
        if (!met) {
            APDUException.throwIt(reason);
        }
    }
}
