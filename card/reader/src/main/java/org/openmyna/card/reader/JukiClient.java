package org.openmyna.card.reader;

import java.util.Optional;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.JukiFile;
import org.openmyna.card.protocol.KeyReferenceRecord;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.protocol.ResidentRecordCodeFile;
import org.openmyna.kernel.Pin;
import org.openmyna.kernel.ResidentRecordCode;

/**
 * Conversation with the Juki application 住基AP, which serves municipal terminals. Where real cards
 * keep the resident record code is not public: {@link #residentRecordCode} reads virtual cards.
 */
public final class JukiClient {
    private final ApplicationSession application;

    JukiClient(CardSession card) {
        application = new ApplicationSession(card, CardApplication.JUKI);
    }

    ApplicationSession session() {
        return application;
    }

    /** Selects the application again, which forgets what was verified. */
    public void logOut() {
        application.logOut();
    }

    /** Sends the PIN of four digits (住民基本台帳用暗証番号). */
    public PinCheck verify(Pin pin, LastTry lastTry) {
        return application.verify(PinReference.JUKI, pin::lend, lastTry);
    }

    /**
     * 住民票コード.
     *
     * @throws PinNotVerified if the PIN was not verified, and on real cards always
     */
    public ResidentRecordCode residentRecordCode() {
        return ResidentRecordCodeFile.decode(application.readFile(JukiFile.RESIDENT_RECORD_CODE))
                .code();
    }

    public Optional<KeyReferenceRecord> keyReference() {
        return application.readRecord(JukiFile.KEY_REFERENCE, 1).map(KeyReferenceRecord::decode);
    }

    /** Sets a new PIN with CHANGE KEY; the old one must have been verified. */
    public void changePin(Pin next) {
        application.changePin(PinReference.JUKI, next);
    }
}
