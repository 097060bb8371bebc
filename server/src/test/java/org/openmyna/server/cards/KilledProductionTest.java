package org.openmyna.server.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.LifeCycle;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.server.cards.api.MadeCard;
import org.openmyna.trust.profile.CaKind;

/**
 * The program that makes a card gets signal 9. What it left is found: before the decision the card
 * is thrown away, after it the card is delivered.
 */
class KilledProductionTest {
    private static final String BORN = "1985-03-07";

    private final CardsTown town = CardsTown.shared();

    @Test
    void what_a_killed_production_left_is_thrown_away_or_delivered_by_the_next_start()
            throws Exception {
        // the issuer's keys are there
        town.desk().make(CardsTown.call(), town.register.born(BORN));
        Killed personalised = new Killed(Watch.Step.PERSONALISED);
        Killed inDrawer = new Killed(Watch.Step.IN_DRAWER);
        Killed decided = new Killed(Watch.Step.DECIDED);

        personalised.dies();
        assertThat(town.nothingIsUnderWay(personalised.person)).isFalse();
        MadeCard made = town.desk().make(CardsTown.call(), personalised.person);
        assertThat(made.name()).as("the next call finds it").isEqualTo(personalised.cardName());
        assertThat(town.good(CaKind.SIGNATURE, personalised.person)).hasSize(1);

        inDrawer.dies();
        assertThat(town.drawer().names()).contains(new CardName(inDrawer.cardName()));
        nextStart(inDrawer);
        assertThat(town.drawer().names()).doesNotContain(new CardName(inDrawer.cardName()));
        assertThat(town.nothingIsUnderWay(inDrawer.person)).isTrue();
        assertThat(town.desk().card(CardsTown.call(), inDrawer.person)).isEmpty();

        decided.dies();
        assertThat(town.good(CaKind.SIGNATURE, decided.person)).isEmpty();
        nextStart(decided);
        MadeCard delivered = town.desk().card(CardsTown.call(), decided.person).orElseThrow();
        assertThat(town.good(CaKind.SIGNATURE, decided.person))
                .extracting(each -> each.serial().toString())
                .containsExactly(delivered.signatureSerial().orElseThrow());
        assertThat(town.good(CaKind.USER_AUTHENTICATION, decided.person)).hasSize(1);
        try (VirtualCard card = town.open(delivered)) {
            assertThat(card.lifeCycle()).isEqualTo(LifeCycle.PERSONALISED);
        }
    }

    /** The database notices within moments that a program is gone. */
    private void nextStart(Killed program) {
        var store = new CardStore(town.schema, Instant::now);
        Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
        do {
            town.cards(step -> {}).tidyUp();
        } while (store.unfinished().stream().anyMatch(row -> row.person() == program.person)
                && Instant.now().isBefore(deadline));
        assertThat(store.unfinished()).noneMatch(row -> row.person() == program.person);
    }

    /** A program under way to its last step. */
    private final class Killed {
        private final long person = town.register.born(BORN);
        private final Process program;

        Killed(Watch.Step last) throws IOException {
            this.program =
                    new ProcessBuilder(
                                    List.of(
                                            Path.of(System.getProperty("java.home"), "bin", "java")
                                                    .toString(),
                                            "-XX:TieredStopAtLevel=1",
                                            "-XX:+UseSerialGC",
                                            "-Xshare:auto",
                                            // not worth the accelerator's self tests
                                            "-Dopenmyna.native-crypto=off",
                                            "-cp",
                                            System.getProperty("java.class.path"),
                                            KilledProgram.class.getName(),
                                            town.databaseUrl,
                                            town.folder.toString(),
                                            Long.toString(person),
                                            BORN,
                                            last.name()))
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
        }

        String cardName() {
            return "resident-" + person;
        }

        void dies() throws IOException, InterruptedException {
            try (var told = program.getInputStream()) {
                int first = told.read();
                while (first >= 0 && first != '.') first = told.read();
                assertThat(first).as("it came to the step").isEqualTo('.');
            } finally {
                program.toHandle().destroyForcibly();
                program.waitFor();
            }
        }
    }
}
