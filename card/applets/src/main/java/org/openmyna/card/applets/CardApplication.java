package org.openmyna.card.applets;

import javacard.framework.AID;
import javacard.framework.APDU;
import javacard.framework.Applet;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Util;
import javacard.security.RandomData;
import javacardx.apdu.ExtendedLength;

/**
 * What every application of the card has: files, one current file, and the ISO/IEC 7816-4 commands
 * for them.
 *
 * <p>Each command checks in the same order, so that nothing is told to somebody who may not know
 * it: class and instruction (6E00, 6D00), life cycle (6982), P1 and P2 (6A86), the file (6986,
 * 6A82), its kind (6981), the right to use it (6982, 6984), a key that was never made (6985),
 * lengths (6700), offset (6B00), content (6A80).
 */
abstract class CardApplication extends Applet implements ExtendedLength {

    static final byte CLA_INTERINDUSTRY = (byte) 0x00;
    static final byte CLA_PROPRIETARY = (byte) 0x80;

    private static final byte INS_VERIFY = (byte) 0x20;
    private static final byte INS_CHANGE_REFERENCE_DATA = (byte) 0x24;
    private static final byte INS_GET_CHALLENGE = (byte) 0x84;
    private static final byte INS_INTERNAL_AUTHENTICATE = (byte) 0x88;
    private static final byte INS_SELECT = (byte) 0xA4;
    private static final byte INS_READ_BINARY = (byte) 0xB0;
    private static final byte INS_UPDATE_BINARY = (byte) 0xD6;

    private static final byte P1_MASTER_FILE = (byte) 0x00;
    private static final byte P1_ELEMENTARY_FILE = (byte) 0x02;
    private static final byte P1_DF_NAME = (byte) 0x04;
    private static final byte P1_NEW_VALUE_ONLY = (byte) 0x01;
    private static final byte P2_WITH_ANSWER = (byte) 0x00;
    private static final byte P2_NO_ANSWER = (byte) 0x0C;

    /** In P1 or P2: a file is named by the low five bits; 0 means the current one. */
    private static final short BY_SHORT_ID = (short) 0x80;

    /** P1 or P2 that names the current file. */
    static final byte CURRENT_FILE = (byte) 0x80;

    private static final short BY_SHORT_ID_MASK = (short) 0xE0;
    private static final short SHORT_ID_MASK = (short) 0x1F;

    private static final short LONGEST_CHALLENGE = (short) 256;

    private final byte[] issuerSecurityDomain = {(byte) 0xA0, 0x00, 0x00, 0x01, 0x51, 0x00, 0x00};
    private final ElementaryFile[] files;
    private byte fileCount;

    /**
     * Transient; one element: the place of the current file in {@link #files} plus one, 0 if there
     * is none.
     */
    private final byte[] current;

    private final RandomData random;

    CardApplication(byte capacity) {
        files = new ElementaryFile[capacity];
        current = JCSystem.makeTransientByteArray((short) 1, JCSystem.CLEAR_ON_DESELECT);
        random = RandomData.getInstance(RandomData.ALG_SECURE_RANDOM);
    }

    /** For constructors only. */
    final void add(ElementaryFile file) {
        files[fileCount] = file;
        fileCount = (byte) (fileCount + 1);
    }

    final RandomData random() {
        return random;
    }

    /** The commands of one application alone; it answers 6D00 to what it does not know either. */
    abstract void processOwn(APDU apdu, short received);

    /**
     * Selection, of this application again as well, ends every verified state and forgets the
     * current file.
     */
    @Override
    public final boolean select() {
        forgetSession();
        return true;
    }

    @Override
    public final void deselect() {
        forgetSession();
    }

    private void forgetSession() {
        current[0] = 0;
        for (byte i = 0; i < fileCount; i++) {
            if (files[i] instanceof PinFile) {
                ((PinFile) files[i]).forgetVerification();
            }
        }
    }

