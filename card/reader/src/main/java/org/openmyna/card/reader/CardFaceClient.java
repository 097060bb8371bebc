package org.openmyna.card.reader;

import org.openmyna.card.protocol.AgeRecord;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardFaceBasicInformation;
import org.openmyna.card.protocol.CardFaceFile;
import org.openmyna.card.protocol.CvCertificate;
import org.openmyna.card.protocol.FaceRecord;
import org.openmyna.card.protocol.NumberImageFile;
import org.openmyna.card.protocol.PinReference;

/**
 * Conversation with the card face application 券面事項確認AP: what is printed on the card, as images.
 *
 * <table>
 * <caption>What opens what</caption>
 * <tr><td>face record</td><td>A, B</td></tr>
 * <tr><td>number image</td><td>A</td></tr>
 * <tr><td>age record</td><td>birth date</td></tr>
 * <tr><td>issuer certificate, basic information</td><td>anybody</td></tr>
 * </table>
 *
 * It knows no PIN: see {@link MyNumberCard#openFace}. The reads throw as those of {@link
 * FormInputClient} do.
 */
public final class CardFaceClient {
    private final ApplicationSession application;

    CardFaceClient(CardSession card) {
        application = new ApplicationSession(card, CardApplication.CARD_FACE);
    }

    ApplicationSession session() {
        return application;
    }

    /** Selects the application again, which forgets what was verified. */
    public void logOut() {
        application.logOut();
    }

    /** Sends verification number A, B, or the birth date. */
    public PinCheck verify(VerificationSecret number, LastTry lastTry) {
        return application.verify(reference(number), number::lend, lastTry);
    }

    private static PinReference reference(VerificationSecret number) {
        return switch (number.kind()) {
            case A -> PinReference.CARD_FACE_A;
            case B -> PinReference.CARD_FACE_B;
            case BIRTH_DATE -> PinReference.CARD_FACE_BIRTH_DATE;
        };
    }

    public AgeRecord ageRecord() {
        return AgeRecord.decode(application.readFile(CardFaceFile.AGE_RECORD));
    }

    /** Everything, some kilobytes. */
    public FaceRecord faceRecord() {
        return FaceRecord.decode(application.readFile(CardFaceFile.FACE_RECORD));
    }

    /**
     * The photo alone, found by the offset table of the face record; not checked by anything.
     *
     * @return a JPEG 2000 file (JP2) in grey
     */
    public byte[] photo() {
        return part(FaceRecordPart.PHOTO);
    }

    /** One item of the face record as it lies there, without its tag and length. */
    public byte[] part(FaceRecordPart part) {
        return FaceRecordPart.read(application, part);
    }

    public NumberImageFile numberImage() {
        return NumberImageFile.decode(application.readFile(CardFaceFile.NUMBER_IMAGE));
    }

    /** The municipality's certificate; who signed it is for {@code checkAuthenticity} to say. */
    public CvCertificate issuerCertificate() {
        return CvCertificate.decode(application.readFile(CardFaceFile.ISSUER_CERTIFICATE));
    }

    public CardFaceBasicInformation basicInformation() {
        return CardFaceBasicInformation.decode(
                application.readFile(CardFaceFile.BASIC_INFORMATION));
    }
}
