package org.openmyna.card.applets;

import javacard.framework.APDU;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Util;
import javacard.security.RandomData;
import javacard.security.Signature;
import javacardx.crypto.Cipher;

/**
 * SCP03, the secure channel of GlobalPlatform Amendment D 1.1.2: AES-128, S8 mode, random card
 * challenge, i = 60. One session at a time.
 *
 * <p>Everything of a session lies in memory that is cleared when another application, or this one
 * again, is selected. The number of tries lies in memory that stays, outside every transaction: a
 * try is paid before a MAC or cryptogram is compared, and only a right one brings them back.
 */
final class SecureChannel {

    /** Octets of the longest data field that the channel takes, MAC included. */
    static final short LONGEST_DATA = (short) 1016;

    static final short INITIALIZE_UPDATE_ANSWER_LENGTH = (short) 29;

    /** What {@link #unwrap} answers if the MAC is wrong. */
    static final short WRONG_MAC = (short) -1;

    /** Bits of the security level (Amendment D 7.1.2). */
    private static final byte C_MAC = (byte) 0x01;

    private static final byte C_DECRYPTION = (byte) 0x02;
    private static final byte R_MAC = (byte) 0x10;
    private static final byte R_ENCRYPTION = (byte) 0x20;

    private static final byte PROTOCOL = (byte) 0x03;

    /** Amendment D 5.1: R-MAC and R-ENCRYPTION are there, the card challenge is random. */
    private static final byte PROTOCOL_PARAMETER = (byte) 0x60;

    private static final byte TRIES = (byte) 10;

    private static final short MAC_LENGTH = (short) 8;
    private static final short BLOCK_LENGTH = (short) 16;
    private static final short LAST_OF_BLOCK = (short) (BLOCK_LENGTH - 1);
    private static final byte PADDING = (byte) 0x80;
    private static final byte RESPONSE_COUNTER = (byte) 0x80;

    /** Places in {@link #session}. */
    private static final short PHASE = (short) 0;

    private static final short LEVEL = (short) 1;

    /** Phases; no session is 0, as after selection. */
    private static final byte NONE = (byte) 0;

    private static final byte INITIALIZED = (byte) 1;
    private static final byte OPEN = (byte) 2;

    private final ChannelKeys keys;
    private final SessionKeys sessionKeys;
    private final Signature cmac;
    private final Cipher cipher;
    private final RandomData random;

    /** One element: how many wrong MACs and cryptograms the card still bears. */
    private final byte[] triesLeft;

    /** Transient: phase and security level. */
    private final byte[] session;

    /** Transient: host challenge, then card challenge. */
    private final byte[] challenges;

    /** Transient: the MAC chaining value, the C-MAC of the last command in all its octets. */
    private final byte[] chain;

    /** Transient: the number of the command in the session, as a block. */
    private final byte[] counter;

    /** Transient: a MAC, a cryptogram or an initial vector. */
    private final byte[] work;

    /** {@code cipher} is AES in CBC mode. */
    SecureChannel(ChannelKeys keys, Cipher cipher) {
        this.keys = keys;
        this.cipher = cipher;
        cmac = Signature.getInstance(Signature.ALG_AES_CMAC_128, false);
        sessionKeys = new SessionKeys(keys, cmac);
        random = RandomData.getInstance(RandomData.ALG_SECURE_RANDOM);
        triesLeft = new byte[1];
        triesLeft[0] = TRIES;
        session = JCSystem.makeTransientByteArray((short) 2, JCSystem.CLEAR_ON_DESELECT);
        challenges = JCSystem.makeTransientByteArray(BLOCK_LENGTH, JCSystem.CLEAR_ON_DESELECT);
        chain = JCSystem.makeTransientByteArray(BLOCK_LENGTH, JCSystem.CLEAR_ON_DESELECT);
        counter = JCSystem.makeTransientByteArray(BLOCK_LENGTH, JCSystem.CLEAR_ON_DESELECT);
        work = JCSystem.makeTransientByteArray(BLOCK_LENGTH, JCSystem.CLEAR_ON_DESELECT);
    }

    boolean isOpen() {
        return session[PHASE] == OPEN;
    }

    boolean isInitialized() {
        return session[PHASE] == INITIALIZED;
    }

    boolean hasNoTriesLeft() {
        return triesLeft[0] == 0;
    }

    /** The session, or its beginning, is over. */
    void end() {
        session[PHASE] = NONE;
        session[LEVEL] = 0;
        sessionKeys.forget();
        Util.arrayFillNonAtomic(chain, (short) 0, BLOCK_LENGTH, (byte) 0);
        Util.arrayFillNonAtomic(counter, (short) 0, BLOCK_LENGTH, (byte) 0);
        Util.arrayFillNonAtomic(work, (short) 0, BLOCK_LENGTH, (byte) 0);
    }

