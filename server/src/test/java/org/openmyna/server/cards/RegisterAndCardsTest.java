package org.openmyna.server.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.kernel.Sex;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.cards.api.MadeCard;
import org.openmyna.server.cards.api.ResidentChanged;
import org.openmyna.server.cards.api.ResidentChanged.Ends;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.residents.CardNews;
import org.openmyna.server.residents.ResidentRegister;
import org.openmyna.server.residents.api.Home;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.LoadedHousehold;
import org.openmyna.server.residents.api.Member;
import org.openmyna.server.residents.api.Newcomer;
import org.openmyna.server.residents.api.Notice;
import org.openmyna.server.residents.api.Officer;
import org.openmyna.server.residents.api.Relationship;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.trust.profile.CaKind;

/**
 * The real register and the real cards; news comes later than it should, twice, or in another
 * order.
 */
class RegisterAndCardsTest {
    private static final MunicipalityCode HIMEJI = TestRegister.HIMEJI;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate LONG_AGO = LocalDate.of(2015, 4, 1);
    private static final CardsTown TOWN = new CardsTown();

    /** The town's server has a register too, which is not to take the news. */
    private static final Database DATABASE = TemporaryDatabase.fresh();

    /**
     * What the register has told and nobody has heard; under keys that the town's own never uses.
     */
    private static final List<ResidentChanged.Named> HELD = new CopyOnWriteArrayList<>();

    private static final ResidentRegister REGISTER =
            new ResidentRegister(
                            DATABASE.open("residents", 8),
                            LegalClock.plain(TOWN.legalTime()),
                            Instant::now,
                            (call, news) -> news.forEach(RegisterAndCardsTest::hold),
                            TOWN.numbers,
                            (connection, to, access) -> {})
                    .start();
    private static final ResidentService RESIDENTS = REGISTER.desk();
    private static final CardService CARDS = TOWN.deskBeside(RESIDENTS);

    @AfterAll
    static void end() {
        REGISTER.close();
        DATABASE.close();
        TOWN.close();
    }

    private static void hold(CardNews.News news) {
        HELD.add(
                new ResidentChanged.Named(
                        "late-" + news.key(),
                        new ResidentChanged(
                                news.code(),
                                news.both() ? Ends.BOTH : Ends.SIGNATURE,
                                news.reason(),
                                news.since())));
    }

    private static ResidentId somebody() {
        var person =
                new Newcomer(
                        new PersonName("試験　遅子"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        JapaneseDate.parse("1980-01-01"),
                        Sex.FEMALE,
                        Relationship.HOUSEHOLDER,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty());
        var household =
                new LoadedHousehold(
                        HIMEJI,
                        TestRegister.YASUDA,
                        List.of(
                                new LoadedHousehold.Person(
                                        person, LONG_AGO, Optional.empty(), Optional.empty())));
        return RESIDENTS.load(CardsTown.call(), List.of(household)).getFirst();
    }

    private static void record(LifeEvent event, LocalDate on) {
        RESIDENTS.record(
                CardsTown.call(),
                new ResidentService.Order(
                        new Officer(HIMEJI, "officer-1", false, "試験"),
                        new Notice(event, on, TODAY)));
    }

    private static void moves(ResidentId person, String house) {
        var home = new Home(HIMEJI, Address.parse("兵庫県姫路市試験町" + house + "番地"), Optional.empty());
        var member = new Member(person, Relationship.HOUSEHOLDER);
        record(new LifeEvent.MoveWithin(home, List.of(member), List.of()), TODAY);
    }

    private static ResidentRecordCode code(ResidentId person) {
        return RESIDENTS.cardHolder(CardsTown.call(), person.value()).code();
    }

    /** The news about somebody, once so many are there. */
    private static List<ResidentChanged.Named> held(ResidentRecordCode code, int count) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (true) {
            List<ResidentChanged.Named> his =
                    HELD.stream().filter(each -> each.change().code().equals(code)).toList();
            if (his.size() >= count) return his;
            if (Instant.now().isAfter(end)) throw new AssertionError("told " + his.size());
            Thread.onSpinWait();
        }
    }

    private static void deliver(ResidentChanged.Named news) {
        CARDS.residentsChanged(CardsTown.call(), List.of(news));
    }

    private static MadeCard make(ResidentId person) {
        return CARDS.make(CardsTown.call(), person.value());
    }

    /** How many certificates are good, and whether there is a card. */
    private record State(int signature, int login, boolean card) {}

    private static State state(ResidentId person) {
        var holder = TOWN.holder(code(person));
        return new State(
                TOWN.good(CaKind.SIGNATURE, holder).size(),
                TOWN.good(CaKind.USER_AUTHENTICATION, holder).size(),
                CARDS.card(CardsTown.call(), person.value()).isPresent());
    }

    @Test
    void a_card_made_after_a_move_stays_when_the_move_is_told_at_last() {
        ResidentId person = somebody();
        moves(person, "１");
        List<ResidentChanged.Named> late = held(code(person), 1);
        make(person);
        late.forEach(RegisterAndCardsTest::deliver);
        assertThat(state(person)).isEqualTo(new State(1, 1, true));
    }

    @Test
    void a_card_made_before_a_move_loses_its_signature_certificate() {
        ResidentId person = somebody();
        make(person);
        moves(person, "１");
        held(code(person), 1).forEach(RegisterAndCardsTest::deliver);
        assertThat(state(person)).isEqualTo(new State(0, 1, true));
    }