    @Override
    public final void process(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        short received = apdu.setIncomingAndReceive();
        if (selectingApplet()) {
            Selection.answer(apdu);
            return;
        }
        switch (buffer[ISO7816.OFFSET_CLA]) {
            case CLA_INTERINDUSTRY:
                processInterindustry(apdu, received);
                break;
            case CLA_PROPRIETARY:
                processOwn(apdu, received);
                break;
            default:
                ISOException.throwIt(CommandClass.refusal(buffer[ISO7816.OFFSET_CLA]));
        }
    }

    private void processInterindustry(APDU apdu, short received) {
        switch (apdu.getBuffer()[ISO7816.OFFSET_INS]) {
            case INS_SELECT:
                selectFile(apdu);
                break;
            case INS_VERIFY:
                verify(apdu);
                break;
            case INS_CHANGE_REFERENCE_DATA:
                changeReferenceData(apdu);
                break;
            case INS_READ_BINARY:
                readBinary(apdu);
                break;
            case INS_UPDATE_BINARY:
                updateBinary(apdu, received);
                break;
            case INS_GET_CHALLENGE:
                getChallenge(apdu);
                break;
            case INS_INTERNAL_AUTHENTICATE:
                // Known to the card, but only the common application has a key for it.
                ISOException.throwIt(StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED);
                break;
            default:
                processOwn(apdu, received);
        }
    }

    /**
     * SELECT of an elementary file by its id. Who may read it is asked by READ BINARY, not here.
     */
    private void selectFile(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        short length = apdu.getIncomingLength();
        byte p2 = buffer[ISO7816.OFFSET_P2];
        switch (buffer[ISO7816.OFFSET_P1]) {
            case P1_ELEMENTARY_FILE:
                if (p2 != P2_NO_ANSWER) {
                    ISOException.throwIt(StatusWord.WRONG_P1_P2);
                }
                if (length != 2) {
                    ISOException.throwIt(StatusWord.WRONG_LENGTH);
                }
                current[0] = find(Util.getShort(buffer, apdu.getOffsetCdata()));
                break;
            case P1_MASTER_FILE:
                if (p2 != P2_NO_ANSWER && p2 != P2_WITH_ANSWER) {
                    ISOException.throwIt(StatusWord.WRONG_P1_P2);
                }
                // Without an id it succeeds and changes nothing; ids at the level of the master
                // file are not known here.
                if (length != 0) {
                    ISOException.throwIt(StatusWord.FILE_NOT_FOUND);
                }
                break;
            case P1_DF_NAME:
                Selection.refuseName(p2);
                break;
            default:
                ISOException.throwIt(StatusWord.WRONG_P1_P2);
        }
    }

    /** VERIFY: without data it tells the tries left, with data it is a guess. */
    private void verify(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        requireP1(buffer, (byte) 0x00);
        PinFile pin = pin(buffer[ISO7816.OFFSET_P2]);
        short length = apdu.getIncomingLength();
        if (length == 0) {
            if (apdu.setOutgoing() != 0) {
                // "00 20 00 80 00": an empty data field, not an absent one.
                ISOException.throwIt(StatusWord.WRONG_LENGTH);
            }
            pin.tellTries();
        }
        pin.verify(buffer, apdu.getOffsetCdata(), length);
    }

    /**
     * CHANGE REFERENCE DATA with the new value alone: after VERIFY of the old one, or on a BLANK
     * card.
     */
    private void changeReferenceData(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        requireP1(buffer, P1_NEW_VALUE_ONLY);
        PinFile pin = pin(buffer[ISO7816.OFFSET_P2]);
        if (!pin.isVerified()) {
            requireBlank();
        }
        pin.change(buffer, apdu.getOffsetCdata(), apdu.getIncomingLength());
    }

    /** READ BINARY. */
    private void readBinary(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        data(buffer[ISO7816.OFFSET_P1]).read(apdu, offset(buffer));
    }

