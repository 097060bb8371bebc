package org.openmyna.server.residents.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Sex;
import org.openmyna.server.residents.api.FamilyRegister;
import org.openmyna.server.residents.api.ForeignResident;
import org.openmyna.server.residents.api.HouseholdId;
import org.openmyna.server.residents.api.Newcomer;
import org.openmyna.server.residents.api.PlannedMove;
import org.openmyna.server.residents.api.Qualification;
import org.openmyna.server.residents.api.Relationship;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.Standing;

/** A record while an event changes it. */
final class Draft {
    final ResidentId id;
    Standing standing;
    MunicipalityCode municipality;
    PersonName name;
    Optional<String> furigana;
    Optional<String> formerSurname;
    Optional<String> alias;
    JapaneseDate birthDate;
    Sex sex;
    Address address;
    Optional<HouseholdId> household;
    Relationship relationship;
    LocalDate residentSince;
    Optional<LocalDate> addressSince;
    Optional<Address> previousAddress;
    Optional<FamilyRegister> familyRegister;
    Optional<ForeignResident> foreign;
    final List<Qualification> qualifications;
    Optional<PlannedMove> plannedMove;
    boolean continuedUse;

    Draft(ResidentRecord of) {
        id = of.id();
        standing = of.standing();
        municipality = of.municipality();
        name = of.name();
        furigana = of.furigana();
        formerSurname = of.formerSurname();
        alias = of.alias();
        birthDate = of.birthDate();
        sex = of.sex();
        address = of.address();
        household = of.household();
        relationship = of.relationship();
        residentSince = of.residentSince();
        addressSince = of.addressSince();
        previousAddress = of.previousAddress();
        familyRegister = of.familyRegister();
        foreign = of.foreign();
        qualifications = of.qualifications();
        plannedMove = of.plannedMove();
        continuedUse = of.continuedUse();
    }

    /** Somebody who becomes a resident on this day. */
    static ResidentRecord of(
            ResidentId id,
            Newcomer person,
            MunicipalityCode municipality,
            Address address,
            HouseholdId household,
            LocalDate since,
            Optional<Address> from) {
        return new ResidentRecord(
                id,
                Standing.RESIDENT,
                municipality,
                person.name(),
                person.furigana(),
                person.formerSurname(),
                person.alias(),
                person.birthDate(),
                person.sex(),
                address,
                Optional.of(household),
                person.relationship(),
                since,
                Optional.empty(),
                from,
                person.familyRegister(),
                person.foreign(),
                person.qualifications(),
                Optional.empty(),
                false);
    }

    /** Out of the household and, for whatever comes, without a move in mind. */
    void leave(Standing now) {
        standing = now;
        household = Optional.empty();
        plannedMove = Optional.empty();
        continuedUse = false;
    }

    /** The supplement of a family register says when somebody left, instead of an address. */
    void depart(LocalDate day) {
        if (foreign.isPresent()) return;
        previousAddress = Optional.of(address);
        address =
                new Address(
                        "国外転出　"
                                + fullWidth("%04d", day.getYear())
                                + "年"
                                + fullWidth("%02d", day.getMonthValue())
                                + "月"
                                + fullWidth("%02d", day.getDayOfMonth())
                                + "日");
    }

    private static String fullWidth(String format, int number) {
        return String.format(Locale.ROOT, format, number)
                .chars()
                .map(digit -> digit - '0' + '０')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The supplement of the family register is kept where the family register is (附票). */
    void followFamilyRegister() {
        if (standing == Standing.ABROAD && foreign.isEmpty())
            familyRegister.ifPresent(register -> municipality = register.municipality());
    }

    ResidentRecord record() {
        return new ResidentRecord(
                id,
                standing,
                municipality,
                name,
                furigana,
                formerSurname,
                alias,
                birthDate,
                sex,
                address,
                household,
                relationship,
                residentSince,
                addressSince,
                previousAddress,
                familyRegister,
                foreign,
                qualifications,
                plannedMove,
                continuedUse);
    }
}
