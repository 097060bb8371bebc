package org.openmyna.server.sandbox.population;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Sex;
import org.openmyna.server.residents.api.FamilyRegister;
import org.openmyna.server.residents.api.LoadedHousehold;

/** Puts together the households that are the same in each population. */
final class Fixed {
    private final Municipalities municipalities;
    private final LocalDate today;

    Fixed(Municipalities municipalities, LocalDate today) {
        this.municipalities = municipalities;
        this.today = today;
    }

    LocalDate today() {
        return today;
    }

    static Draft man(String name, String furigana, LocalDate born, String relationship) {
        return somebody(name, furigana, born, Sex.MALE, relationship);
    }

    static Draft woman(String name, String furigana, LocalDate born, String relationship) {
        return somebody(name, furigana, born, Sex.FEMALE, relationship);
    }

    private static Draft somebody(
            String name, String furigana, LocalDate born, Sex sex, String relationship) {
        PersonName full = PersonName.parse(name);
        Draft draft = new Draft(full, born, sex, relationship);
        String[] read = furigana.split(" ", 2);
        return read.length == 2 ? draft.read(read[0], read[1]) : draft;
    }

    /**
     * Those who live here, the householder first; they came six years ago, or were born here.
     *
     * @param city its five digits
     * @param town which one of its towns
     * @param rest what follows the lot
     */
    LoadedHousehold home(String city, int town, String rest, Draft... people) {
        Municipality where = municipalities.the(city);
        Address address = Addresses.of(where, town, rest);
        FamilyRegister register =
                new FamilyRegister(where.code(), Addresses.of(where, 0, ""), people[0].name());
        Address before = Addresses.of(municipalities.the("13101"), 1, "の１");
        return new LoadedHousehold(
                where.code(),
                address,
                Stream.of(people).map(each -> settled(each, register, before)).toList());
    }

    private LoadedHousehold.Person settled(Draft draft, FamilyRegister register, Address before) {
        if (!draft.isForeign()) draft.in(register);
        return draft.hereSince(today.minusYears(6).minusDays(40), Optional.of(before))
                .with(Entitlements.of(draft.born(), draft.isForeign(), false, today))
                .person();
    }
}
