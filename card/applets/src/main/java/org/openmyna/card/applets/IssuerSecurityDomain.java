package org.openmyna.card.applets;

import javacard.framework.AID;
import javacard.framework.APDU;
import javacard.framework.Applet;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Shareable;
import javacard.framework.Util;
import javacardx.apdu.ExtendedLength;
import javacardx.crypto.Cipher;

/**
 * The issuer security domain (card manager), current after every reset. It keeps the life cycle of
 * the card, the data about the card as a whole, and the issuer's keys.
 *
 * <p>AID A0 00 00 01 51 00 00. Without authentication it serves GET DATA and, on a BLANK card, its
 * own personalisation; on a card in use it opens the issuer's secure channel, and {@link
 * IssuerCommands} are served inside. A TERMINATED card answers 6600 to everything.
 */
public final class IssuerSecurityDomain extends Applet implements ExtendedLength, CardLifeCycle {

    static final byte INS_GET_DATA = (byte) 0xCA;
    static final byte INS_SET_STATUS = (byte) 0xF0;
    static final byte INS_STORE_DATA = (byte) 0xE2;

    /** P1 of SET STATUS. */
    static final byte P1_THE_CARD = (byte) 0x80;

    private static final byte CLA_INTERINDUSTRY = (byte) 0x00;
    private static final byte CLA_PROPRIETARY = (byte) 0x80;
    private static final byte CLA_SECURE_CHANNEL = (byte) 0x84;

    private static final byte INS_INITIALIZE_UPDATE = (byte) 0x50;
    private static final byte INS_EXTERNAL_AUTHENTICATE = (byte) 0x82;
    private static final byte INS_SELECT = (byte) 0xA4;
    private static final byte INS_PUT_KEY = (byte) 0xD8;

    private static final byte P1_NEW_KEYS = (byte) 0x00;
    private static final byte P2_SEVERAL_KEYS = (byte) 0x81;
    private static final byte P1_LAST_BLOCK = (byte) 0x80;

    private static final short AUTHENTICATION_LENGTH = (short) 16;

    private final LifeCycle lifeCycle;
    private final CardData data;
    private final ChannelKeys keys;
    private final SecureChannel channel;
    private final ManagedApplications applications;
    private final IssuerCommands commands;

    private IssuerSecurityDomain() {
        Cipher cipher = Cipher.getInstance(Cipher.ALG_AES_BLOCK_128_CBC_NOPAD, false);
        lifeCycle = new LifeCycle();
        data = new CardData();
        keys = new ChannelKeys(cipher);
        channel = new SecureChannel(keys, cipher);
        applications = new ManagedApplications();
        commands = new IssuerCommands(this, channel, data, applications);
    }

    /** Called once by the runtime. */
    public static void install(byte[] parameters, short offset, byte length) {
        new IssuerSecurityDomain().register();
    }

    @Override
    public Shareable getShareableInterfaceObject(AID client, byte parameter) {
        return parameter == CardLifeCycle.PARAMETER ? this : null;
    }

    @Override
    public byte state() {
        return lifeCycle.state();
    }

    @Override
    public void attackDetected() {
        terminate();
    }

    /**
     * The card goes out of use first, and loses its keys then. Nothing here touches memory that
     * belongs to the selected application: the caller may be another one.
     */
    void terminate() {
        if (JCSystem.getTransactionDepth() != 0) {
            JCSystem.abortTransaction();
        }
        lifeCycle.terminate();
        if (!lifeCycle.isErased()) {
            keys.erase();
            if (applications.eraseKeys()) {
                lifeCycle.erasureIsDone();
            }
        }
    }

    /** Selection, after every reset as well, takes up again what a loss of power broke off. */
    @Override
    public boolean select() {
        applications.connect();
        if (lifeCycle.isTerminated() || channel.hasNoTriesLeft()) {
            terminate();
        } else if (applications.haveLeftovers()) {
            applications.discard();
        }
        channel.end();
        return true;
    }

    @Override
    public void deselect() {
        channel.end();
    }

    @Override
    public void process(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        short received = apdu.setIncomingAndReceive();
        lifeCycle.requireAlive();
        if (selectingApplet()) {
            Selection.answer(apdu);
            return;
        }
        switch (buffer[ISO7816.OFFSET_CLA]) {
            case CLA_INTERINDUSTRY:
            case CLA_PROPRIETARY:
                receiveAll(apdu, received);
                processPlain(apdu);
                break;
            case CLA_SECURE_CHANNEL:
                receiveAll(apdu, received);
                processProtected(apdu);
                break;
            default:
                ISOException.throwIt(CommandClass.refusal(buffer[ISO7816.OFFSET_CLA]));
        }
    }

