package org.openmyna.card.applets;

import javacard.framework.APDU;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.security.MessageDigest;
import javacardx.crypto.Cipher;

/**
 * The application for public personal authentication (公的個人認証AP): four certificates, two keys, two
 * PINs.
 *
 * <p>AID D3 92 F0 00 26 01 00 00 00 01.
 */
public final class JpkiApplication extends CardApplication {

    private static final byte FILES = (byte) 10;

    private static final short SIGNATURE_CERTIFICATE = (short) 0x0001;
    private static final short SIGNATURE_CA_CERTIFICATE = (short) 0x0002;
    private static final short TOKEN_INFORMATION = (short) 0x0006;
    private static final short CERTIFICATE_STATE = (short) 0x0008;
    private static final short USER_AUTHENTICATION_CERTIFICATE = (short) 0x000A;
    private static final short USER_AUTHENTICATION_CA_CERTIFICATE = (short) 0x000B;
    private static final short USER_AUTHENTICATION_KEY = (short) 0x0017;
    private static final short USER_AUTHENTICATION_PIN = (short) 0x0018;
    private static final short SIGNATURE_KEY = (short) 0x001A;
    private static final short SIGNATURE_PASSWORD = (short) 0x001B;

    private static final short CERTIFICATE_FILE_LENGTH = (short) 2048;

    /** Holds the longest name and an address of 200 characters. */
    private static final short SIGNATURE_CERTIFICATE_FILE_LENGTH = (short) 3072;

    private static final byte INS_COMPUTE_DIGITAL_SIGNATURE = (byte) 0x2A;
    private static final byte INS_GENERATE_ASYMMETRIC_KEY_PAIR = (byte) 0x47;
    private static final byte INS_SET_SESSION_KEY = (byte) 0xAE;
    private static final byte INS_LAST_COMMAND_INDICATOR = (byte) 0xFC;

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

    private final MessageDigest sha256;
    private final SignatureEncoding encoding;
    private final Cipher rsa;

    /** Transient: the encoded message before the RSA operation, or a public key on its way out. */
    private final byte[] work;

    private JpkiApplication() {
        super(FILES);
        PinFile pin = new PinFile(USER_AUTHENTICATION_PIN, (byte) 3, (byte) 4, (byte) 4, false);
        PinFile password = new PinFile(SIGNATURE_PASSWORD, (byte) 5, (byte) 6, (byte) 16, true);
        add(pin);
        add(password);
        add(new KeyFile(USER_AUTHENTICATION_KEY, pin));
        add(new KeyFile(SIGNATURE_KEY, password));
        add(new DataFile(SIGNATURE_CERTIFICATE, password, SIGNATURE_CERTIFICATE_FILE_LENGTH));
        add(new DataFile(SIGNATURE_CA_CERTIFICATE, null, CERTIFICATE_FILE_LENGTH));
        add(new DataFile(USER_AUTHENTICATION_CERTIFICATE, null, CERTIFICATE_FILE_LENGTH));
        add(new DataFile(USER_AUTHENTICATION_CA_CERTIFICATE, null, CERTIFICATE_FILE_LENGTH));
        add(new TokenInformationFile(TOKEN_INFORMATION));
        add(new DataFile(CERTIFICATE_STATE, new byte[] {(byte) 0x8F, (byte) 0x8F, 0x00}));
        sha256 = MessageDigest.getInstance(MessageDigest.ALG_SHA_256, false);
        encoding = new SignatureEncoding(sha256, random());
        rsa = Cipher.getInstance(Cipher.ALG_RSA_NOPAD, false);
        work =
                JCSystem.makeTransientByteArray(
                        KeyFile.PUBLIC_KEY_LENGTH, JCSystem.CLEAR_ON_DESELECT);
    }

    /** Called once by the runtime. */
    public static void install(byte[] parameters, short offset, byte length) {
        new JpkiApplication().register();
    }

