package org.openmyna.card.applets;

import javacard.framework.ISOException;
import javacard.security.MessageDigest;
import javacard.security.RandomData;

/** The commands about RSA keys. */
final class KeyCommands {

    /** P1 of COMPUTE DIGITAL SIGNATURE: what the data field is, and how it is encoded. */
    private static final byte P1_VERBATIM = (byte) 0x00;

    private static final byte P1_MESSAGE_BARE_HASH = (byte) 0x01;
    private static final byte P1_HASH = (byte) 0x02;
    private static final byte P1_MESSAGE = (byte) 0x03;
    private static final byte P1_PSS_HASH = (byte) 0x04;
    private static final byte P1_PSS_MESSAGE = (byte) 0x05;

    private static final byte P2_DEFAULT_KEY = (byte) 0x00;

    private static final byte P1_GENERATE = (byte) 0x00;
    private static final byte P1_READ_PUBLIC_KEY = (byte) 0x01;

    private final FileTable files;
    private final CardState card;
    private final MessageDigest sha256;
    private final SignatureEncoding encoding;
    private final RsaOperation rsa;

    KeyCommands(FileTable files, CardState card, RandomData random) {
        this.files = files;
        this.card = card;
        sha256 = MessageDigest.getInstance(MessageDigest.ALG_SHA_256, false);
        encoding = new SignatureEncoding(sha256, random);
        rsa = new RsaOperation(card);
    }

    RsaOperation rsa() {
        return rsa;
    }

    /**
     * COMPUTE DIGITAL SIGNATURE: 256 octets, after the PIN of the key if it has one. The verified
     * state stays.
     *
     * @param defaultKey the key that P2 = 00 means, null if the application has none
     */
    void computeDigitalSignature(Command command, KeyFile defaultKey) {
        byte p1 = command.p1();
        if (p1 < P1_VERBATIM || p1 > P1_PSS_MESSAGE) {
            ISOException.throwIt(StatusWord.WRONG_P1_P2);
        }
        KeyFile key = defaultKey;
        if (command.p2() != P2_DEFAULT_KEY) {
            key = files.key(command.p2());
        } else if (key == null) {
            ISOException.throwIt(StatusWord.NO_CURRENT_FILE);
        }
        KeySlot slot = requireUsable(key, KeyFile.SIGNS);
        encode(command, p1);
        answer(command, slot);
    }

    /** INTERNAL AUTHENTICATE: signs the challenge, PKCS#1 v1.5 with SHA-256. */
    void internalAuthenticate(Command command) {
        command.requireP1((byte) 0x00);
        KeyFile key = files.key(command.p2());
        KeySlot slot = requireUsable(key, KeyFile.ANSWERS_CHALLENGES);
        encode(command, P1_MESSAGE);
        answer(command, slot);
    }

    /** No key signs what another one is for. */
    private static KeySlot requireUsable(KeyFile key, byte purpose) {
        if (!key.is(purpose)) {
            ISOException.throwIt(StatusWord.COMMAND_DOES_NOT_FIT_THE_FILE);
        }
        if (!key.isOpen()) {
            ISOException.throwIt(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
        }
        if (!key.current().isMade()) {
            ISOException.throwIt(StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED);
        }
        return key.current();
    }

    private void answer(Command command, KeySlot slot) {
        command.requireRoom(KeySlot.MODULUS_LENGTH);
        byte[] buffer = command.buffer();
        rsa.apply(slot, buffer, (short) 0);
        command.answer(buffer, (short) 0, KeySlot.MODULUS_LENGTH);
    }

    /** Puts the encoded message into the block of the RSA operation. */
    private void encode(Command command, byte p1) {
        byte[] buffer = command.buffer();
        byte[] em = rsa.block();
        short data = command.dataOffset();
        short length = command.length();
        if (length <= 0) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        switch (p1) {
            case P1_VERBATIM:
                if (length > SignatureEncoding.LONGEST_VERBATIM) {
                    ISOException.throwIt(StatusWord.WRONG_LENGTH);
                }
                encoding.rfc8017_9_2_verbatim(buffer, data, length, em);
                break;
            case P1_MESSAGE_BARE_HASH:
                hash(command);
                encoding.rfc8017_9_2_verbatim(buffer, (short) 0, SignatureEncoding.HASH_LENGTH, em);
                break;
            case P1_HASH:
                requireHash(length);
                encoding.rfc8017_9_2(buffer, data, em);
                break;
            case P1_MESSAGE:
                hash(command);
                encoding.rfc8017_9_2(buffer, (short) 0, em);
                break;
            case P1_PSS_HASH:
                requireHash(length);
                encoding.rfc8017_9_1_1(buffer, data, em);
                break;
            default:
                hash(command);
                encoding.rfc8017_9_1_1(buffer, (short) 0, em);
        }
    }

    /** SHA-256 of the data field, however long, to the start of the APDU buffer. */
    private void hash(Command command) {
        byte[] buffer = command.buffer();
        short data = command.dataOffset();
        short left = command.length();
        short received = command.received();
        sha256.reset();
        while (true) {
            sha256.update(buffer, data, received);
            left = (short) (left - received);
            if (left == 0) {
                break;
            }
            received = command.receiveMore();
        }
        sha256.doFinal(buffer, (short) 0, (short) 0, buffer, (short) 0);
    }

    private static void requireHash(short length) {
        if (length != SignatureEncoding.HASH_LENGTH) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
    }

    /**
     * GENERATE ASYMMETRIC KEY PAIR of ISO/IEC 7816-8, on a BLANK card only: makes a pair, or reads
     * the public key again.
     */
    void generateAsymmetricKeyPair(Command command) {
        card.requireBlank();
        byte p1 = command.p1();
        if (p1 != P1_GENERATE && p1 != P1_READ_PUBLIC_KEY) {
            ISOException.throwIt(StatusWord.WRONG_P1_P2);
        }
        command.requireP2((byte) 0x00);
        KeySlot slot = files.key(FileTable.CURRENT_FILE).current();
        command.requireNoData();
        command.requireRoom(KeySlot.PUBLIC_KEY_LENGTH);
        if (p1 == P1_GENERATE) {
            slot.generate();
        } else if (!slot.isMade()) {
            ISOException.throwIt(StatusWord.DATA_NOT_FOUND);
        }
        slot.writePublicKey(rsa.block(), (short) 0);
        command.answer(rsa.block(), (short) 0, KeySlot.PUBLIC_KEY_LENGTH);
    }

    /**
     * For the issuer channel: type-1 padding, data verbatim. The data may lie where the signature
     * goes.
     */
    void signVerbatim(KeySlot slot, byte[] data, short offset, short length, byte[] to, short at) {
        if (length <= 0 || length > SignatureEncoding.LONGEST_VERBATIM) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        encoding.rfc8017_9_2_verbatim(data, offset, length, rsa.block());
        rsa.apply(slot, to, at);
    }
}
