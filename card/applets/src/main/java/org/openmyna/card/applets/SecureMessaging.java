package org.openmyna.card.applets;

import javacard.framework.APDU;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Util;
import javacard.security.AESKey;
import javacard.security.KeyBuilder;
import javacardx.crypto.Cipher;

/**
 * Secure messaging with a session key (card protocol reference 4.10): the data of VERIFY and SELECT
 * and the answer of READ BINARY travel encrypted. There is no MAC: it keeps secrets, it does not
 * keep anybody from changing bits.
 *
 * <p>AES-128 in CBC mode; the initial vector of the n-th protected command and of its answer is the
 * encrypted number n. A command carries exactly one data object. Whatever is wrong about it ends
 * the session at once, so that an attacker has one attempt for each session key.
 */
final class SecureMessaging {

    private static final short BLOCK = (short) 16;

    /** Transient memory for one piece of plaintext or ciphertext. */
    private static final short ROOM = KeySlot.MODULUS_LENGTH;

    /** The longest piece of an answer, whole blocks. */
    private static final short PIECE = (short) 240;

    private static final byte TAG_CRYPTOGRAM = (byte) 0x86;
    private static final byte TAG_EXPECTED_LENGTH = (byte) 0x96;
    private static final short EXPECTED_LENGTH_OBJECT = (short) 5;
    private static final byte PADDED = (byte) 0x01;
    private static final byte PADDING = (byte) 0x80;
    private static final byte ONE_LENGTH_BYTE = (byte) 0x81;
    private static final byte TWO_LENGTH_BYTES = (byte) 0x82;

    private final KeyFile transportKey;
    private final RsaOperation rsa;
    private final OaepDecoding oaep;
    private final AESKey sessionKey;
    private final Cipher aes;

    /** Transient; one element: whether there is a session. */
    private final byte[] session;

    /** Transient: number of the protected command at hand, big-endian. */
    private final byte[] counter;

    /** Transient: what the next block is mixed with. */
    private final byte[] vector;

    /** Transient. */
    private final byte[] work;

    SecureMessaging(KeyFile transportKey, RsaOperation rsa) {
        this.transportKey = transportKey;
        this.rsa = rsa;
        oaep = new OaepDecoding();
        sessionKey =
                (AESKey)
                        KeyBuilder.buildKey(
                                KeyBuilder.TYPE_AES_TRANSIENT_RESET,
                                KeyBuilder.LENGTH_AES_128,
                                false);
        aes = Cipher.getInstance(Cipher.ALG_AES_BLOCK_128_CBC_NOPAD, false);
        session = JCSystem.makeTransientByteArray((short) 1, JCSystem.CLEAR_ON_RESET);
        counter = JCSystem.makeTransientByteArray(BLOCK, JCSystem.CLEAR_ON_RESET);
        vector = JCSystem.makeTransientByteArray(BLOCK, JCSystem.CLEAR_ON_RESET);
        work = JCSystem.makeTransientByteArray(ROOM, JCSystem.CLEAR_ON_RESET);
    }

    /** The session, if there is one, is over, and its key forgotten. */
    void end() {
        session[0] = 0;
        sessionKey.clearKey();
        Util.arrayFillNonAtomic(counter, (short) 0, BLOCK, (byte) 0);
        Util.arrayFillNonAtomic(vector, (short) 0, BLOCK, (byte) 0);
        Util.arrayFillNonAtomic(work, (short) 0, ROOM, (byte) 0);
    }

