package org.openmyna.card.reader;

import java.time.LocalDate;
import java.util.Optional;
import org.openmyna.card.protocol.Atr;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardObject;
import org.openmyna.card.protocol.CardObjects;
import org.openmyna.card.protocol.CardRecognition;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.CvCertificate;
import org.openmyna.card.protocol.KeyId;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.protocol.StatusWord;
import org.openmyna.kernel.MunicipalityCode;

/** Conversation with the card manager: the objects of GET DATA, readable by anybody. */
public final class CardManagerClient {
    private final ApplicationSession application;

    CardManagerClient(CardSession card) {
        application = new ApplicationSession(card, CardApplication.ISSUER_SECURITY_DOMAIN);
    }

    ApplicationSession session() {
        return application;
    }

    /** The bytes of one object; empty if the card has none. */
    public Optional<byte[]> object(CardObject object) {
        application.use();
        ResponseApdu answer = application.send(getData(object, CommandApdu.SHORT_MAXIMUM));
        if (answer.statusWord().equals(StatusWord.WRONG_LENGTH)) {
            answer = application.send(getData(object, CommandApdu.EXTENDED_MAXIMUM));
        }
        if (answer.statusWord().equals(StatusWord.DATA_NOT_FOUND)) return Optional.empty();
        return Optional.of(application.ok("GET DATA", answer).data());
    }

    public Optional<KeyId> issuerId() {
        return keyId(CardObject.ISSUER_ID);
    }

    /** Names this card: personal. */
    public Optional<String> cardId() {
        return object(CardObject.CARD_ID).map(CardObjects::cardId);
    }

    public Optional<CardRecognition> recognition() {
        return object(CardObject.RECOGNITION).map(CardObjects::recognition);
    }

    public Optional<MunicipalityCode> municipality() {
        return object(CardObject.MUNICIPALITY).map(CardObjects::municipality);
    }

    public Optional<LocalDate> expiry() {
        return object(CardObject.EXPIRY).map(CardObjects::expiry);
    }

    public Optional<KeyId> intermediateKeyId() {
        return keyId(CardObject.INTERMEDIATE_KEY_ID);
    }

    public Optional<CvCertificate> upperCertificate() {
        return certificate(CardObject.UPPER_CERTIFICATE);
    }

    /** Older cards have none. */
    public Optional<CvCertificate> lowerCertificate() {
        return certificate(CardObject.LOWER_CERTIFICATE);
    }

    /** What the contacts answer to a reset, also when the card is read without contacts. */
    public Optional<Atr> contactAtr() {
        return object(CardObject.CONTACT_ATR).map(CardObjects::contactAtr);
    }

    private Optional<KeyId> keyId(CardObject object) {
        return object(object).map(answer -> CardObjects.keyId(object, answer));
    }

    private Optional<CvCertificate> certificate(CardObject object) {
        return object(object).map(answer -> CardObjects.certificate(object, answer));
    }

    private static CommandApdu getData(CardObject object, int expected) {
        return ApplicationSession.withLe(
                0x00, 0xCA, object.tag() >> 8, object.tag() & 0xFF, expected);
    }
}
