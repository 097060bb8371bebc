package org.openmyna.server.sandbox.population;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.kernel.Sex;
import org.openmyna.server.residents.api.FamilyRegister;
import org.openmyna.server.residents.api.ForeignResident;
import org.openmyna.server.residents.api.LoadedHousehold;
import org.openmyna.server.residents.api.Newcomer;
import org.openmyna.server.residents.api.Protection;
import org.openmyna.server.residents.api.Qualification;
import org.openmyna.server.residents.api.Relationship;

/** Somebody on the way into the population; used by one thread and thrown away. */
final class Draft {
    private static final String BLANK = "　";

    private final PersonName name;
    private final LocalDate born;
    private final Sex sex;
    private final String relationship;
    private JapaneseDate birthDate;
    private LocalDate since;
    private List<Qualification> qualifications = List.of();
    private @Nullable String furigana;
    private @Nullable String formerSurname;
    private @Nullable String alias;
    private @Nullable FamilyRegister register;
    private @Nullable ForeignResident foreign;
    private @Nullable ResidentRecordCode code;
    private @Nullable Address before;
    private @Nullable Protection protection;

    Draft(PersonName name, LocalDate born, Sex sex, String relationship) {
        this.name = name;
        this.born = born;
        this.sex = sex;
        this.relationship = relationship;
        this.birthDate = JapaneseDate.of(born);
        this.since = born;
    }

    PersonName name() {
        return name;
    }

    LocalDate born() {
        return born;
    }

    Sex sex() {
        return sex;
    }

    boolean isForeign() {
        return foreign != null;
    }

    Draft read(String family, String given) {
        furigana = family + BLANK + given;
        return this;
    }

    /** The register knows less about the day than we do. */
    Draft registeredAsBorn(JapaneseDate known) {
        birthDate = known;
        return this;
    }

    /** Whoever was born later has been here since then, and came from nowhere. */
    Draft hereSince(LocalDate day, Optional<Address> from) {
        boolean bornHere = !day.isAfter(born);
        since = bornHere ? born : day;
        before = bornHere ? null : from.orElse(null);
        return this;
    }

    Draft formerly(String surname) {
        formerSurname = surname;
        return this;
    }

    Draft calledHere(String name) {
        alias = name;
        return this;
    }

    Draft in(FamilyRegister where) {
        register = where;
        return this;
    }

    Draft foreign(ForeignResident what) {
        foreign = what;
        return this;
    }

    Draft with(List<Qualification> entries) {
        qualifications = entries;
        return this;
    }

    Draft coded(String digits) {
        code = new ResidentRecordCode(digits);
        return this;
    }

    Draft isProtected(Protection measure) {
        protection = measure;
        return this;
    }

    LoadedHousehold.Person person() {
        return new LoadedHousehold.Person(
                new Newcomer(
                        name,
                        Optional.ofNullable(furigana),
                        Optional.ofNullable(formerSurname),
                        Optional.ofNullable(alias),
                        birthDate,
                        sex,
                        new Relationship(relationship),
                        Optional.ofNullable(register),
                        Optional.ofNullable(foreign),
                        qualifications,
                        Optional.ofNullable(code)),
                since,
                Optional.ofNullable(before),
                Optional.ofNullable(protection));
    }
}
