package org.openmyna.server.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.kernel.Address;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.cards.api.MadeCard;
import org.openmyna.server.cards.api.ResidentChanged.Ends;
import org.openmyna.trust.profile.CaKind;

/**
 * Somebody moves while the card is made, at every step of it: the certificate with the old address
 * is never good once the register has told, and the card that results shows the new one if anybody
 * could know.
 */
class MovesDuringProductionTest {
    private static final Address NAHA = Address.parse("沖縄県那覇市泉崎一丁目９９９９番地");

    /**
     * Commands to the chip: some in the middle, and the last ones, where certificates are written.
     */
    private static final List<Integer> COMMANDS = List.of(20, -30, -2);

    private static final String READ = "record read";

    private final CardsTown town = CardsTown.shared();

    /** When it happens. */
    private record Moment(String name, Optional<Watch.Step> step, int command) {
        @Override
        public String toString() {
            return name;
        }

        /** Whether the register can still be asked afterwards. */
        boolean isBeforeTheQuestion() {
            return step.map(at -> at.compareTo(Watch.Step.PERSONALISED) <= 0).orElse(true);
        }
    }

    static Stream<Moment> moments() {
        Stream<Moment> steps =
                Stream.of(Watch.Step.values())
                        .map(step -> new Moment(step.name(), Optional.of(step), 0));
        Stream<Moment> commands =
                COMMANDS.stream().map(n -> new Moment("command " + n, Optional.empty(), n));
        return Stream.concat(
                Stream.of(new Moment(READ, Optional.empty(), 0)), Stream.concat(steps, commands));
    }

    /** Does something once, at a moment of the first try. */
    private record At(Moment moment, int commands, AtomicInteger seen, Once once) implements Watch {
        @Override
        public void at(Step step) {
            if (moment.step().equals(Optional.of(step))) once.run();
        }

        @Override
        public CardChannel over(CardChannel chip) {
            return new CardChannel() {
                @Override
                public ResponseApdu transmit(CommandApdu command) {
                    int n = seen.incrementAndGet();
                    int wanted = moment.command();
                    if (wanted != 0 && n == (wanted > 0 ? wanted : commands + wanted)) once.run();
                    return chip.transmit(command);
                }

                @Override
                public byte[] atr() {
                    return chip.atr();
                }

                @Override
                public void close() {
                    chip.close();
                }
            };
        }
    }

    private record Once(AtomicBoolean begun, AtomicBoolean done, Runnable work)
            implements Runnable {
        Once(Runnable work) {
            this(new AtomicBoolean(), new AtomicBoolean(), work);
        }

        @Override
        public void run() {
            if (!begun.compareAndSet(false, true)) return;
            work.run();
            done.set(true);
        }
    }

    private static final class Counted {
        static final int COMMANDS = count();

        private static int count() {
            CardsTown town = CardsTown.shared();
            var seen = new AtomicInteger();
            var nothing = new Once(() -> {});
            var watch = new At(new Moment("", Optional.empty(), 0), 0, seen, nothing);
            long person = town.register.born("1985-03-07");
            town.cards(watch).desk().make(CardsTown.call(), person);
            return seen.get();
        }
    }

    @ParameterizedTest
    @MethodSource("moments")
    void a_move_that_is_told_at_once_never_leaves_the_old_address_good(Moment moment) {
        long person = town.register.born("1985-03-07");
        CardService residentsSee = knowing();
        var happens =
                new Once(() -> {
                    Instant since = town.register.move(person, NAHA);
                    CardsTown.tell(
                            residentsSee,
                            CardsTown.call(),
                            town.changed(person, Ends.SIGNATURE, since));
                });
        MadeCard made = makeWhile(moment, person, happens);
        assertThat(happens.done().get()).isTrue();
        assertNoOldAddressIsGood(person);
        boolean inTime = moment.step().map(at -> at != Watch.Step.DELIVERED).orElse(true);
        assertThat(town.good(CaKind.SIGNATURE, person)).hasSize(inTime ? 1 : 0);
        assertThat(town.good(CaKind.USER_AUTHENTICATION, person))
                .extracting(each -> each.serial().toString())
                .containsExactly(made.userAuthenticationSerial());
        assertThat(town.nothingIsUnderWay(person)).isTrue();
        assertThat(inTheDrawer(person))
                .as("what was made in vain is thrown away")
                .containsExactly(made.name());
    }

