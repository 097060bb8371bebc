package org.openmyna.card.applets;

import javacard.framework.AID;
import javacard.framework.APDU;
import javacard.framework.Applet;
import javacard.framework.ISOException;
import javacard.framework.Shareable;
import javacard.framework.Util;
import javacard.security.RandomData;
import javacardx.apdu.ExtendedLength;

/**
 * What every application of the card has: files, one current file, and the ISO/IEC 7816-4 commands
 * for them.
 *
 * <p>Each command checks in the same order, so that nothing is told to somebody who may not know
 * it: class and instruction (6E00, 6D00), life cycle (6982), P1 and P2 (6A86), the file (6986,
 * 6A82), its kind (6981), the right to use it (6982, 6984, 6985), a key that was never made (6985),
 * lengths (6700), offset or record (6B00, 6A83), content (6A80). A terminated card answers 6600 and
 * looks at nothing.
 */
abstract class CardApplication extends Applet implements ExtendedLength {

    static final byte CLA_INTERINDUSTRY = (byte) 0x00;
    static final byte CLA_PROPRIETARY = (byte) 0x80;

    static final byte INS_VERIFY = (byte) 0x20;
    static final byte INS_SELECT = (byte) 0xA4;
    static final byte INS_READ_BINARY = (byte) 0xB0;
    private static final byte INS_CHANGE_REFERENCE_DATA = (byte) 0x24;
    private static final byte INS_GENERATE_ASYMMETRIC_KEY_PAIR = (byte) 0x47;
    private static final byte INS_GET_CHALLENGE = (byte) 0x84;
    private static final byte INS_INTERNAL_AUTHENTICATE = (byte) 0x88;
    private static final byte INS_READ_RECORD = (byte) 0xB2;
    private static final byte INS_UPDATE_BINARY = (byte) 0xD6;
    private static final byte INS_UPDATE_RECORD = (byte) 0xDC;

    /** Proprietary class; which application has which is its own business. */
    static final byte INS_COMPUTE_DIGITAL_SIGNATURE = (byte) 0x2A;

    static final byte INS_CHANGE_KEY = (byte) 0x32;
    static final byte INS_SET_SESSION_KEY = (byte) 0xAE;

    /** JICSAP commands of the issuer: known, but nobody can authenticate as the issuer here. */
    private static final byte INS_ERASE_ALL_RECORDS = (byte) 0x06;

    private static final byte INS_LOCK_DF = (byte) 0x50;
    private static final byte INS_UNLOCK_DF = (byte) 0x52;
    private static final byte INS_UNLOCK_KEY = (byte) 0x54;
    private static final byte INS_MANAGE_ATTRIBUTES = (byte) 0x8A;

    private static final byte P1_MASTER_FILE = (byte) 0x00;
    private static final byte P1_ELEMENTARY_FILE = (byte) 0x02;
    private static final byte P1_DF_NAME = (byte) 0x04;
    private static final byte P2_WITH_ANSWER = (byte) 0x00;
    private static final byte P2_NO_ANSWER = (byte) 0x0C;

    /** The low three bits of P2: P1 is the number of a record, or of the first one of the rest. */
    private static final byte P2_ONE_RECORD = (byte) 0x04;

    private static final byte P2_TO_THE_LAST_RECORD = (byte) 0x05;
    private static final byte P2_RECORD_MASK = (byte) 0x07;

    private static final short LONGEST_CHALLENGE = (short) 256;

    private final CardState card;
    private final FileTable files;
    private final Command command;
    private final RandomData random;
    private final PinCommands pins;
    private final KeyCommands keys;
    private final IssuerDoor issuerDoor;

    CardApplication(byte capacity) {
        card = new CardState();
        files = new FileTable(capacity);
        command = new Command();
        random = RandomData.getInstance(RandomData.ALG_SECURE_RANDOM);
        pins = new PinCommands(files, card);
        keys = new KeyCommands(files, card, random);
        issuerDoor = new IssuerDoor(this, files, keys);
    }

    /** For constructors only. */
    final void add(ElementaryFile file) {
        files.add(file);
    }

    /** For constructors only: this application offers secure messaging. */
    final void offer(SecureMessaging messaging) {
        command.offer(messaging);
    }

    final PinCommands pins() {
        return pins;
    }

    final KeyCommands keys() {
        return keys;
    }

    /** The proprietary commands of one application; it answers 6D00 to what it does not know. */
    abstract void processOwn(Command own);

    /** INTERNAL AUTHENTICATE: known to the card, but few applications have a key for it. */
    void internalAuthenticate(Command own) {
        ISOException.throwIt(StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED);
    }

    /** A class byte other than 00 and 80: refused, unless the application opens what is inside. */
    void openProtected(Command own) {
        ISOException.throwIt(CommandClass.refusal(own.commandClass()));
    }

