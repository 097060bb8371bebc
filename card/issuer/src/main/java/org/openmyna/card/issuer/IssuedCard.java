package org.openmyna.card.issuer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openmyna.card.issuer.face.BirthDateStyle;
import org.openmyna.card.issuer.face.CardFacePrint;
import org.openmyna.card.issuer.face.CertificateExpiryField;
import org.openmyna.card.issuer.face.Note;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.SecurityCode;
import org.openmyna.kernel.VerificationNumberB;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.ValidityRule;

/**
 * What the issuer's register knows of a card: who holds it and what is on it. Each act on the card
 * answers a new one.
 *
 * @param signature empty on a card that only logs in, as a child's
 * @param notes entries of the 追記欄, the oldest first: printed on the card, in no file of it
 */
public record IssuedCard(
        Applicant holder,
        CardNumber number,
        SecurityCode securityCode,
        JpkiCertificate userAuthentication,
        Optional<JpkiCertificate> signature,
        List<Note> notes) {
    public IssuedCard {
        notes = List.copyOf(notes);
    }

    /** The certificates on the card, the one for login first. */
    public Stream<JpkiCertificate> certificates() {
        return Stream.concat(Stream.of(userAuthentication), signature.stream());
    }

    /** 照合番号B, as it follows from what is printed on the card. */
    public VerificationNumberB verificationNumberB() {
        return VerificationNumberB.of(
                holder.fourItems().birthDate(), holder.cardLastDay().getYear(), securityCode);
    }

    /** With a new entry in the 追記欄. The chip has no file for it and is not asked. */
    public IssuedCard with(Note note) {
        List<Note> all = Stream.concat(notes.stream(), Stream.of(note)).toList();
        return new IssuedCard(holder, number, securityCode, userAuthentication, signature, all);
    }

    /**
     * What stands on the plastic, for {@link org.openmyna.card.issuer.face.CardFacePrint}.
     *
     * @param municipality name in Japanese, such as 姫路市
     */
    public CardFacePrint.Data face(String municipality, BirthDateStyle birthDateStyle) {
        FourItems items = holder.fourItems();
        LocalDate certificatesEnd =
                LocalDate.ofInstant(userAuthentication.notAfter(), ValidityRule.JAPAN);
        return new CardFacePrint.Data(
                items.name(),
                items.address(),
                items.birthDate(),
                birthDateStyle,
                items.sex(),
                holder.cardLastDay(),
                new CertificateExpiryField.Printed(certificatesEnd),
                securityCode,
                number.printed(),
                notes,
                municipality,
                holder.myNumber(),
                holder.photo());
    }

    IssuedCard with(Applicant changed) {
        return new IssuedCard(changed, number, securityCode, userAuthentication, signature, notes);
    }

    IssuedCard with(JpkiCertificate newUser, Optional<JpkiCertificate> newSignature) {
        return new IssuedCard(holder, number, securityCode, newUser, newSignature, notes);
    }

    /** Who it is stays hidden. */
    @Override
    public String toString() {
        return "IssuedCard[hidden]";
    }
}
