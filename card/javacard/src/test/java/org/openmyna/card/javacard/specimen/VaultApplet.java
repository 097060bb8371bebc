package org.openmyna.card.javacard.specimen;

import javacard.framework.AID;
import javacard.framework.APDU;
import javacard.framework.Applet;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Shareable;
import javacard.framework.Util;
import javacard.security.AESKey;
import javacard.security.KeyBuilder;
import javacard.security.Signature;

/** Has contents and drafts that change places, alone or together with those of another vault. */
public final class VaultApplet extends Applet implements Drafts {
    public static final byte DRAFT = 0x02;
    public static final byte TELL = 0x04;
    public static final byte ADOPT_BOTH = 0x06;
    public static final byte ADOPT_BOTH_AND_ABORT = 0x08;
    public static final byte SET_KEY = 0x0A;
    public static final byte MAC = 0x0C;
    public static final byte SET_SESSION_KEY = 0x0E;
    public static final byte SESSION_KEYS = 0x10;
    public static final byte EMPTY_AND_TELL = 0x12;

    private static final short PAGES = 5;
    private static final short PAGE_BYTES = 64;

    private byte[] content;
    private byte[] draft;
    private final Object[] contents;
    private final Object[] drafts;
    private final AESKey key;
    private final AESKey untilReset;
    private final AESKey untilDeselect;
    private final Signature mac;

    private VaultApplet() {
        content = new byte[PAGE_BYTES];
        draft = new byte[PAGE_BYTES];
        contents = new Object[PAGES];
        drafts = new Object[PAGES];
        for (short n = 0; n < PAGES; n++) {
            contents[n] = new byte[PAGE_BYTES];
            drafts[n] = new byte[PAGE_BYTES];
        }
        key = aes(KeyBuilder.TYPE_AES);
        untilReset = aes(KeyBuilder.TYPE_AES_TRANSIENT_RESET);
        untilDeselect = aes(KeyBuilder.TYPE_AES_TRANSIENT_DESELECT);
        mac = Signature.getInstance(Signature.ALG_AES_CMAC_128, false);
    }

    private static AESKey aes(byte type) {
        return (AESKey) KeyBuilder.buildKey(type, KeyBuilder.LENGTH_AES_128, false);
    }

    public static void install(byte[] parameters, short offset, byte length) {
        new VaultApplet().register();
    }

    @Override
    public Shareable getShareableInterfaceObject(AID client, byte parameter) {
        return parameter == 1 ? this : null;
    }

    @Override
    public void adopt() {
        byte[] before = content;
        content = draft;
        draft = before;
        for (short n = 0; n < PAGES; n++) {
            Object page = contents[n];
            contents[n] = drafts[n];
            drafts[n] = page;
        }
    }

    @Override
    public byte content() {
        return content[0];
    }

    @Override
    public void erase() {
        key.clearKey();
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
            case DRAFT -> {
                Util.arrayFill(draft, (short) 0, PAGE_BYTES, buffer[data]);
                for (short n = 0; n < PAGES; n++) {
                    Util.arrayFill((byte[]) drafts[n], (short) 0, PAGE_BYTES, buffer[data]);
                }
            }
            case TELL -> tell(apdu, buffer);
            case ADOPT_BOTH -> {
                adoptBoth(buffer, data, length);
                JCSystem.commitTransaction();
            }
            case ADOPT_BOTH_AND_ABORT -> {
                adoptBoth(buffer, data, length);
                JCSystem.abortTransaction();
                tell(apdu, buffer);
            }
            case SET_KEY -> key.setKey(buffer, data);
            case MAC -> {
                mac.init(key, Signature.MODE_SIGN);
                short made = mac.sign(buffer, data, length, buffer, (short) 0);
                apdu.setOutgoingAndSend((short) 0, made);
            }
            case SET_SESSION_KEY -> {
                untilReset.setKey(buffer, data);
                untilDeselect.setKey(buffer, data);
            }
            case SESSION_KEYS -> {
                buffer[0] = (byte) (untilReset.isInitialized() ? 1 : 0);
                buffer[1] = (byte) (untilDeselect.isInitialized() ? 1 : 0);
                apdu.setOutgoingAndSend((short) 0, (short) 2);
            }
            case EMPTY_AND_TELL -> emptyAndTell(apdu, buffer);
            default -> ISOException.throwIt(ISO7816.SW_INS_NOT_SUPPORTED);
        }
    }

    private void adoptBoth(byte[] buffer, short data, short length) {
        AID other = JCSystem.lookupAID(buffer, data, (byte) length);
        JCSystem.beginTransaction();
        adopt();
        ((Drafts) JCSystem.getAppletShareableInterfaceObject(other, (byte) 1)).adopt();
    }

    /** In a transaction that is undone: references to nothing, as the code sees them. */
    private void emptyAndTell(APDU apdu, byte[] buffer) {
        JCSystem.beginTransaction();
        draft = null;
        drafts[0] = null;
        drafts[1] = null;
        drafts[1] = contents[1];
        buffer[0] = (byte) (draft == null ? 1 : 0);
        buffer[1] = (byte) (drafts[0] == null ? 1 : 0);
        buffer[2] = (byte) (drafts[1] == contents[1] ? 1 : 0);
        JCSystem.abortTransaction();
        buffer[3] = (byte) (draft == null ? 1 : 0);
        buffer[4] = (byte) (drafts[0] == null ? 1 : 0);
        buffer[5] = (byte) (drafts[1] == contents[1] ? 1 : 0);
        apdu.setOutgoingAndSend((short) 0, (short) 6);
    }

    /** The last byte of each content, then of each draft. */
    private void tell(APDU apdu, byte[] buffer) {
        short last = (short) (PAGE_BYTES - 1);
        buffer[0] = content[last];
        buffer[PAGES + 1] = draft[last];
        for (short n = 0; n < PAGES; n++) {
            buffer[(short) (n + 1)] = ((byte[]) contents[n])[last];
            buffer[(short) (n + PAGES + 2)] = ((byte[]) drafts[n])[last];
        }
        apdu.setOutgoingAndSend((short) 0, (short) (2 * PAGES + 2));
    }
}
