package org.openmyna.card.applets;

import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Util;

/** The side of an application that the issuer security domain sees. */
final class IssuerDoor implements IssuerAccess {

    private static final short FILE_ID_LENGTH = (short) 2;
    private static final short HEADER_LENGTH = (short) 4;

    private final CardApplication application;
    private final FileTable files;
    private final KeyCommands keys;

    /** Transient, and never anything but zeros. */
    private final byte[] zeros;

    IssuerDoor(CardApplication application, FileTable files, KeyCommands keys) {
        this.application = application;
        this.files = files;
        this.keys = keys;
        zeros = JCSystem.makeTransientByteArray(PinFile.LONGEST_GUESS, JCSystem.CLEAR_ON_RESET);
    }

    @Override
    public void store(byte[] buffer, short offset, short length) {
        if (length < HEADER_LENGTH) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        ElementaryFile file = files.find(Util.getShort(buffer, offset));
        short at = Util.getShort(buffer, (short) (offset + FILE_ID_LENGTH));
        short from = (short) (offset + HEADER_LENGTH);
        short bytes = (short) (length - HEADER_LENGTH);
        if (file instanceof DataFile) {
            ((DataFile) file).updateDraft(at, buffer, from, bytes);
        } else if (file instanceof PinFile) {
            storePin((PinFile) file, at, buffer, from, bytes);
        } else {
            ISOException.throwIt(StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED);
        }
    }

    private static void storePin(PinFile pin, short at, byte[] buffer, short from, short bytes) {
        if (at != 0) {
            ISOException.throwIt(StatusWord.OFFSET_OUTSIDE_THE_FILE);
        }
        if (bytes == 0) {
            pin.unlock();
        } else {
            pin.change(buffer, from, bytes);
        }
    }

    @Override
    public short generate(short file, byte[] to, short toOffset) {
        return key(file).generateDraft().writePublicKey(to, toOffset);
    }

    @Override
    public short signWithDraft(
            short file, byte[] data, short offset, short length, byte[] to, short toOffset) {
        KeySlot draft = key(file).draft();
        if (draft == null) {
            ISOException.throwIt(StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED);
        }
        keys.signVerbatim(draft, data, offset, length, to, toOffset);
        return KeySlot.MODULUS_LENGTH;
    }

    private KeyFile key(short id) {
        ElementaryFile file = files.find(id);
        if (!(file instanceof KeyFile)) {
            ISOException.throwIt(StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED);
        }
        return (KeyFile) file;
    }

    @Override
    public boolean hasDraft() {
        for (byte i = 0; i < files.count(); i++) {
            ElementaryFile file = files.at(i);
            if (file instanceof ReplaceableFile && ((ReplaceableFile) file).hasDraft()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void adopt() {
        for (byte i = 0; i < files.count(); i++) {
            ElementaryFile file = files.at(i);
            if (file instanceof ReplaceableFile) {
                ((ReplaceableFile) file).adopt();
            }
        }
    }

    @Override
    public void discard() {
        for (byte i = 0; i < files.count(); i++) {
            ElementaryFile file = files.at(i);
            if (file instanceof ReplaceableFile) {
                ((ReplaceableFile) file).discard();
            }
        }
    }

    @Override
    public void eraseKeys() {
        application.endSession();
        for (byte i = 0; i < files.count(); i++) {
            ElementaryFile file = files.at(i);
            if (file instanceof KeyFile) {
                ((KeyFile) file).eraseKeys();
            } else if (file instanceof PinFile) {
                ((PinFile) file).erase(zeros);
            }
        }
    }
}
