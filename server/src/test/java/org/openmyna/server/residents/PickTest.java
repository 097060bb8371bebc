package org.openmyna.server.residents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.server.residents.Town.CHIYODA;
import static org.openmyna.server.residents.Town.FAR_AWAY;
import static org.openmyna.server.residents.Town.LONG_AGO;
import static org.openmyna.server.residents.Town.OLD_HOME;
import static org.openmyna.server.residents.Town.TODAY;
import static org.openmyna.server.residents.Town.somebody;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.LoadedHousehold;
import org.openmyna.server.residents.api.Newcomer;
import org.openmyna.server.residents.api.Protection;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.ResidentService.Situation;

/** A test population, and who of it is worth a look. */
class PickTest {
    private static LoadedHousehold.Person loaded(Newcomer person, Optional<Protection> measure) {
        return new LoadedHousehold.Person(person, LONG_AGO, Optional.empty(), measure);
    }

    private static ResidentId load(Town town, Newcomer person, Optional<Protection> measure) {
        return town.desk
                .load(
                        town.call(),
                        List.of(
                                new LoadedHousehold(
                                        CHIYODA, OLD_HOME, List.of(loaded(person, measure)))))
                .getFirst();
    }

    private static List<ResidentId> pick(Town town, Situation situation) {
        return town.desk.pick(town.call(), situation, "", 0, 50).stream()
                .map(ResidentRecord::id)
                .toList();
    }

    @Test
    void people_are_picked_by_what_is_special_about_them() {
        try (Town town = new Town()) {
            Newcomer usual = somebody("見本　太郎", "1960-06-06", "世帯主");
            ResidentId plain = load(town, usual, Optional.empty());
            ResidentId hidden =
                    load(town, usual, Optional.of(new Protection(TODAY, TODAY.plusDays(364))));
            ResidentId guest =
                    load(town, Town.foreigner("TEST GUEST", "世帯主", TODAY), Optional.empty());
            ResidentId variant =
                    load(town, somebody("葛󠄀城　見本", "1961-06-06", "世帯主"), Optional.empty());
            ResidentId unknown =
                    load(town, somebody("不詳　見本", "昭和20年月日不詳", "世帯主"), Optional.empty());
            ResidentId specimen =
                    load(town, somebody("試験　一郎", "1962-06-06", "世帯主"), Optional.empty());
            ResidentId gone = load(town, usual, Optional.empty());
            ResidentId abroad = load(town, usual, Optional.empty());
            List<ResidentId> twins =
                    town.household(
                            usual,
                            somebody("見本　松", "2020-02-29", "子"),
                            somebody("見本　竹", "2020-02-29", "子"));
            town.record(
                    CHIYODA,
                    new LifeEvent.MoveOut(List.of(gone), FAR_AWAY, false, List.of()),
                    TODAY);
            town.record(
                    CHIYODA,
                    new LifeEvent.Emigration(List.of(abroad), "試験国", false, List.of()),
                    TODAY);
            assertThat(pick(town, Situation.ANYBODY)).contains(plain).hasSize(11);
            assertThat(pick(town, Situation.PROTECTED)).containsExactly(hidden);
            assertThat(pick(town, Situation.FOREIGN)).containsExactly(guest);
            assertThat(pick(town, Situation.VARIANT_GLYPHS)).containsExactly(variant);
            assertThat(pick(town, Situation.UNKNOWN_BIRTH_DATE)).containsExactly(unknown);
            assertThat(pick(town, Situation.SPECIMEN)).containsExactly(specimen);
            assertThat(pick(town, Situation.MOVED_OUT)).containsExactly(gone);
            assertThat(pick(town, Situation.ABROAD)).containsExactly(abroad);
            assertThat(pick(town, Situation.CHILD)).containsExactly(twins.get(1), twins.get(2));
            assertThat(pick(town, Situation.TWIN)).containsExactly(twins.get(1), twins.get(2));
            assertThat(town.desk.population(town.call())).isEqualTo(11);
            assertThat(town.desk.pick(town.call(), Situation.ANYBODY, "見本　松", 0, 9))
                    .extracting(ResidentRecord::id)
                    .containsExactly(twins.get(1));
            Town.until(() ->
                    town.count("SELECT count(*) FROM person WHERE number_token IS NULL") == 0);
        }
    }
}