    /** Around the question to the register, and at both ends. */
    static Stream<Moment> turningPoints() {
        var steps = List.of(Watch.Step.PERSONALISED, Watch.Step.CONFIRMED, Watch.Step.DELIVERED);
        return moments()
                .filter(moment ->
                        moment.name().equals(READ)
                                || moment.step().filter(steps::contains).isPresent());
    }

    @ParameterizedTest
    @MethodSource("turningPoints")
    void a_move_that_is_told_later_ends_the_old_address_and_no_other(Moment moment) {
        long person = town.register.born("1985-03-07");
        var since = new Instant[1];
        var happens = new Once(() -> since[0] = town.register.move(person, NAHA));
        MadeCard made = makeWhile(moment, person, happens);
        CardsTown.tell(
                town.desk(), CardsTown.call(), town.changed(person, Ends.SIGNATURE, since[0]));
        assertNoOldAddressIsGood(person);
        assertThat(town.good(CaKind.SIGNATURE, person))
                .hasSize(moment.isBeforeTheQuestion() ? 1 : 0);
        assertThat(town.good(CaKind.USER_AUTHENTICATION, person))
                .extracting(each -> each.serial().toString())
                .containsExactly(made.userAuthenticationSerial());
    }

    /** A desk that knows already how the authorities know people: the folder is in use. */
    private CardService knowing() {
        CardService desk = town.desk();
        long somebody = town.register.born("1985-03-07");
        CardsTown.tell(
                desk,
                CardsTown.call(),
                town.changed(somebody, Ends.SIGNATURE, town.register.now()));
        return desk;
    }

    private MadeCard makeWhile(Moment moment, long person, Once happens) {
        var watch = new At(moment, Counted.COMMANDS, new AtomicInteger(), happens);
        if (moment.name().equals(READ)) town.register.whenRead(person, happens);
        return town.cards(watch).desk().make(CardsTown.call(), person);
    }

    private List<String> inTheDrawer(long person) {
        return town.drawer().names().stream()
                .map(CardName::text)
                .filter(name -> (name + "-").startsWith("resident-" + person + "-"))
                .toList();
    }

    private void assertNoOldAddressIsGood(long person) {
        assertThat(town.good(CaKind.SIGNATURE, person))
                .allSatisfy(each ->
                        assertThat(each.fourItems().orElseThrow().address())
                                .isEqualTo(NAHA.text()));
    }

    @Test
    void whoever_dies_while_the_card_is_made_gets_none() {
        for (Watch.Step step :
                List.of(Watch.Step.BEGUN, Watch.Step.CONFIRMED, Watch.Step.DECIDED)) {
            long person = town.register.born("1940-03-07");
            CardService residentsSee = knowing();
            var happens =
                    new Once(() -> {
                        Instant since = town.register.die(person);
                        CardsTown.tell(
                                residentsSee,
                                CardsTown.call(),
                                town.changed(person, Ends.BOTH, since));
                    });
            var moment = new Moment("", Optional.of(step), 0);
            assertThatThrownBy(() -> makeWhile(moment, person, happens))
                    .isInstanceOf(NoResident.class);
            assertThat(happens.done().get()).isTrue();
            assertThat(town.good(CaKind.SIGNATURE, person)).isEmpty();
            assertThat(town.good(CaKind.USER_AUTHENTICATION, person)).isEmpty();
            assertThat(town.desk().card(CardsTown.call(), person)).isEmpty();
        }
    }

    @Test
    void a_record_that_changes_each_time_gives_no_card_and_leaves_nothing() {
        long person = town.register.born("1985-03-07");
        Watch moving =
                step -> {
                    if (step == Watch.Step.PERSONALISED) town.register.move(person, NAHA);
                };
        CardService desk = town.cards(moving).desk();
        assertThatThrownBy(() -> desk.make(CardsTown.call(), person))
                .isInstanceOf(RecordKeepsChanging.class);
        assertThat(town.nothingIsUnderWay(person)).isTrue();
        assertThat(inTheDrawer(person)).isEmpty();
        assertThat(desk.card(CardsTown.call(), person)).isEmpty();
    }
}
