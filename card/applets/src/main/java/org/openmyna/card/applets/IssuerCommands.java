package org.openmyna.card.applets;

import javacard.framework.APDU;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Util;

/**
 * What the issuer does with a card in use. Each command comes out of the secure channel; all but
 * GET DATA need a session with encryption of commands.
 *
 * <p>They check as everywhere: instruction 6D00, level of the session 6982, P1 and P2 6A86, lengths
 * 6700, and the room for the answer, before anything is done. A refusal here leaves the session
 * open.
 */
final class IssuerCommands {

    private static final byte INS_INSTALL = (byte) 0xE6;
    private static final byte INS_GENERATE_ASYMMETRIC_KEY_PAIR = (byte) 0x47;
    private static final byte INS_COMPUTE_DIGITAL_SIGNATURE = (byte) 0x2A;
    private static final byte INS_MANAGE_DRAFTS = (byte) 0xEE;

    private static final byte P1_FOR_PERSONALIZATION = (byte) 0x20;
    private static final byte P1_DISCARD = (byte) 0x00;
    private static final byte P1_COMMIT = (byte) 0x01;

    private static final short FILE_ID_LENGTH = (short) 2;

    /** File id and offset, in front of the bytes of STORE DATA. */
    private static final short STORE_HEADER_LENGTH = (short) 4;

    /** Of INSTALL: two lengths and the length of the name in front of it, three lengths behind. */
    private static final short INSTALL_NAME_OFFSET = (short) 3;

    private static final short INSTALL_FRAME_LENGTH = (short) 6;

    /**
     * Where answers are put together: over the command, because the buffer of a short command holds
     * no more than one of them.
     */
    private static final short ANSWER_OFFSET = (short) 0;

    private final IssuerSecurityDomain domain;
    private final SecureChannel channel;
    private final CardData data;
    private final ManagedApplications applications;

    /** Transient; one element: the {@link IssuerAccess} that INSTALL named in this session. */
    private final Object[] named;

    IssuerCommands(
            IssuerSecurityDomain domain,
            SecureChannel channel,
            CardData data,
            ManagedApplications applications) {
        this.domain = domain;
        this.channel = channel;
        this.data = data;
        this.applications = applications;
        named = JCSystem.makeTransientObjectArray((short) 1, JCSystem.CLEAR_ON_DESELECT);
    }

    /**
     * Commands of card managers that are 6982 and not 6D00 without the channel. Key pairs and
     * signatures belong to applications: in plain, this one does not know them.
     */
    static boolean know(byte instruction) {
        return instruction == INS_INSTALL || instruction == INS_MANAGE_DRAFTS;
    }

    /** A new session names its application anew. */
    void begin() {
        named[0] = null;
    }

    /** The plain data field is {@code length} octets at {@code at}. */
    void process(APDU apdu, short at, short length) {
        byte[] buffer = apdu.getBuffer();
        switch (buffer[ISO7816.OFFSET_INS]) {
            case IssuerSecurityDomain.INS_GET_DATA:
                getData(apdu, length);
                break;
            case INS_INSTALL:
                install(apdu, at, length);
                break;
            case IssuerSecurityDomain.INS_STORE_DATA:
                store(apdu, at, length);
                break;
            case INS_GENERATE_ASYMMETRIC_KEY_PAIR:
                generate(apdu, at, length);
                break;
            case INS_COMPUTE_DIGITAL_SIGNATURE:
                sign(apdu, at, length);
                break;
            case INS_MANAGE_DRAFTS:
                manageDrafts(apdu, length);
                break;
            case IssuerSecurityDomain.INS_SET_STATUS:
                setStatus(apdu, length);
                break;
            default:
                ISOException.throwIt(StatusWord.UNKNOWN_INSTRUCTION);
        }
    }

    /** GET DATA as outside, at every level. */
    private void getData(APDU apdu, short length) {
        byte[] buffer = apdu.getBuffer();
        DataObject object = data.present(Util.getShort(buffer, ISO7816.OFFSET_P1));
        requireLength(length, (short) 0);
        channel.requireRoom(apdu, object.length());
        Util.arrayCopyNonAtomic(
                object.content(), (short) 0, buffer, ANSWER_OFFSET, object.length());
        channel.respond(apdu, ANSWER_OFFSET, object.length());
    }