    /** The whole command into the buffer; too long for it is 6700, and the end of a session. */
    private void receiveAll(APDU apdu, short received) {
        short length = apdu.getIncomingLength();
        if (length > SecureChannel.LONGEST_DATA) {
            channel.end();
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        while (received < length) {
            short at = (short) (apdu.getOffsetCdata() + received);
            received = (short) (received + apdu.receiveBytes(at));
        }
    }

    private void processPlain(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        byte instruction = buffer[ISO7816.OFFSET_INS];
        boolean proprietary = buffer[ISO7816.OFFSET_CLA] == CLA_PROPRIETARY;
        if (instruction == INS_SELECT) {
            selectFile(apdu, proprietary);
        }
        if (proprietary && instruction == INS_INITIALIZE_UPDATE) {
            initializeUpdate(apdu);
            return;
        }
        if (channel.isOpen()) {
            // Inside a session nothing goes without a MAC.
            channel.end();
            ISOException.throwIt(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
        }
        if (instruction == INS_GET_DATA) {
            getData(apdu);
            return;
        }
        if (!proprietary) {
            ISOException.throwIt(StatusWord.UNKNOWN_INSTRUCTION);
        }
        switch (instruction) {
            case INS_SET_STATUS:
                setStatus(apdu);
                break;
            case INS_PUT_KEY:
                putKey(apdu);
                break;
            case INS_STORE_DATA:
                storeData(apdu);
                break;
            default:
                ISOException.throwIt(
                        IssuerCommands.know(instruction)
                                ? StatusWord.SECURITY_STATUS_NOT_SATISFIED
                                : StatusWord.UNKNOWN_INSTRUCTION);
        }
    }

    private void processProtected(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        short at = apdu.getOffsetCdata();
        if (buffer[ISO7816.OFFSET_INS] == INS_EXTERNAL_AUTHENTICATE) {
            externalAuthenticate(apdu);
            return;
        }
        if (!channel.isOpen()) {
            channel.end();
            ISOException.throwIt(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
        }
        short length = channel.unwrap(buffer, at, apdu.getIncomingLength());
        if (length == SecureChannel.WRONG_MAC) {
            refuse(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
        }
        commands.process(apdu, at, length);
    }

    /** There is no file below the master file, and the master file itself cannot be chosen here. */
    private static void selectFile(APDU apdu, boolean proprietary) {
        byte[] buffer = apdu.getBuffer();
        if (proprietary) {
            ISOException.throwIt(StatusWord.UNKNOWN_INSTRUCTION);
        }
        switch (buffer[ISO7816.OFFSET_P1]) {
            case (byte) 0x00:
            case (byte) 0x02:
                if (apdu.getIncomingLength() == 0) {
                    ISOException.throwIt(StatusWord.WRONG_P1_P2);
                }
                ISOException.throwIt(StatusWord.FILE_NOT_FOUND);
                break;
            case (byte) 0x04:
                Selection.refuseName(buffer[ISO7816.OFFSET_P2]);
                break;
            default:
                ISOException.throwIt(StatusWord.WRONG_P1_P2);
        }
    }

    /** GET DATA, free: the whole object; less room for it is refused. */
    private void getData(APDU apdu) {
        DataObject object = data.present(Util.getShort(apdu.getBuffer(), ISO7816.OFFSET_P1));
        requireLength(apdu, (short) 0);
        requireLe(apdu, object.length());
        apdu.setOutgoingLength(object.length());
        apdu.sendBytesLong(object.content(), (short) 0, object.length());
    }

    /**
     * SET STATUS without authentication: BLANK becomes PERSONALISED, once. TERMINATED is reached in
     * the secure channel alone.
     */
    private void setStatus(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        byte status = buffer[ISO7816.OFFSET_P2];
        if (buffer[ISO7816.OFFSET_P1] == P1_THE_CARD && status == TERMINATED) {
            ISOException.throwIt(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
        }
        requireParameters(buffer, P1_THE_CARD, PERSONALISED);
        requireLength(apdu, (short) 0);
        lifeCycle.personalise();
    }

    /** PUT KEY, on a BLANK card only: the three keys of the secure channel, in plain. */
    private void putKey(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        lifeCycle.require(LifeCycle.PERSONALISE, StatusWord.SECURITY_STATUS_NOT_SATISFIED);
        requireParameters(buffer, P1_NEW_KEYS, P2_SEVERAL_KEYS);
        requireLength(apdu, ChannelKeys.BODY_LENGTH);
        keys.put(buffer, apdu.getOffsetCdata());
        Util.arrayFillNonAtomic(buffer, apdu.getOffsetCdata(), ChannelKeys.BODY_LENGTH, (byte) 0);
    }

    /** STORE DATA, on a BLANK card only: one object of GET DATA, whole. */
    private void storeData(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        lifeCycle.require(LifeCycle.PERSONALISE, StatusWord.SECURITY_STATUS_NOT_SATISFIED);
        byte p1 = buffer[ISO7816.OFFSET_P1];
        requireParameters(buffer, p1 == P1_LAST_BLOCK ? P1_LAST_BLOCK : (byte) 0, (byte) 0);
        data.store(buffer, apdu.getOffsetCdata(), apdu.getIncomingLength());
    }

    /** INITIALIZE UPDATE: a new session begins; an old one, and its unfinished act, are over. */
    private void initializeUpdate(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        channel.end();
        if (!keys.arePresent()) {
            ISOException.throwIt(StatusWord.DATA_NOT_FOUND);
        }
        lifeCycle.require(LifeCycle.OPEN_CHANNEL, StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED);
        byte version = buffer[ISO7816.OFFSET_P1];
        if (version != 0 && version != ChannelKeys.VERSION) {
            ISOException.throwIt(StatusWord.DATA_NOT_FOUND);
        }
        requireParameters(buffer, version, (byte) 0);
        requireLength(apdu, SessionKeys.CHALLENGE_LENGTH);
        short challenge = apdu.getOffsetCdata();
        requireLe(apdu, SecureChannel.INITIALIZE_UPDATE_ANSWER_LENGTH);
        applications.discard();
        commands.begin();
        short answer = (short) (challenge + SessionKeys.CHALLENGE_LENGTH);
        data.writeDiversification(buffer, answer);
        short information = (short) (answer + CardData.DIVERSIFICATION_LENGTH);
        channel.amendmentD_7_1_1(buffer, challenge, information);
        apdu.setOutgoingLength(SecureChannel.INITIALIZE_UPDATE_ANSWER_LENGTH);
        apdu.sendBytes(answer, SecureChannel.INITIALIZE_UPDATE_ANSWER_LENGTH);
    }

    /** EXTERNAL AUTHENTICATE, once after each INITIALIZE UPDATE: the session is open. */
    private void externalAuthenticate(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        byte level = buffer[ISO7816.OFFSET_P1];
        if (!channel.isInitialized()) {
            channel.end();
            ISOException.throwIt(StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED);
        }
        if (!SecureChannel.isLevel(level) || buffer[ISO7816.OFFSET_P2] != 0) {
            channel.end();
            ISOException.throwIt(StatusWord.WRONG_P1_P2);
        }
        if (apdu.getIncomingLength() != AUTHENTICATION_LENGTH) {
            channel.end();
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        if (!channel.amendmentD_7_1_2(buffer, apdu.getOffsetCdata(), level)) {
            refuse(StatusWord.AUTHENTICATION_FAILED);
        }
    }

    /** After a wrong MAC or cryptogram: the tenth in a row is an attack. */
    private void refuse(short statusWord) {
        if (channel.hasNoTriesLeft()) {
            terminate();
            ISOException.throwIt(StatusWord.TERMINATED);
        }
        ISOException.throwIt(statusWord);
    }

    static void requireParameters(byte[] buffer, byte p1, byte p2) {
        if (buffer[ISO7816.OFFSET_P1] != p1 || buffer[ISO7816.OFFSET_P2] != p2) {
            ISOException.throwIt(StatusWord.WRONG_P1_P2);
        }
    }

    private static void requireLength(APDU apdu, short length) {
        if (apdu.getIncomingLength() != length) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
    }

    private static void requireLe(APDU apdu, short length) {
        short wanted = apdu.setOutgoing();
        if (wanted >= 0 && wanted < length) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
    }
}
