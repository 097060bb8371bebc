package org.openmyna.card.reader;

import java.util.Optional;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardSerialRecord;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.CommonFile;
import org.openmyna.card.protocol.KeyReferenceRecord;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.kernel.Pin;

/** Conversation with the common application 共通カードAP: serial number and expiry of the card. */
public final class CommonClient {
    /** Key 0019 by its short identifier. */
    private static final int AUTHENTICATION_KEY = 0x80 | CommonFile.AUTHENTICATION_KEY.shortId();

    private final ApplicationSession application;

    CommonClient(CardSession card) {
        application = new ApplicationSession(card, CardApplication.COMMON);
    }

    ApplicationSession session() {
        return application;
    }

    /** Selects the application again, which forgets what was verified. */
    public void logOut() {
        application.logOut();
    }

    /** Sends the PIN of four digits (個人番号カード用暗証番号). */
    public PinCheck verify(Pin pin, LastTry lastTry) {
        return application.verify(PinReference.COMMON, pin::lend, lastTry);
    }

    /** Serial number, municipality and expiry; readable by anybody. */
    public Optional<CardSerialRecord> serial() {
        return application.readRecord(CommonFile.CARD_SERIAL, 1).map(CardSerialRecord::decode);
    }

    public Optional<KeyReferenceRecord> keyReference() {
        return application.readRecord(CommonFile.KEY_REFERENCE, 1).map(KeyReferenceRecord::decode);
    }

    /**
     * Lets the chip sign a challenge. The public key is not on the card: only the maker can check
     * it.
     *
     * @param challenge at most 255 bytes; the chip hashes it with SHA-256
     * @return 256 bytes
     */
    public byte[] internalAuthenticate(byte[] challenge) {
        application.use();
        var command =
                new CommandApdu(
                        0x00, 0x88, 0x00, AUTHENTICATION_KEY, challenge, CommandApdu.SHORT_MAXIMUM);
        return application.ok("INTERNAL AUTHENTICATE", application.send(command)).data();
    }

    /** Sets a new PIN with CHANGE KEY; the old one must have been verified. */
    public void changePin(Pin next) {
        application.changePin(PinReference.COMMON, next);
    }
}