    /** 80 AE 00 00: a seed of 32 octets for the card alone; its first 16 are the session key. */
    void setSessionKey(Command command) {
        command.requireP1((byte) 0x00);
        command.requireP2((byte) 0x00);
        if (!transportKey.isOpen()) {
            ISOException.throwIt(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
        }
        KeySlot slot = transportKey.current();
        if (!slot.isMade()) {
            ISOException.throwIt(StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED);
        }
        if (command.length() != KeySlot.MODULUS_LENGTH) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        end();
        receive(command, rsa.block());
        slot.writeModulus(work, (short) 0);
        if (!isBelow(rsa.block(), work)) {
            ISOException.throwIt(StatusWord.NO_DIAGNOSIS);
        }
        rsa.apply(slot, work, (short) 0);
        boolean delivered = oaep.rfc8017_7_1_2(work);
        if (delivered) {
            sessionKey.setKey(work, OaepDecoding.SEED);
            session[0] = 1;
        }
        Util.arrayFillNonAtomic(work, (short) 0, ROOM, (byte) 0);
        if (!delivered) {
            ISOException.throwIt(StatusWord.WRONG_DATA);
        }
    }

    /** Both are public, so the time may tell where they differ. */
    private static boolean isBelow(byte[] number, byte[] modulus) {
        short i = 0;
        while (i < KeySlot.MODULUS_LENGTH && number[i] == modulus[i]) {
            i = (short) (i + 1);
        }
        return i < KeySlot.MODULUS_LENGTH
                && (short) (number[i] & 0xFF) < (short) (modulus[i] & 0xFF);
    }

    private static void receive(Command command, byte[] to) {
        short at = 0;
        short received = command.received();
        while (true) {
            Util.arrayCopyNonAtomic(command.buffer(), command.dataOffset(), to, at, received);
            at = (short) (at + received);
            if (at == command.length()) {
                break;
            }
            received = command.receiveMore();
        }
    }

    /** A command of class 08: opens its data object and puts what is inside in its place. */
    void open(Command command) {
        if (session[0] == 0) {
            ISOException.throwIt(StatusWord.SESSION_IS_OVER);
        }
        byte instruction = command.instruction();
        boolean reads = instruction == CardApplication.INS_READ_BINARY;
        if (!reads
                && instruction != CardApplication.INS_VERIFY
                && instruction != CardApplication.INS_SELECT) {
            ISOException.throwIt(StatusWord.SECURE_MESSAGING_NOT_SUPPORTED);
        }
        if (command.length() == 0) {
            ISOException.throwIt(StatusWord.SECURE_MESSAGING_OBJECTS_MISSING);
        }
        if (command.received() != command.length()) {
            refuse();
        }
        beginCommand();
        if (reads) {
            command.opened((short) 0, expectedLength(command));
        } else {
            command.opened(decrypt(command), (short) 0);
        }
    }

    private void refuse() {
        end();
        ISOException.throwIt(StatusWord.SECURE_MESSAGING_OBJECTS_WRONG);
    }

    private void beginCommand() {
        short i = BLOCK;
        do {
            i = (short) (i - 1);
            counter[i] = (byte) (counter[i] + 1);
        } while (counter[i] == 0 && i > 0);
        aes.init(sessionKey, Cipher.MODE_ENCRYPT);
        aes.doFinal(counter, (short) 0, BLOCK, vector, (short) 0);
    }

    /** {@code 96 03 00 Le}: two octets of Le, 0000 for everything. */
    private short expectedLength(Command command) {
        byte[] buffer = command.buffer();
        short at = command.dataOffset();
        if (command.length() != EXPECTED_LENGTH_OBJECT
                || buffer[at] != TAG_EXPECTED_LENGTH
                || buffer[(short) (at + 1)] != 3
                || buffer[(short) (at + 2)] != 0) {
            refuse();
        }
        short wanted = Util.getShort(buffer, (short) (at + 3));
        return wanted <= 0 ? Short.MAX_VALUE : wanted;
    }

    /**
     * {@code 86 len 01 ciphertext}: the plaintext to the start of the data field; returns its
     * length.
     */
    private short decrypt(Command command) {
        byte[] buffer = command.buffer();
        short start = command.dataOffset();
        short end = (short) (start + command.length());
        short value = value(buffer, start, end);
        short cryptogram = (short) (value + 1);
        short length = (short) (end - cryptogram);
        if (length < BLOCK
                || length > ROOM
                || (short) (length % BLOCK) != 0
                || buffer[value] != PADDED) {
            refuse();
        }
        aes.init(sessionKey, Cipher.MODE_DECRYPT, vector, (short) 0, BLOCK);
        aes.doFinal(buffer, cryptogram, length, work, (short) 0);
        short plain = (short) (length - 1);
        while (plain >= 0 && work[plain] == 0) {
            plain = (short) (plain - 1);
        }
        short shortest = (short) (length - BLOCK);
        if (plain < shortest || work[plain] != PADDING) {
            refuse();
        }
        Util.arrayCopyNonAtomic(work, (short) 0, buffer, start, plain);
        Util.arrayFillNonAtomic(work, (short) 0, ROOM, (byte) 0);
        return plain;
    }

    /** Where the value of the one object 86 begins; it fills the data field. */
    private short value(byte[] buffer, short start, short end) {
        short value = (short) (start + 2);
        short length = 0;
        if (buffer[start] != TAG_CRYPTOGRAM || end < (short) (start + 5)) {
            refuse();
        }
        byte form = buffer[(short) (start + 1)];
        if (form >= 0) {
            length = form;
        } else if (form == ONE_LENGTH_BYTE) {
            length = (short) (buffer[value] & 0xFF);
            value = (short) (value + 1);
        } else if (form == TWO_LENGTH_BYTES) {
            length = Util.getShort(buffer, value);
            value = (short) (value + 2);
        } else {
            refuse();
        }
        if (length < 1 || length != (short) (end - value)) {
            refuse();
        }
        return value;
    }

    /** The answer to a protected command: {@code 86 len 01 ciphertext}, piece by piece. */
    void answer(APDU apdu, byte[] from, short offset, short length) {
        short padded = (short) ((short) ((short) (length / BLOCK) + 1) * BLOCK);
        short header = writeHeader((short) (padded + 1));
        short whole = (short) (header + padded);
        short room = apdu.setOutgoing();
        if (room >= 0 && room < whole) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        apdu.setOutgoingLength(whole);
        apdu.sendBytesLong(work, (short) 0, header);
        while (padded > 0) {
            short piece = padded < PIECE ? padded : PIECE;
            short plain = length < piece ? length : piece;
            Util.arrayCopyNonAtomic(from, offset, work, (short) 0, plain);
            if (plain < piece) {
                Util.arrayFillNonAtomic(work, plain, (short) (piece - plain), (byte) 0);
                work[plain] = PADDING;
            }
            encryptAndSend(apdu, piece);
            offset = (short) (offset + plain);
            length = (short) (length - plain);
            padded = (short) (padded - piece);
        }
    }

    private void encryptAndSend(APDU apdu, short length) {
        aes.init(sessionKey, Cipher.MODE_ENCRYPT, vector, (short) 0, BLOCK);
        aes.doFinal(work, (short) 0, length, work, (short) 0);
        Util.arrayCopyNonAtomic(work, (short) (length - BLOCK), vector, (short) 0, BLOCK);
        apdu.sendBytesLong(work, (short) 0, length);
    }

    /** Tag, length in the shortest form, padding indicator; returns how long that is. */
    private short writeHeader(short valueLength) {
        work[0] = TAG_CRYPTOGRAM;
        short at = 1;
        if (valueLength > (short) 255) {
            work[1] = TWO_LENGTH_BYTES;
            at = Util.setShort(work, (short) 2, valueLength);
        } else {
            if (valueLength > (short) 127) {
                work[1] = ONE_LENGTH_BYTE;
                at = 2;
            }
            work[at] = (byte) valueLength;
            at = (short) (at + 1);
        }
        work[at] = PADDED;
        return (short) (at + 1);
    }
}
