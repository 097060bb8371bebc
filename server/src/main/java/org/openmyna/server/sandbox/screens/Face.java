package org.openmyna.server.sandbox.screens;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openmyna.card.issuer.CardValidity;
import org.openmyna.card.issuer.face.BirthDateStyle;
import org.openmyna.card.issuer.face.CardFacePrint;
import org.openmyna.card.issuer.face.CertificateExpiryField;
import org.openmyna.card.issuer.face.FacePhoto;
import org.openmyna.card.issuer.face.PrintedSerial;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.SecurityCode;
import org.openmyna.server.cards.api.MadeCard;
import org.openmyna.server.cards.api.PrintedCodes;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.trust.profile.ValidityRule;

/**
 * The picture of somebody's card as a specimen. Name, address, birth date, photo and last days are
 * the person's, security code and serial the card's; the number is the invalid one of all examples,
 * for nobody here may see the real one.
 */
final class Face {
    /** Takes part in nothing: the public picture prints another in its place. */
    private static final MyNumber STANDS_IN = MyNumber.withCheckDigit("90000000000");

    private static final int SERIAL = 16;

    private final CardFacePrint print;

    /**
     * @param card none for a card that nobody has taken yet: the picture is what it would be today
     * @param printed zeros stand in where it is not known
     */
    Face(Person person, Optional<MadeCard> card, Optional<PrintedCodes> printed, LocalDate today) {
        ResidentRecord record = person.record();
        print =
                CardFacePrint.forPublicPicture(
                        new CardFacePrint.Data(
                                record.name(),
                                record.address(),
                                record.birthDate(),
                                record.foreign().isPresent()
                                        ? BirthDateStyle.WESTERN
                                        : BirthDateStyle.ERA,
                                record.sex(),
                                card.map(MadeCard::lastDay)
                                        .orElseGet(() ->
                                                CardValidity.lastDay(record.birthDate(), today)),
                                certificatesEnd(card),
                                printed.map(PrintedCodes::securityCode)
                                        .orElseGet(() -> new SecurityCode("0000")),
                                new PrintedSerial(
                                        printed.map(PrintedCodes::serial)
                                                .orElse("0".repeat(SERIAL))),
                                List.of(),
                                person.city("ja"),
                                STANDS_IN,
                                FacePhoto.specimen(person.id())));
    }

    private static CertificateExpiryField certificatesEnd(Optional<MadeCard> card) {
        return card.<CertificateExpiryField>map(made ->
                        new CertificateExpiryField.Printed(
                                LocalDate.ofInstant(
                                        made.userAuthenticationEnd(), ValidityRule.JAPAN)))
                .orElseGet(CertificateExpiryField.Blank::new);
    }

    byte[] front() {
        return print.frontSvg().getBytes(StandardCharsets.UTF_8);
    }

    byte[] back() {
        return print.backSvg().getBytes(StandardCharsets.UTF_8);
    }
}