    @Test
    void news_of_a_second_move_ends_what_was_made_after_the_first() {
        ResidentId person = somebody();
        moves(person, "１");
        make(person);
        moves(person, "２");
        List<ResidentChanged.Named> both = held(code(person), 2);
        deliver(both.get(0));
        assertThat(state(person)).isEqualTo(new State(1, 1, true));
        deliver(both.get(1));
        assertThat(state(person)).isEqualTo(new State(0, 1, true));
    }

    @Test
    void a_card_made_after_its_holder_came_back_stays_when_the_removal_is_told_at_last() {
        ResidentId person = somebody();
        ResidentRecordCode code = code(person);
        make(person);
        var gone = new LifeEvent.MoveOut(List.of(person), TestRegister.YASUDA, false, List.of());
        record(gone, TODAY.minusDays(40));
        TOWN.clock.set(TOWN.clock.get().plusSeconds(1));
        var home = new Home(HIMEJI, TestRegister.YASUDA, Optional.empty());
        var member = new Member(person, Relationship.HOUSEHOLDER);
        record(new LifeEvent.MoveIn(home, List.of(member)), TODAY);
        List<ResidentChanged.Named> all = held(code, 3);
        assertThat(all).anyMatch(each -> each.change().ends() == Ends.BOTH);
        ResidentChanged.Named last = all.getLast();
        deliver(last);
        make(person);
        all.forEach(RegisterAndCardsTest::deliver);
        assertThat(state(person)).isEqualTo(new State(1, 1, true));
    }

    @Test
    void an_emigrant_with_continued_use_gets_a_card_that_says_when_and_a_move_back_ends_it() {
        ResidentId person = somebody();
        ResidentRecordCode code = code(person);
        record(
                new LifeEvent.Emigration(List.of(person), "試験国", true, List.of()),
                TODAY.plusDays(1));
        assertThat(make(person).signatureSerial()).isPresent();
        TOWN.clock.set(TOWN.clock.get().plus(Duration.ofDays(1)));
        ResidentChanged.Named departure = held(code, 1).getFirst();
        assertThat(departure.change().ends()).isEqualTo(Ends.SIGNATURE);
        deliver(departure);
        assertThat(state(person)).isEqualTo(new State(0, 1, true));
        ResidentId second = somebody();
        LocalDate day = TODAY.plusDays(2);
        record(new LifeEvent.Emigration(List.of(second), "試験国", true, List.of()), day);
        TOWN.clock.set(TOWN.clock.get().plus(Duration.ofDays(1)));
        make(second);
        assertThat(TOWN.good(CaKind.SIGNATURE, TOWN.holder(code(second))))
                .extracting(each -> each.fourItems().orElseThrow().address())
                .containsExactly("国外転出　２０２６年１１月２５日");
        held(code(second), 1).forEach(RegisterAndCardsTest::deliver);
        assertThat(state(second)).isEqualTo(new State(1, 1, true));
        var home = new Home(HIMEJI, TestRegister.YASUDA, Optional.empty());
        var member = new Member(second, Relationship.HOUSEHOLDER);
        record(new LifeEvent.MoveIn(home, List.of(member)), day);
        held(code(second), 2).forEach(RegisterAndCardsTest::deliver);
        assertThat(state(second)).isEqualTo(new State(0, 1, true));
    }

    @Test
    void an_emigrant_without_continued_use_gets_none() {
        ResidentId person = somebody();
        record(new LifeEvent.Emigration(List.of(person), "試験国", false, List.of()), TODAY);
        assertThatThrownBy(() -> make(person)).isInstanceOf(NoResident.class);
    }

    /** Two moves before the card, a number of moves after it. */
    @Test
    void news_in_any_order_and_twice_end_in_the_same_state() {
        List<Boolean> diesToo = List.of(false, true, false, true);
        for (int seed = 0; seed < diesToo.size(); seed++) {
            Random chance = new Random(seed);
            ResidentId person = somebody();
            ResidentRecordCode code = code(person);
            var holder = TOWN.holder(code);
            moves(person, "１");
            moves(person, "２");
            make(person);
            int after = 2 - seed % 2;
            IntStream.range(0, after).forEach(n -> moves(person, "３" + "０１".charAt(n)));
            if (diesToo.get(seed)) record(new LifeEvent.Death(person, List.of()), TODAY);
            List<ResidentChanged.Named> told = held(code, 2 + after + (diesToo.get(seed) ? 1 : 0));
            List<ResidentChanged.Named> order = new ArrayList<>(told);
            order.addAll(told);
            Collections.shuffle(order, chance);
            Set<ResidentChanged.Named> heard = new HashSet<>();
            for (ResidentChanged.Named each : order) {
                deliver(each);
                heard.add(each);
                boolean moved = told.stream().skip(2).anyMatch(heard::contains);
                boolean died = diesToo.get(seed) && heard.contains(told.getLast());
                assertThat(TOWN.good(CaKind.SIGNATURE, holder))
                        .as("seed %s", seed)
                        .hasSize(moved ? 0 : 1);
                assertThat(TOWN.good(CaKind.USER_AUTHENTICATION, holder)).hasSize(died ? 0 : 1);
            }
        }
    }
}
