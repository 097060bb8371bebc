package org.openmyna.card.applets;

import javacard.framework.ISOException;

/** The commands about PINs. */
final class PinCommands {

    private static final byte P1_NEW_VALUE_ONLY = (byte) 0x01;

    private final FileTable files;
    private final CardState card;

    PinCommands(FileTable files, CardState card) {
        this.files = files;
        this.card = card;
    }

    /** VERIFY: without data it tells the tries left, with data it is a guess. */
    void verify(Command command) {
        command.requireP1((byte) 0x00);
        PinFile pin = files.pin(command.p2());
        short length = command.length();
        if (length == 0) {
            if (command.wanted() != 0) {
                // "00 20 00 80 00": an empty data field, not an absent one.
                ISOException.throwIt(StatusWord.WRONG_LENGTH);
            }
            pin.tellTries();
        }
        pin.verify(command.buffer(), command.dataOffset(), length);
    }

    /**
     * CHANGE REFERENCE DATA with the new value alone: after VERIFY of the old one, or of any PIN on
     * a BLANK card.
     */
    void changeReferenceData(Command command) {
        command.requireP1(P1_NEW_VALUE_ONLY);
        PinFile pin = files.pin(command.p2());
        requireRight(pin, pin.is(PinFile.PIN) || pin.is(PinFile.PASSWORD));
        pin.change(command.buffer(), command.dataOffset(), command.length());
    }

    /** CHANGE KEY of JICSAP, for the PINs that know no other way. */
    void changeKey(Command command) {
        command.requireP1((byte) 0x00);
        PinFile pin = files.pin(command.p2());
        requireRight(pin, pin.is(PinFile.PIN_OF_CHANGE_KEY));
        pin.change(command.buffer(), command.dataOffset(), command.length());
    }

    /**
     * @param holderMay whether this is the command with which the holder changes this PIN
     */
    private void requireRight(PinFile pin, boolean holderMay) {
        if (card.isBlank()) {
            return;
        }
        if (!holderMay) {
            ISOException.throwIt(StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED);
        }
        if (!pin.isVerified()) {
            ISOException.throwIt(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
        }
    }
}
