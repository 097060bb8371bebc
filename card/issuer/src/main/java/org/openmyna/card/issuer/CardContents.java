package org.openmyna.card.issuer;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.card.issuer.keys.MunicipalityKeys;
import org.openmyna.card.protocol.ApplicationInformation;
import org.openmyna.card.protocol.Atr;
import org.openmyna.card.protocol.CardFaceBasicInformation;
import org.openmyna.card.protocol.CardFaceFile;
import org.openmyna.card.protocol.CardFile;
import org.openmyna.card.protocol.CardObject;
import org.openmyna.card.protocol.CardRecognition;
import org.openmyna.card.protocol.CardSerialRecord;
import org.openmyna.card.protocol.CommonFile;
import org.openmyna.card.protocol.FormInputBasicInformation;
import org.openmyna.card.protocol.FormInputFile;
import org.openmyna.card.protocol.JukiFile;
import org.openmyna.card.protocol.KeyId;
import org.openmyna.card.protocol.KeyReferenceRecord;
import org.openmyna.card.protocol.ResidentRecordCodeFile;

/** What stands on a card from its first day to its last, beside what {@link SignedFiles} makes. */
final class CardContents {
    private static final ApplicationInformation FORM_INPUT = new ApplicationInformation(1, 3, 0, 0);
    private static final ApplicationInformation CARD_FACE = new ApplicationInformation(6, 3, 0, 0);
    private static final KeyId FORM_INPUT_KEY = KeyId.of("6999034/001");
    private static final KeyId CARD_FACE_KEY = KeyId.of("6999024/001");
    private static final KeyId OPAQUE_KEY = KeyId.of("6999025/001");

    private final IssuerKeys keys;
    private final SecureRandom random;

    CardContents(IssuerKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /** Data files of the form input, card face and Juki applications. */
    Map<CardFile, byte[]> files(Applicant person) {
        Map<CardFile, byte[]> files = new LinkedHashMap<>();
        files.put(FormInputFile.MY_NUMBER, SignedFiles.number(person).encode());
        files.put(FormInputFile.BASIC_INFORMATION, formInputInformation().encode());
        files.put(FormInputFile.RESERVED, FormInputFile.RESERVED.padded(new byte[0]));
        files.put(CardFaceFile.BASIC_INFORMATION, cardFaceInformation(person).encode());
        files.put(CardFaceFile.RESERVED, CardFaceFile.RESERVED.padded(new byte[0]));
        files.put(
                JukiFile.RESIDENT_RECORD_CODE,
                new ResidentRecordCodeFile(person.residentRecordCode()).encode());
        return files;
    }

    /** Records of the Juki and common applications. */
    Map<CardFile, byte[]> records(Applicant person, CardNumber number) {
        byte[] reference = new KeyReferenceRecord(keys.issuerId()).encode();
        Map<CardFile, byte[]> records = new LinkedHashMap<>();
        records.put(JukiFile.KEY_REFERENCE, reference);
        records.put(
                CommonFile.CARD_SERIAL,
                new CardSerialRecord(number.serial(), person.office().code(), person.cardLastDay())
                        .encode());
        records.put(CommonFile.KEY_REFERENCE, reference);
        return records;
    }

    /** What GET DATA answers. */
    Map<CardObject, byte[]> objects(Applicant person, CardNumber number, byte[] atr) {
        MunicipalityKeys municipality = keys.municipality(person.office().code());
        Map<CardObject, byte[]> objects = new EnumMap<>(CardObject.class);
        objects.put(CardObject.ISSUER_ID, keys.issuerId().octets());
        objects.put(CardObject.CARD_ID, number.object());
        objects.put(CardObject.RECOGNITION, new CardRecognition("2.3.1", 3, 0x60).encode());
        objects.put(CardObject.MUNICIPALITY, ascii(person.office().code().fiveDigits()));
        objects.put(
                CardObject.EXPIRY,
                ascii(person.cardLastDay().format(DateTimeFormatter.BASIC_ISO_DATE)));
        objects.put(CardObject.INTERMEDIATE_KEY_ID, municipality.upper().subject().octets());
        objects.put(CardObject.UPPER_CERTIFICATE, municipality.upper().encode());
        objects.put(CardObject.LOWER_CERTIFICATE, municipality.lower().encode());
        objects.put(CardObject.CONTACT_ATR, new Atr(atr).contactObject());
        return objects;
    }

    /** What the opaque bytes mean is not public: 32 by chance, then filler. */
    private FormInputBasicInformation formInputInformation() {
        byte[] opaque = new byte[128];
        Arrays.fill(opaque, (byte) 0xFF);
        System.arraycopy(drawn(32), 0, opaque, 0, 32);
        return new FormInputBasicInformation(FORM_INPUT, FORM_INPUT_KEY, opaque);
    }

    private CardFaceBasicInformation cardFaceInformation(Applicant person) {
        return new CardFaceBasicInformation(
                CARD_FACE, CARD_FACE_KEY, 0, person.office().code(), OPAQUE_KEY, drawn(256));
    }

    private byte[] drawn(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
