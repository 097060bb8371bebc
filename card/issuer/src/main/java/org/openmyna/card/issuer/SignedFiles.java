package org.openmyna.card.issuer;

import java.security.interfaces.RSAPublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openmyna.card.issuer.face.FaceText;
import org.openmyna.card.issuer.keys.MunicipalityKeys;
import org.openmyna.card.protocol.AgeRecord;
import org.openmyna.card.protocol.AuthenticationPublicKeyFile;
import org.openmyna.card.protocol.CardDate;
import org.openmyna.card.protocol.CardFaceFile;
import org.openmyna.card.protocol.CardFile;
import org.openmyna.card.protocol.CardSex;
import org.openmyna.card.protocol.FaceRecord;
import org.openmyna.card.protocol.FormInputFile;
import org.openmyna.card.protocol.FourItemsFile;
import org.openmyna.card.protocol.IntegrityFile;
import org.openmyna.card.protocol.MyNumberFile;
import org.openmyna.card.protocol.NumberImageFile;
import org.openmyna.kernel.SecurityCode;

/**
 * The files about one person that the municipality answers for, with its signatures (reference 6.3)
 * and its certificates. The same person, keys and municipality always give the same bytes.
 */
final class SignedFiles {
    private SignedFiles() {}

    /**
     * The chip's own keys, as far as the files show them.
     *
     * @param formInput of the key for internal authentication in the form input application
     * @param cardFace of the one in the card face application
     */
    record ChipKeys(RSAPublicKey formInput, RSAPublicKey cardFace) {}

    /** All that a card in use can take new: each of these files has a draft. */
    static Map<CardFile, byte[]> replaceable(
            Applicant person, SecurityCode code, ChipKeys chip, MunicipalityKeys municipality) {
        Map<CardFile, byte[]> files = new LinkedHashMap<>();
        var items = FourItemsFile.of(person.fourItems());
        files.put(FormInputFile.FOUR_ITEMS, items.encode());
        files.put(
                FormInputFile.INTEGRITY,
                IntegrityFile.signed(number(person), items, municipality.signer()).encode());
        files.put(FormInputFile.ISSUER_CERTIFICATE, municipality.formInput().encode());
        files.put(
                FormInputFile.AUTHENTICATION_PUBLIC_KEY,
                AuthenticationPublicKeyFile.signed(chip.formInput(), municipality.signer())
                        .encode());
        files.put(CardFaceFile.AGE_RECORD, ageRecord(person, chip, municipality).encode());
        files.put(CardFaceFile.FACE_RECORD, faceRecord(person, code, chip, municipality).encode());
        files.put(CardFaceFile.ISSUER_CERTIFICATE, municipality.cardFace().encode());
        files.put(CardFaceFile.NUMBER_IMAGE, numberImage(person, chip, municipality).encode());
        return files;
    }

    static MyNumberFile number(Applicant person) {
        return new MyNumberFile(person.myNumber());
    }

    private static AgeRecord ageRecord(
            Applicant person, ChipKeys chip, MunicipalityKeys municipality) {
        CardDate born = CardDate.of(person.fourItems().birthDate());
        return AgeRecord.signed(born, chip.cardFace(), municipality.signer());
    }

    private static FaceRecord faceRecord(
            Applicant person, SecurityCode code, ChipKeys chip, MunicipalityKeys municipality) {
        var items = person.fourItems();
        return FaceRecord.signed(
                CardDate.of(items.birthDate()),
                CardSex.of(items.sex()),
                chip.cardFace(),
                FaceText.name(items.name()).png(),
                FaceText.address(items.address()).png(),
                person.photo().jp2(),
                person.cardLastDay(),
                FaceText.securityCode(code).png(),
                municipality.signer());
    }

    private static NumberImageFile numberImage(
            Applicant person, ChipKeys chip, MunicipalityKeys municipality) {
        byte[] image = FaceText.myNumber(person.myNumber()).png();
        return NumberImageFile.signed(image, chip.cardFace(), municipality.signer());
    }
}
