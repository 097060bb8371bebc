package org.openmyna.server.cards;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.openmyna.card.issuer.Applicant;
import org.openmyna.card.issuer.CardValidity;
import org.openmyna.card.issuer.face.FacePhoto;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.MyNumber;
import org.openmyna.server.residents.api.CardHolder;
import org.openmyna.server.residents.api.ForeignResident;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.trust.profile.HolderAgeUnknown;
import org.openmyna.trust.profile.HolderTooYoung;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.Validity;
import org.openmyna.trust.profile.ValidityRule;

/** What the law makes of a resident who wants a card. */
final class Applicants {
    private final InstantSource legalTime;
    private final Function<MunicipalityCode, Optional<IssuingOffice>> offices;

    Applicants(
            InstantSource legalTime, Function<MunicipalityCode, Optional<IssuingOffice>> offices) {
        this.legalTime = legalTime;
        this.offices = offices;
    }

    /**
     * Refuses whom no card is made for, before anybody looks at a My Number.
     *
     * @throws NoResident for whoever is neither registered nor an emigrant who goes on using the
     *     card (国外転出者向け): that one's card is made by the office of the family register
     *     (MYNA-CDS-001)
     * @throws StayIsOver for a foreign resident without a right to stay (MYNA-CDS-002)
     * @throws OfficeUnknown if the municipality has no romaji (MYNA-CDS-003)
     */
    void mustBeEntitled(ResidentRecord record) {
        boolean entitled =
                switch (record.standing()) {
                    case RESIDENT -> true;
                    case ABROAD -> record.continuedUse();
                    case MOVED_OUT, DEAD, REMOVED -> false;
                };
        if (!entitled) throw new NoResident(record.standing());
        var unused = office(record);
        record.foreign()
                .flatMap(ForeignResident::until)
                .filter(until -> until.isBefore(today()))
                .ifPresent(until -> {
                    throw new StayIsOver(until);
                });
    }

    /** With a drawn portrait that says TEST, the same for a person each time. */
    Applicant of(CardHolder holder, MyNumber number) {
        ResidentRecord record = holder.record();
        return new Applicant(
                record.fourItems(),
                number,
                holder.code(),
                office(record),
                FacePhoto.specimen(record.id().value()),
                lastDay(record));
    }

    private IssuingOffice office(ResidentRecord record) {
        return offices.apply(record.municipality())
                .orElseThrow(() -> new OfficeUnknown(record.municipality()));
    }

    /** A birthday; for foreign residents the end of their stay, if that comes first. */
    private LocalDate lastDay(ResidentRecord record) {
        LocalDate byAge = CardValidity.lastDay(record.birthDate(), today());
        return record.foreign()
                .flatMap(ForeignResident::until)
                .filter(until -> until.isBefore(byAge))
                .orElse(byAge);
    }

    /** Not below the age of the law, nor where nothing shows the age: as the authority decides. */
    boolean getsSignatureCertificate(Applicant person) {
        try {
            Validity unused =
                    ValidityRule.first(person.fourItems().birthDate(), person.cardLastDay())
                            .signature(legalTime.instant().truncatedTo(ChronoUnit.SECONDS));
            return true;
        } catch (HolderTooYoung | HolderAgeUnknown refused) {
            return false;
        }
    }

    private LocalDate today() {
        return day(legalTime.instant());
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ValidityRule.JAPAN);
    }
}