    /** What an application remembers between two commands beyond PINs and the current file. */
    void endSession() {}

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
        files.forgetSession();
        endSession();
    }

    /** The issuer security domain, and nobody else, gets the object of the issuer channel. */
    @Override
    public final Shareable getShareableInterfaceObject(AID client, byte parameter) {
        return parameter == IssuerAccess.PARAMETER && card.isIssuerSecurityDomain(client)
                ? issuerDoor
                : null;
    }

    @Override
    public final void process(APDU apdu) {
        short received = apdu.setIncomingAndReceive();
        card.requireNotTerminated();
        if (selectingApplet()) {
            Selection.answer(apdu);
            return;
        }
        command.begin(apdu, received);
        switch (command.commandClass()) {
            case CLA_INTERINDUSTRY:
                processInterindustry();
                break;
            case CLA_PROPRIETARY:
                processProprietary();
                break;
            default:
                openProtected(command);
                processInterindustry();
        }
    }

    private void processInterindustry() {
        switch (command.instruction()) {
            case INS_SELECT:
                selectFile();
                break;
            case INS_VERIFY:
                pins.verify(command);
                break;
            case INS_CHANGE_REFERENCE_DATA:
                pins.changeReferenceData(command);
                break;
            case INS_READ_BINARY:
                files.data(command.p1()).read(command, offset());
                break;
            case INS_UPDATE_BINARY:
                card.requireBlank();
                files.data(command.p1()).update(command, offset());
                break;
            case INS_READ_RECORD:
                readRecord();
                break;
            case INS_UPDATE_RECORD:
                updateRecord();
                break;
            case INS_GENERATE_ASYMMETRIC_KEY_PAIR:
                keys.generateAsymmetricKeyPair(command);
                break;
            case INS_GET_CHALLENGE:
                getChallenge();
                break;
            case INS_INTERNAL_AUTHENTICATE:
                internalAuthenticate(command);
                break;
            default:
                ISOException.throwIt(StatusWord.UNKNOWN_INSTRUCTION);
        }
    }

    private void processProprietary() {
        switch (command.instruction()) {
            case INS_ERASE_ALL_RECORDS:
            case INS_LOCK_DF:
            case INS_UNLOCK_DF:
            case INS_UNLOCK_KEY:
            case INS_MANAGE_ATTRIBUTES:
                ISOException.throwIt(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
                break;
            default:
                processOwn(command);
        }
    }

    /**
     * SELECT of an elementary file by its id. Who may read it is asked by READ BINARY, not here.
     */
    private void selectFile() {
        byte p2 = command.p2();
        switch (command.p1()) {
            case P1_ELEMENTARY_FILE:
                if (p2 != P2_NO_ANSWER) {
                    ISOException.throwIt(StatusWord.WRONG_P1_P2);
                }
                if (command.length() != 2) {
                    ISOException.throwIt(StatusWord.WRONG_LENGTH);
                }
                files.select(Util.getShort(command.buffer(), command.dataOffset()));
                break;
            case P1_MASTER_FILE:
                if (p2 != P2_NO_ANSWER && p2 != P2_WITH_ANSWER) {
                    ISOException.throwIt(StatusWord.WRONG_P1_P2);
                }
                // Without an id it succeeds and changes nothing; ids at the level of the master
                // file are not known here.
                if (command.length() != 0) {
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

    private void readRecord() {
        byte p2 = command.p2();
        byte form = (byte) (p2 & P2_RECORD_MASK);
        if (form != P2_ONE_RECORD && form != P2_TO_THE_LAST_RECORD) {
            ISOException.throwIt(StatusWord.WRONG_P1_P2);
        }
        files.records(p2).read(command, command.p1(), form == P2_TO_THE_LAST_RECORD);
    }

    /** UPDATE RECORD, on a BLANK card only. */
    private void updateRecord() {
        card.requireBlank();
        byte p2 = command.p2();
        if ((byte) (p2 & P2_RECORD_MASK) != P2_ONE_RECORD) {
            ISOException.throwIt(StatusWord.WRONG_P1_P2);
        }
        files.records(p2).update(command, command.p1());
    }

    /** GET CHALLENGE: 1 to 256 random bytes. */
    private void getChallenge() {
        command.requireP1((byte) 0x00);
        command.requireP2((byte) 0x00);
        command.requireNoData();
        short wanted = command.requireWanted();
        if (wanted > LONGEST_CHALLENGE) {
            ISOException.throwIt(StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED);
        }
        byte[] buffer = command.buffer();
        random.generateData(buffer, (short) 0, wanted);
        command.answer(buffer, (short) 0, wanted);
    }

    /** P1 and P2 of READ BINARY: an offset in the current file, or P2 alone beside a short id. */
    private short offset() {
        byte p1 = command.p1();
        short low = (short) (command.p2() & 0xFF);
        return p1 >= 0 ? Util.makeShort(p1, (byte) low) : low;
    }
}
