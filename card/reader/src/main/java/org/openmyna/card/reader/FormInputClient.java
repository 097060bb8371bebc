package org.openmyna.card.reader;

import org.openmyna.card.protocol.AuthenticationPublicKeyFile;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CvCertificate;
import org.openmyna.card.protocol.DigestInfo;
import org.openmyna.card.protocol.FormInputBasicInformation;
import org.openmyna.card.protocol.FormInputFile;
import org.openmyna.card.protocol.FourItemsFile;
import org.openmyna.card.protocol.IntegrityFile;
import org.openmyna.card.protocol.MyNumberFile;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.protocol.SessionPublicKeyFile;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.Pin;

/**
 * Conversation with the form input application 券面事項入力補助AP: My Number and four items as text.
 *
 * <table>
 * <caption>What opens what</caption>
 * <tr><td>My Number</td><td>PIN, A</td></tr>
 * <tr><td>four items</td><td>PIN, B</td></tr>
 * <tr><td>integrity record, public keys</td><td>PIN, A, B</td></tr>
 * <tr><td>issuer certificate, basic information</td><td>anybody</td></tr>
 * </table>
 *
 * Each read throws {@link PinNotVerified} (MYNA-CRD-022) if nothing that opens the file was
 * verified, {@link VerificationLost} (MYNA-CRD-026) if it was but another application was used in
 * between, and {@code CardFileMalformed} (MYNA-CRD-003) if the file holds something else.
 */
public final class FormInputClient {
    private final ApplicationSession application;

    FormInputClient(CardSession card) {
        application = new ApplicationSession(card, CardApplication.FORM_INPUT);
    }

    ApplicationSession session() {
        return application;
    }

    /** Selects the application again, which forgets what was verified. */
    public void logOut() {
        application.logOut();
    }

    /** Sends the PIN of four digits (券面事項入力補助用暗証番号), which opens everything here. */
    public PinCheck verify(Pin pin, LastTry lastTry) {
        return application.verify(PinReference.FORM_INPUT, pin::lend, lastTry);
    }

    /**
     * Sends verification number A or B.
     *
     * @throws ReferenceMissing for a birth date, which this application does not know
     *     (MYNA-CRD-029)
     */
    public PinCheck verify(VerificationSecret number, LastTry lastTry) {
        return application.verify(reference(number), number::lend, lastTry);
    }

    private static PinReference reference(VerificationSecret number) {
        return switch (number.kind()) {
            case A -> PinReference.FORM_INPUT_A;
            case B -> PinReference.FORM_INPUT_B;
            case BIRTH_DATE -> throw new ReferenceMissing(PinReference.CARD_FACE_BIRTH_DATE);
        };
    }

    public MyNumber myNumber() {
        return MyNumberFile.decode(myNumberFile()).number();
    }

    /** All bytes of the My Number's file, filler included: what the issuer's digest covers. */
    byte[] myNumberFile() {
        return application.readFile(FormInputFile.MY_NUMBER);
    }

    public FourItemsFile fourItems() {
        return FourItemsFile.decode(application.readFile(FormInputFile.FOUR_ITEMS));
    }

    /**
     * The four items with all that proves them to somebody who does not have the card; the PIN must
     * have been verified.
     *
     * @param challenge what the chip signs: fresh, and chosen by whoever is to believe it
     * @return goes with {@link ItemsProof#check}
     */
    public ItemsProof proveItems(byte[] challenge) {
        return new ItemsProof(
                application.readFile(FormInputFile.FOUR_ITEMS),
                application.readFile(FormInputFile.INTEGRITY),
                application.readFile(FormInputFile.ISSUER_CERTIFICATE),
                application.readFile(FormInputFile.AUTHENTICATION_PUBLIC_KEY),
                application.sign(0x00, DigestInfo.SHA256.ofMessage(challenge)));
    }

    public IntegrityFile integrity() {
        return IntegrityFile.decode(application.readFile(FormInputFile.INTEGRITY));
    }

    /** The municipality's certificate; who signed it is for {@code checkAuthenticity} to say. */
    public CvCertificate issuerCertificate() {
        return CvCertificate.decode(application.readFile(FormInputFile.ISSUER_CERTIFICATE));
    }

    public FormInputBasicInformation basicInformation() {
        return FormInputBasicInformation.decode(
                application.readFile(FormInputFile.BASIC_INFORMATION));
    }

    public SessionPublicKeyFile sessionPublicKey() {
        return SessionPublicKeyFile.decode(application.readFile(FormInputFile.SESSION_PUBLIC_KEY));
    }

    public AuthenticationPublicKeyFile authenticationPublicKey() {
        return AuthenticationPublicKeyFile.decode(
                application.readFile(FormInputFile.AUTHENTICATION_PUBLIC_KEY));
    }

    /** Sets a new PIN; the old one must have been verified. */
    public void changePin(Pin next) {
        application.changePin(PinReference.FORM_INPUT, next);
    }
}