    @Override
    void processOwn(APDU apdu, short received) {
        byte[] buffer = apdu.getBuffer();
        if (buffer[ISO7816.OFFSET_CLA] == CLA_INTERINDUSTRY) {
            if (buffer[ISO7816.OFFSET_INS] != INS_GENERATE_ASYMMETRIC_KEY_PAIR) {
                ISOException.throwIt(StatusWord.UNKNOWN_INSTRUCTION);
            }
            generateAsymmetricKeyPair(apdu);
            return;
        }
        switch (buffer[ISO7816.OFFSET_INS]) {
            case INS_COMPUTE_DIGITAL_SIGNATURE:
                computeDigitalSignature(apdu, received);
                break;
            case INS_SET_SESSION_KEY:
                // No key for session-key transport in this application.
                ISOException.throwIt(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
                break;
            case INS_LAST_COMMAND_INDICATOR:
                // A command of telephones; cards answer this.
                ISOException.throwIt(StatusWord.WRONG_LENGTH);
                break;
            default:
                ISOException.throwIt(StatusWord.UNKNOWN_INSTRUCTION);
        }
    }

    /**
     * COMPUTE DIGITAL SIGNATURE: 256 octets, after the PIN of the key. The verified state stays.
     */
    private void computeDigitalSignature(APDU apdu, short received) {
        byte[] buffer = apdu.getBuffer();
        byte p1 = buffer[ISO7816.OFFSET_P1];
        byte p2 = buffer[ISO7816.OFFSET_P2];
        if (p1 < P1_VERBATIM || p1 > P1_PSS_MESSAGE) {
            ISOException.throwIt(StatusWord.WRONG_P1_P2);
        }
        if (p2 == P2_DEFAULT_KEY) {
            // Other applications have a default key, this one has none.
            ISOException.throwIt(StatusWord.NO_CURRENT_FILE);
        }
        KeyFile key = key(p2);
        if (!key.isOpen()) {
            ISOException.throwIt(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
        }
        if (!key.isMade()) {
            ISOException.throwIt(StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED);
        }
        encode(apdu, p1, received);
        requireLe(apdu, KeyFile.MODULUS_LENGTH);
        rsa.init(key.privateKey(), Cipher.MODE_DECRYPT);
        rsa.doFinal(work, (short) 0, KeyFile.MODULUS_LENGTH, buffer, (short) 0);
        apdu.setOutgoingLength(KeyFile.MODULUS_LENGTH);
        apdu.sendBytes((short) 0, KeyFile.MODULUS_LENGTH);
    }

    /** Puts the encoded message into {@link #work}. */
    private void encode(APDU apdu, byte p1, short received) {
        byte[] buffer = apdu.getBuffer();
        short data = apdu.getOffsetCdata();
        short length = apdu.getIncomingLength();
        if (length <= 0) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        switch (p1) {
            case P1_VERBATIM:
                if (length > SignatureEncoding.LONGEST_VERBATIM) {
                    ISOException.throwIt(StatusWord.WRONG_LENGTH);
                }
                encoding.rfc8017_9_2_verbatim(buffer, data, length, work);
                break;
            case P1_MESSAGE_BARE_HASH:
                hash(apdu, received);
                encoding.rfc8017_9_2_verbatim(
                        buffer, (short) 0, SignatureEncoding.HASH_LENGTH, work);
                break;
            case P1_HASH:
                requireHash(length);
                encoding.rfc8017_9_2(buffer, data, work);
                break;
            case P1_MESSAGE:
                hash(apdu, received);
                encoding.rfc8017_9_2(buffer, (short) 0, work);
                break;
            case P1_PSS_HASH:
                requireHash(length);
                encoding.rfc8017_9_1_1(buffer, data, work);
                break;
            default:
                hash(apdu, received);
                encoding.rfc8017_9_1_1(buffer, (short) 0, work);
        }
    }

    /** SHA-256 of the data field, however long, to the start of the APDU buffer. */
    private void hash(APDU apdu, short received) {
        byte[] buffer = apdu.getBuffer();
        short data = apdu.getOffsetCdata();
        short left = apdu.getIncomingLength();
        sha256.reset();
        while (true) {
            sha256.update(buffer, data, received);
            left = (short) (left - received);
            if (left == 0) {
                break;
            }
            received = apdu.receiveBytes(data);
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
    private void generateAsymmetricKeyPair(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        requireBlank();
        byte p1 = buffer[ISO7816.OFFSET_P1];
        if ((p1 != P1_GENERATE && p1 != P1_READ_PUBLIC_KEY)
                || buffer[ISO7816.OFFSET_P2] != (byte) 0x00) {
            ISOException.throwIt(StatusWord.WRONG_P1_P2);
        }
        KeyFile key = key(CURRENT_FILE);
        if (apdu.getIncomingLength() != 0) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        requireLe(apdu, KeyFile.PUBLIC_KEY_LENGTH);
        if (p1 == P1_GENERATE) {
            key.generate();
        } else if (!key.isMade()) {
            ISOException.throwIt(StatusWord.DATA_NOT_FOUND);
        }
        key.writePublicKey(work);
        apdu.setOutgoingLength(KeyFile.PUBLIC_KEY_LENGTH);
        apdu.sendBytesLong(work, (short) 0, KeyFile.PUBLIC_KEY_LENGTH);
    }

    private KeyFile key(byte reference) {
        ElementaryFile file = file(reference);
        if (!(file instanceof KeyFile)) {
            ISOException.throwIt(StatusWord.COMMAND_DOES_NOT_FIT_THE_FILE);
        }
        return (KeyFile) file;
    }

    /** The answer has a fixed length: less room is refused, and nothing was computed for it. */
    private static void requireLe(APDU apdu, short length) {
        short wanted = apdu.setOutgoing();
        if (wanted >= 0 && wanted < length) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
    }
}