    /** INSTALL [for personalization]: the application that the following commands are for. */
    private void install(APDU apdu, short at, short length) {
        byte[] buffer = apdu.getBuffer();
        require(buffer, P1_FOR_PERSONALIZATION);
        short nameLength = (short) (length - INSTALL_FRAME_LENGTH);
        if (nameLength <= 0) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        channel.requireRoom(apdu, (short) 0);
        short name = (short) (at + INSTALL_NAME_OFFSET);
        short behind = (short) (name + nameLength);
        boolean framed =
                Util.getShort(buffer, at) == 0
                        && (short) (buffer[(short) (at + 2)] & 0xFF) == nameLength
                        && Util.getShort(buffer, behind) == 0
                        && buffer[(short) (behind + 2)] == 0;
        if (!framed) {
            ISOException.throwIt(StatusWord.WRONG_DATA);
        }
        named[0] = null;
        named[0] = applications.named(buffer, name, nameLength);
        channel.respond(apdu, ANSWER_OFFSET, (short) 0);
    }

    /** STORE DATA: into a draft, or a PIN. */
    private void store(APDU apdu, short at, short length) {
        require(apdu.getBuffer(), (byte) 0x00);
        if (length < STORE_HEADER_LENGTH) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        channel.requireRoom(apdu, (short) 0);
        application().store(apdu.getBuffer(), at, length);
        // It may have been the new value of a PIN.
        Util.arrayFillNonAtomic(apdu.getBuffer(), at, length, (byte) 0);
        channel.respond(apdu, ANSWER_OFFSET, (short) 0);
    }

    /** GENERATE ASYMMETRIC KEY PAIR: into the draft of a key file; answers the public key. */
    private void generate(APDU apdu, short at, short length) {
        byte[] buffer = apdu.getBuffer();
        require(buffer, (byte) 0x00);
        requireLength(length, FILE_ID_LENGTH);
        channel.requireRoom(apdu, KeySlot.PUBLIC_KEY_LENGTH);
        short made =
                applications.generate(
                        application(), Util.getShort(buffer, at), buffer, ANSWER_OFFSET);
        channel.respond(apdu, ANSWER_OFFSET, made);
    }

    /** COMPUTE DIGITAL SIGNATURE with the draft of a key: the proof that the card has it. */
    private void sign(APDU apdu, short at, short length) {
        byte[] buffer = apdu.getBuffer();
        require(buffer, (byte) 0x00);
        short dataLength = (short) (length - FILE_ID_LENGTH);
        if (dataLength <= 0 || dataLength > SignatureEncoding.LONGEST_VERBATIM) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        channel.requireRoom(apdu, KeySlot.MODULUS_LENGTH);
        short signed =
                application()
                        .signWithDraft(
                                Util.getShort(buffer, at),
                                buffer,
                                (short) (at + FILE_ID_LENGTH),
                                dataLength,
                                buffer,
                                ANSWER_OFFSET);
        channel.respond(apdu, ANSWER_OFFSET, signed);
    }

    /** COMMIT: all drafts of all applications become current; or all of them are discarded. */
    private void manageDrafts(APDU apdu, short length) {
        byte[] buffer = apdu.getBuffer();
        byte p1 = buffer[ISO7816.OFFSET_P1];
        require(buffer, p1 == P1_COMMIT ? P1_COMMIT : P1_DISCARD);
        requireLength(length, (short) 0);
        channel.requireRoom(apdu, (short) 0);
        if (p1 == P1_COMMIT) {
            applications.adopt();
        } else {
            applications.discard();
        }
        channel.respond(apdu, ANSWER_OFFSET, (short) 0);
    }

    /** SET STATUS: TERMINATED. The answer is the last thing that this card says. */
    private void setStatus(APDU apdu, short length) {
        channel.requireEncryption();
        IssuerSecurityDomain.requireParameters(
                apdu.getBuffer(), IssuerSecurityDomain.P1_THE_CARD, CardLifeCycle.TERMINATED);
        requireLength(length, (short) 0);
        channel.requireRoom(apdu, (short) 0);
        domain.terminate();
        channel.respond(apdu, ANSWER_OFFSET, (short) 0);
    }

    private IssuerAccess application() {
        if (named[0] == null) {
            ISOException.throwIt(StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED);
        }
        return (IssuerAccess) named[0];
    }

    private void require(byte[] buffer, byte p1) {
        channel.requireEncryption();
        IssuerSecurityDomain.requireParameters(buffer, p1, (byte) 0x00);
    }

    private static void requireLength(short length, short only) {
        if (length != only) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
    }
}
