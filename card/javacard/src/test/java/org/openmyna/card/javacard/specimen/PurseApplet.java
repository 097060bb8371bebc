package org.openmyna.card.javacard.specimen;

import javacard.framework.AID;
import javacard.framework.APDU;
import javacard.framework.Applet;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.OwnerPIN;
import javacard.framework.Shareable;
import javacard.framework.Util;
import javacard.security.KeyBuilder;
import javacard.security.KeyPair;
import javacard.security.RSAPublicKey;
import javacard.security.Signature;
import javacardx.apdu.ExtendedLength;
import javacardx.crypto.Cipher;

/** Does a little of everything that an applet may do to the card's memory. */
public final class PurseApplet extends Applet implements ExtendedLength, Greeting {
    public static final byte VERIFY = 0x10;
    public static final byte CHANGE_PIN = 0x12;
    public static final byte UNBLOCK = 0x14;
    public static final byte PAY = 0x20;
    public static final byte PAY_AND_ABORT = 0x22;
    public static final byte PAY_AND_THROW = 0x24;
    public static final byte PAY_AND_FORGET = 0x26;
    public static final byte FILL_JOURNAL = 0x28;
    public static final byte CREATE_IN_TRANSACTION = 0x2A;
    public static final byte UPDATE = 0x30;
    public static final byte READ = 0x32;
    public static final byte GENERATE = 0x40;
    public static final byte SIGN_PADDED = 0x42;
    public static final byte SIGN_RAW = 0x44;
    public static final byte SIGN_MESSAGE = 0x46;
    public static final byte MODULUS = 0x48;
    public static final byte STATE = 0x50;
    public static final byte SET_TRANSIENT = 0x60;
    public static final byte GET_TRANSIENT = 0x62;
    public static final byte DIVIDE_BY_ZERO = 0x70;
    public static final byte WRITE_CONSTANT = 0x72;
    public static final byte KEEP_BUFFER = 0x74;
    public static final byte ECHO = 0x76;
    public static final byte ABORT_AND_TELL = 0x78;
    public static final byte RECURSE = 0x7A;

    private static final byte[] CONSTANT = {1, 2, 3};
    private static final short FILE_LENGTH = 2048;

    private short balance;
    private byte payments;
    private boolean odd;
    private final short[] history;
    private final Object[] drawers;
    private Coin first;
    private final byte[] file;
    private final OwnerPIN pin;
    private final KeyPair pair;
    private final Cipher padded;
    private final Cipher raw;
    private final Signature signature;
    private final byte[] untilReset;
    private final byte[] untilDeselect;

    @SuppressWarnings("UnusedVariable") // kept is all it shall be
    private Object kept;

    private PurseApplet(byte tries) {
        balance = 1000;
        history = new short[4];
        drawers = new Object[2];
        drawers[0] = new Coin((byte) 7, null);
        drawers[1] = new Coin((byte) 9, null);
        first = new Coin((byte) 1, new Coin((byte) 2, new Coin((byte) 3, null)));
        file = new byte[FILE_LENGTH];
        pin = new OwnerPIN(tries, (byte) 16);
        pin.update(new byte[] {'1', '2', '3', '4'}, (short) 0, (byte) 4);
        pair = new KeyPair(KeyPair.ALG_RSA_CRT, KeyBuilder.LENGTH_RSA_2048);
        padded = Cipher.getInstance(Cipher.ALG_RSA_PKCS1, false);
        raw = Cipher.getInstance(Cipher.ALG_RSA_NOPAD, false);
        signature = Signature.getInstance(Signature.ALG_RSA_SHA_256_PKCS1, false);
        untilReset = JCSystem.makeTransientByteArray((short) 8, JCSystem.CLEAR_ON_RESET);
        untilDeselect = JCSystem.makeTransientByteArray((short) 8, JCSystem.CLEAR_ON_DESELECT);
    }

    /** Parameter: the number of PIN tries. */
    public static void install(byte[] parameters, short offset, byte length) {
        short at = (short) (offset + parameters[offset] + 1);
        at = (short) (at + parameters[at] + 1);
        byte tries = parameters[at] == 0 ? 3 : parameters[(short) (at + 1)];
        new PurseApplet(tries).register(parameters, (short) (offset + 1), parameters[offset]);
    }

    @Override
    public short balance() {
        return balance;
    }

    @Override
    public Shareable getShareableInterfaceObject(AID client, byte parameter) {
        return parameter == 1 ? this : null;
    }