    /**
     * INITIALIZE UPDATE: takes the host challenge at {@code data} and writes key information, card
     * challenge and card cryptogram to {@code at}.
     */
    void amendmentD_7_1_1(byte[] buffer, short data, short at) {
        end();
        Util.arrayCopyNonAtomic(buffer, data, challenges, (short) 0, SessionKeys.CHALLENGE_LENGTH);
        random.generateData(challenges, SessionKeys.CHALLENGE_LENGTH, SessionKeys.CHALLENGE_LENGTH);
        sessionKeys.derive(challenges, (short) 0);
        buffer[at] = ChannelKeys.VERSION;
        buffer[(short) (at + 1)] = PROTOCOL;
        buffer[(short) (at + 2)] = PROTOCOL_PARAMETER;
        short challenge = (short) (at + 3);
        Util.arrayCopyNonAtomic(
                challenges,
                SessionKeys.CHALLENGE_LENGTH,
                buffer,
                challenge,
                SessionKeys.CHALLENGE_LENGTH);
        sessionKeys.writeCryptogram(SessionKeys.CARD_CRYPTOGRAM, work, (short) 0);
        Util.arrayCopyNonAtomic(
                work,
                (short) 0,
                buffer,
                (short) (challenge + SessionKeys.CHALLENGE_LENGTH),
                SessionKeys.CHALLENGE_LENGTH);
        session[PHASE] = INITIALIZED;
    }

    /** C-MAC, at wish with C-DECRYPTION, R-MAC, R-MAC and R-ENCRYPTION. */
    static boolean isLevel(byte level) {
        switch (level) {
            case C_MAC:
            case C_MAC | C_DECRYPTION:
            case C_MAC | R_MAC:
            case C_MAC | C_DECRYPTION | R_MAC:
            case C_MAC | C_DECRYPTION | R_MAC | R_ENCRYPTION:
                return true;
            default:
                return false;
        }
    }

    /**
     * EXTERNAL AUTHENTICATE: host cryptogram and C-MAC at {@code data}. False if one of them is
     * wrong; then a try is gone, and the session with it.
     */
    boolean amendmentD_7_1_2(byte[] buffer, short data, byte level) {
        payTry();
        sessionKeys.writeCryptogram(SessionKeys.HOST_CRYPTOGRAM, work, (short) 0);
        byte difference = difference(buffer, data);
        short mac = (short) (data + SessionKeys.CHALLENGE_LENGTH);
        amendmentD_6_2_4(buffer, mac);
        difference = (byte) (difference | difference(buffer, mac));
        if (difference != 0) {
            end();
            return false;
        }
        acceptMac();
        session[LEVEL] = level;
        session[PHASE] = OPEN;
        return true;
    }

    /**
     * A command of the open session: checks its C-MAC and takes off the encryption, in place.
     * Returns the length of the plain data at {@code data}; {@link #WRONG_MAC} after a wrong or
     * missing MAC, which costs a try. Whatever is wrong ends the session.
     */
    short unwrap(byte[] buffer, short data, short length) {
        payTry();
        short plainLength = (short) (length - MAC_LENGTH);
        if (plainLength < 0) {
            end();
            return WRONG_MAC;
        }
        short mac = (short) (data + plainLength);
        amendmentD_6_2_4(buffer, mac);
        if (difference(buffer, mac) != 0) {
            end();
            return WRONG_MAC;
        }
        acceptMac();
        countCommand();
        return has(C_DECRYPTION) ? amendmentD_6_2_6(buffer, data, plainLength) : plainLength;
    }

    /** C-MAC of all octets before {@code end}, header included, to {@link #work}. */
    private void amendmentD_6_2_4(byte[] buffer, short end) {
        cmac.init(sessionKeys.mac(), Signature.MODE_SIGN);
        cmac.update(chain, (short) 0, BLOCK_LENGTH);
        cmac.sign(buffer, (short) 0, end, work, (short) 0);
    }

    private void acceptMac() {
        setTries(TRIES);
        Util.arrayCopyNonAtomic(work, (short) 0, chain, (short) 0, BLOCK_LENGTH);
    }

    /** C-DECRYPTION of whole blocks with the padding 80 00 … 00. */
    private short amendmentD_6_2_6(byte[] buffer, short data, short length) {
        if (length == 0) {
            return 0;
        }
        if ((short) (length & LAST_OF_BLOCK) != 0) {
            breakOff();
        }
        encryptCounter();
        cipher.init(sessionKeys.enc(), Cipher.MODE_DECRYPT, work, (short) 0, BLOCK_LENGTH);
        cipher.doFinal(buffer, data, length, buffer, data);
        short end = (short) (data + length);
        short shortest = (short) (end - BLOCK_LENGTH);
        short padding = (short) (end - 1);
        while (padding > shortest && buffer[padding] == 0) {
            padding = (short) (padding - 1);
        }
        if (buffer[padding] != PADDING) {
            breakOff();
        }
        return (short) (padding - data);
    }

