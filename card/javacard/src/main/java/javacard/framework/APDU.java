package javacard.framework;

import org.openmyna.card.javacard.machine.Exchange;
import org.openmyna.card.javacard.machine.Machine;

/**
 * One command and its answer, as the applet sees them. The card speaks T=1: the command has arrived
 * as a whole, the answer leaves as a whole; the methods keep the order that the Java Card
 * specification prescribes.
 *
 * <p>The object is one per card and thin: all state is in {@link Exchange}.
 */
public final class APDU {
    public static final byte STATE_INITIAL = 0;
    public static final byte STATE_PARTIAL_INCOMING = 1;
    public static final byte STATE_FULL_INCOMING = 2;
    public static final byte STATE_OUTGOING = 3;
    public static final byte STATE_OUTGOING_LENGTH_KNOWN = 4;
    public static final byte STATE_PARTIAL_OUTGOING = 5;
    public static final byte STATE_FULL_OUTGOING = 6;
    public static final byte STATE_ERROR_NO_T0_GETRESPONSE = -1;
    public static final byte STATE_ERROR_T1_IFD_ABORT = -2;
    public static final byte STATE_ERROR_IO = -3;
    public static final byte STATE_ERROR_NO_T0_REISSUE = -4;

    public static final byte PROTOCOL_MEDIA_MASK = (byte) 0xF0;
    public static final byte PROTOCOL_TYPE_MASK = 0x0F;
    public static final byte PROTOCOL_T0 = 0;
    public static final byte PROTOCOL_T1 = 1;
    public static final byte PROTOCOL_MEDIA_DEFAULT = 0;
    public static final byte PROTOCOL_MEDIA_CONTACTLESS_TYPE_A = (byte) 0x80;
    public static final byte PROTOCOL_MEDIA_CONTACTLESS_TYPE_B = (byte) 0x90;
    public static final byte PROTOCOL_MEDIA_USB = (byte) 0xA0;

    private final Exchange exchange;

    APDU(Exchange exchange) {
        this.exchange = exchange;
    }

    public static APDU getCurrentAPDU() {
        return Machine.current().apdu();
    }

    public static byte[] getCurrentAPDUBuffer() {
        return getCurrentAPDU().getBuffer();
    }

    /** Always the basic channel: the runtime refuses the others. */
    public static byte getCLAChannel() {
        return 0;
    }

    public static byte getProtocol() {
        return PROTOCOL_T1;
    }

    public static short getInBlockSize() {
        return Exchange.BLOCK_BYTES;
    }

    public static short getOutBlockSize() {
        return Exchange.BLOCK_BYTES;
    }

    /** A virtual card needs no more time. */
    public static void waitExtension() {}

    public byte[] getBuffer() {
        return exchange.buffer();
    }

    public byte getNAD() {
        return 0;
    }

    public byte getCurrentState() {
        return exchange.state();
    }

    /** Lc, 0 to 32,767. */
    public short getIncomingLength() {
        return exchange.incomingLength();
    }

    /** Where the command data starts in the buffer: 5, or 7 in an extended-length command. */
    public short getOffsetCdata() {
        return exchange.dataOffset();
    }

    /** Brings as much of the command data into the buffer as fits; usually all of it. */
    public short setIncomingAndReceive() {
        return exchange.receiveFirst();
    }

    public short receiveBytes(short offset) {
        return exchange.receiveMore(offset);
    }

    /**
     * Turns to the answer; returns how many bytes the other side expects at most: 0 if the command
     * had no Le, as under T=1.
     */
    public short setOutgoing() {
        return exchange.turnOutgoing();
    }

    public short setOutgoingNoChaining() {
        return exchange.turnOutgoing();
    }

    public void setOutgoingLength(short length) {
        exchange.announce(length);
    }

    public void sendBytes(short offset, short length) {
        exchange.send(exchange.buffer(), offset, length);
    }

    public void sendBytesLong(byte[] data, short offset, short length) {
        exchange.send(data, offset, length);
    }

    public void setOutgoingAndSend(short offset, short length) {
        exchange.turnOutgoing();
        exchange.announce(length);
        exchange.send(exchange.buffer(), offset, length);
        exchange.sealAnswer();
    }

    public boolean isISOInterindustryCLA() {
        return cla() >= 0;
    }

    public boolean isValidCLA() {
        return cla() != (byte) 0xFF && (cla() & 0xE0) != 0x20;
    }

    public boolean isCommandChainingCLA() {
        return (cla() & 0x10) != 0 && isFirstInterindustryOrProprietary();
    }

    public boolean isSecureMessagingCLA() {
        return isFirstInterindustryOrProprietary() ? (cla() & 0x0C) != 0 : (cla() & 0x20) != 0;
    }

    private boolean isFirstInterindustryOrProprietary() {
        return (cla() & 0x40) == 0;
    }

    private byte cla() {
        return exchange.buffer()[ISO7816.OFFSET_CLA];
    }
}