    /** UPDATE BINARY, on a BLANK card only. */
    private void updateBinary(APDU apdu, short received) {
        byte[] buffer = apdu.getBuffer();
        requireBlank();
        data(buffer[ISO7816.OFFSET_P1]).update(apdu, offset(buffer), received);
    }

    /** GET CHALLENGE: 1 to 256 random bytes. */
    private void getChallenge(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        requireP1(buffer, (byte) 0x00);
        if (buffer[ISO7816.OFFSET_P2] != (byte) 0x00) {
            ISOException.throwIt(StatusWord.WRONG_P1_P2);
        }
        if (apdu.getIncomingLength() != 0) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        short wanted = apdu.setOutgoing();
        if (wanted == 0) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        if (wanted < 0 || wanted > LONGEST_CHALLENGE) {
            ISOException.throwIt(StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED);
        }
        random.generateData(buffer, (short) 0, wanted);
        apdu.setOutgoingLength(wanted);
        apdu.sendBytes((short) 0, wanted);
    }

    static void requireP1(byte[] buffer, byte only) {
        if (buffer[ISO7816.OFFSET_P1] != only) {
            ISOException.throwIt(StatusWord.WRONG_P1_P2);
        }
    }

    /**
     * Personalisation commands end with the life-cycle state BLANK. Without a domain to ask, the
     * card counts as closed.
     */
    final void requireBlank() {
        AID domain =
                JCSystem.lookupAID(
                        issuerSecurityDomain, (short) 0, (byte) issuerSecurityDomain.length);
        if (domain != null) {
            CardLifeCycle card =
                    (CardLifeCycle)
                            JCSystem.getAppletShareableInterfaceObject(
                                    domain, CardLifeCycle.PARAMETER);
            if (card != null && card.state() == CardLifeCycle.BLANK) {
                return;
            }
        }
        ISOException.throwIt(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
    }

    /**
     * The file that 80 (the current one) or 80|SFI names; a short id also makes its file the
     * current one.
     */
    final ElementaryFile file(byte reference) {
        if ((short) (reference & BY_SHORT_ID_MASK) != BY_SHORT_ID) {
            ISOException.throwIt(StatusWord.WRONG_P1_P2);
        }
        short shortId = (short) (reference & SHORT_ID_MASK);
        if (shortId != 0) {
            current[0] = find(shortId);
        }
        return currentFile();
    }

    private ElementaryFile currentFile() {
        if (current[0] == 0) {
            ISOException.throwIt(StatusWord.NO_CURRENT_FILE);
        }
        return files[(byte) (current[0] - 1)];
    }

    private PinFile pin(byte reference) {
        ElementaryFile file = file(reference);
        if (!(file instanceof PinFile)) {
            ISOException.throwIt(StatusWord.COMMAND_DOES_NOT_FIT_THE_FILE);
        }
        return (PinFile) file;
    }

    /**
     * P1 of READ BINARY and UPDATE BINARY: 00 to 7F is the high part of an offset in the current
     * file.
     */
    private DataFile data(byte p1) {
        ElementaryFile file = p1 >= 0 ? currentFile() : file(p1);
        if (!(file instanceof DataFile)) {
            ISOException.throwIt(StatusWord.COMMAND_DOES_NOT_FIT_THE_FILE);
        }
        return (DataFile) file;
    }

    private static short offset(byte[] buffer) {
        if (buffer[ISO7816.OFFSET_P1] >= 0) {
            return Util.getShort(buffer, ISO7816.OFFSET_P1);
        }
        return (short) (buffer[ISO7816.OFFSET_P2] & 0xFF);
    }

    /** The place of a file plus one. */
    private byte find(short id) {
        for (byte i = 0; i < fileCount; i++) {
            if (files[i].id() == id) {
                return (byte) (i + 1);
            }
        }
        ISOException.throwIt(StatusWord.FILE_NOT_FOUND);
        return 0;
    }
}