    private void breakOff() {
        end();
        ISOException.throwIt(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
    }

    /** Commands of the issuer come encrypted or not at all. */
    void requireEncryption() {
        if (!has(C_DECRYPTION)) {
            ISOException.throwIt(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
        }
    }

    /**
     * Before a command does anything: Le must have room for its whole protected answer. A MAC alone
     * comes also without Le: the command has no data of its own to expect.
     */
    void requireRoom(APDU apdu, short length) {
        short needed = length;
        if (has(R_ENCRYPTION) && length != 0) {
            needed = padded(length);
        }
        if (has(R_MAC)) {
            needed = (short) (needed + MAC_LENGTH);
        }
        if (needed == 0) {
            return;
        }
        short wanted = apdu.setOutgoing();
        boolean macAlone = length == 0 && wanted == 0;
        if (wanted >= 0 && wanted < needed && !macAlone) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
    }

    /**
     * The answer {@code buffer[offset…]} with 9000, as the level wants it; {@link #requireRoom} was
     * asked before with the same length, and the buffer has room behind it.
     */
    void respond(APDU apdu, short offset, short length) {
        byte[] buffer = apdu.getBuffer();
        if (has(R_ENCRYPTION) && length != 0) {
            length = amendmentD_6_2_7(buffer, offset, length);
        }
        if (has(R_MAC)) {
            length = amendmentD_6_2_5(buffer, offset, length);
        }
        if (length != 0) {
            apdu.setOutgoingLength(length);
            apdu.sendBytes(offset, length);
        }
    }

    /** R-ENCRYPTION; returns the length with padding. */
    private short amendmentD_6_2_7(byte[] buffer, short offset, short length) {
        short at = (short) (offset + length);
        short padded = padded(length);
        Util.arrayFillNonAtomic(buffer, at, (short) (padded - length), (byte) 0);
        buffer[at] = PADDING;
        counter[0] = RESPONSE_COUNTER;
        encryptCounter();
        counter[0] = 0;
        cipher.init(sessionKeys.enc(), Cipher.MODE_ENCRYPT, work, (short) 0, BLOCK_LENGTH);
        cipher.doFinal(buffer, offset, padded, buffer, offset);
        return padded;
    }

    /** R-MAC over chaining value, answer and status word; returns the length with the MAC. */
    private short amendmentD_6_2_5(byte[] buffer, short offset, short length) {
        short end = (short) (offset + length);
        Util.setShort(buffer, end, ISO7816.SW_NO_ERROR);
        cmac.init(sessionKeys.rmac(), Signature.MODE_SIGN);
        cmac.update(chain, (short) 0, BLOCK_LENGTH);
        cmac.sign(buffer, offset, (short) (length + 2), work, (short) 0);
        Util.arrayCopyNonAtomic(work, (short) 0, buffer, end, MAC_LENGTH);
        return (short) (length + MAC_LENGTH);
    }

    /** At least one octet of padding, up to a whole block. */
    private static short padded(short length) {
        return (short) ((short) (length | LAST_OF_BLOCK) + 1);
    }

    private boolean has(byte bit) {
        return (byte) (session[LEVEL] & bit) != 0;
    }

    /** The first command of a session has the number 1. A session does not live to 65,536. */
    private void countCommand() {
        short number = (short) (Util.getShort(counter, (short) (BLOCK_LENGTH - 2)) + 1);
        if (number == 0) {
            breakOff();
        }
        Util.setShort(counter, (short) (BLOCK_LENGTH - 2), number);
    }

    /** Amendment D 6.2.6: the initial vector of this command, to {@link #work}. */
    private void encryptCounter() {
        cipher.init(sessionKeys.enc(), Cipher.MODE_ENCRYPT);
        cipher.doFinal(counter, (short) 0, BLOCK_LENGTH, work, (short) 0);
    }

    /**
     * 0 if the first eight octets of {@link #work} are those at {@code offset}; looks at all of
     * them in any case.
     */
    private byte difference(byte[] buffer, short offset) {
        byte difference = 0;
        for (short i = 0; i < MAC_LENGTH; i++) {
            difference = (byte) (difference | (buffer[(short) (offset + i)] ^ work[i]));
        }
        return difference;
    }

    private void payTry() {
        if (hasNoTriesLeft()) {
            breakOff();
        }
        setTries((byte) (triesLeft[0] - 1));
    }

    private void setTries(byte tries) {
        Util.arrayFillNonAtomic(triesLeft, (short) 0, (short) 1, tries);
    }
}