    @Override
    public void process(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        if (selectingApplet()) {
            return;
        }
        short length = apdu.setIncomingAndReceive();
        short data = apdu.getOffsetCdata();
        switch (buffer[ISO7816.OFFSET_INS]) {
            case VERIFY -> verify(buffer, data, length);
            case CHANGE_PIN -> {
                requirePin();
                pin.update(buffer, data, (byte) length);
            }
            case UNBLOCK -> pin.resetAndUnblock();
            case PAY -> {
                pay(buffer, data, length);
                JCSystem.commitTransaction();
            }
            case PAY_AND_ABORT -> {
                pay(buffer, data, length);
                JCSystem.abortTransaction();
            }
            case PAY_AND_THROW -> {
                pay(buffer, data, length);
                ISOException.throwIt(ISO7816.SW_WRONG_DATA);
            }
            case PAY_AND_FORGET -> pay(buffer, data, length);
            case ABORT_AND_TELL -> {
                pay(buffer, data, length);
                JCSystem.abortTransaction();
                tellState(apdu, buffer);
            }
            case FILL_JOURNAL -> {
                JCSystem.beginTransaction();
                for (short n = 0; n < FILE_LENGTH; n++) {
                    file[n] = (byte) (file[n] + 1);
                }
                JCSystem.commitTransaction();
            }
            case CREATE_IN_TRANSACTION -> {
                JCSystem.beginTransaction();
                kept = new byte[4];
                JCSystem.commitTransaction();
            }
            case UPDATE -> update(apdu, buffer, data, length);
            case READ -> {
                short wanted = apdu.setOutgoing();
                apdu.setOutgoingLength(wanted);
                apdu.sendBytesLong(file, Util.getShort(buffer, ISO7816.OFFSET_P1), wanted);
            }
            case GENERATE -> pair.genKeyPair();
            case SIGN_PADDED -> sign(apdu, padded, buffer, data, length);
            case SIGN_RAW -> sign(apdu, raw, buffer, data, length);
            case SIGN_MESSAGE -> {
                signature.init(pair.getPrivate(), Signature.MODE_SIGN);
                apdu.setOutgoingAndSend(
                        (short) 0, signature.sign(buffer, data, length, buffer, (short) 0));
            }
            case MODULUS -> {
                short bytes = ((RSAPublicKey) pair.getPublic()).getModulus(buffer, (short) 0);
                apdu.setOutgoingAndSend((short) 0, bytes);
            }
            case STATE -> tellState(apdu, buffer);
            case SET_TRANSIENT -> {
                untilReset[0] = buffer[data];
                untilDeselect[0] = buffer[data];
            }
            case GET_TRANSIENT -> {
                buffer[0] = untilReset[0];
                buffer[1] = untilDeselect[0];
                apdu.setOutgoingAndSend((short) 0, (short) 2);
            }
            case DIVIDE_BY_ZERO -> balance = (short) (balance / buffer[ISO7816.OFFSET_P1]);
            case WRITE_CONSTANT -> CONSTANT[0] = 5;
            case KEEP_BUFFER -> kept = buffer;
            case RECURSE -> {
                pay(buffer, data, length);
                recurse();
            }
            case ECHO -> echo(apdu, data, length);
            default -> ISOException.throwIt(ISO7816.SW_INS_NOT_SUPPORTED);
        }
    }

    private void verify(byte[] buffer, short data, short length) {
        if (!pin.check(buffer, data, (byte) length)) {
            ISOException.throwIt((short) (0x63C0 | pin.getTriesRemaining()));
        }
    }

    /** Has no end: a payment never brings the balance to one. */
    private void recurse() {
        if (balance != 1) {
            recurse();
        }
    }

    private void requirePin() {
        if (!pin.isValidated()) {
            ISOException.throwIt(ISO7816.SW_SECURITY_STATUS_NOT_SATISFIED);
        }
    }

    /** Opens a transaction and changes one thing of each kind. */
    private void pay(byte[] buffer, short data, short length) {
        JCSystem.beginTransaction();
        balance = (short) (balance - 10);
        payments++;
        odd = !odd;
        history[(short) (payments & 3)] = balance;
        Object drawer = drawers[0];
        drawers[0] = drawers[1];
        drawers[1] = drawer;
        Util.arrayCopy(buffer, data, file, (short) 5, length);
        Coin front = first;
        if (front != null) {
            first = front.next;
            Coin last = first;
            while (last != null && last.next != null) {
                last = last.next;
            }
            front.next = null;
            if (last != null) {
                last.next = front;
            }
        }
    }

    private void update(APDU apdu, byte[] buffer, short data, short length) {
        short offset = Util.getShort(buffer, ISO7816.OFFSET_P1);
        short left = apdu.getIncomingLength();
        JCSystem.beginTransaction();
        while (true) {
            Util.arrayCopy(buffer, data, file, offset, length);
            offset = (short) (offset + length);
            left = (short) (left - length);
            if (left == 0) {
                break;
            }
            length = apdu.receiveBytes(data);
        }
        JCSystem.commitTransaction();
    }

    private void sign(APDU apdu, Cipher cipher, byte[] buffer, short data, short length) {
        requirePin();
        cipher.init(pair.getPrivate(), Cipher.MODE_ENCRYPT);
        short made = cipher.doFinal(buffer, data, length, buffer, (short) 0);
        apdu.setOutgoingAndSend((short) 0, made);
    }

    private static void echo(APDU apdu, short data, short length) {
        short total = apdu.getIncomingLength();
        apdu.setOutgoing();
        apdu.setOutgoingLength(total);
        apdu.sendBytes(data, length);
    }

    /** Balance, payments, parity, history, drawers, list, tries. */
    private void tellState(APDU apdu, byte[] buffer) {
        Util.setShort(buffer, (short) 0, balance);
        buffer[2] = payments;
        buffer[3] = (byte) (odd ? 1 : 0);
        for (short n = 0; n < 4; n++) {
            Util.setShort(buffer, (short) (4 + 2 * n), history[n]);
        }
        buffer[12] = ((Coin) drawers[0]).face;
        buffer[13] = ((Coin) drawers[1]).face;
        short at = 14;
        for (Coin coin = first; coin != null; coin = coin.next) {
            buffer[at++] = coin.face;
        }
        buffer[at++] = pin.getTriesRemaining();
        apdu.setOutgoingAndSend((short) 0, at);
    }
}
