package org.openmyna.card.issuer;

import java.time.LocalDate;
import org.openmyna.card.issuer.face.FacePhoto;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.trust.profile.IssuingOffice;

/**
 * Whoever gets or has the card, as the counter has checked them.
 *
 * @param fourItems name, address, birth date and sex, from the resident register
 * @param residentRecordCode 住民票コード
 * @param office the counter of the municipality in which the person is registered
 * @param photo the face on the card
 * @param cardLastDay last day on which the card is valid, see {@link CardValidity}
 */
public record Applicant(
        FourItems fourItems,
        MyNumber myNumber,
        ResidentRecordCode residentRecordCode,
        IssuingOffice office,
        FacePhoto photo,
        LocalDate cardLastDay) {
    /** The same person after a change in the register. */
    public Applicant with(FourItems changed) {
        return new Applicant(changed, myNumber, residentRecordCode, office, photo, cardLastDay);
    }

    /** Registered elsewhere. */
    public Applicant with(IssuingOffice other) {
        return new Applicant(fourItems, myNumber, residentRecordCode, other, photo, cardLastDay);
    }

    public Applicant with(FacePhoto other) {
        return new Applicant(fourItems, myNumber, residentRecordCode, office, other, cardLastDay);
    }

    /** Who it is stays hidden. */
    @Override
    public String toString() {
        return "Applicant[hidden]";
    }
}
