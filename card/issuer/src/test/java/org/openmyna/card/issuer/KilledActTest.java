package org.openmyna.card.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.kernel.Address;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.RevocationReason;

/** The counter's program is killed between the steps of a move. */
class KilledActTest {
    private static final CardName NAME = new CardName("ichiro");
    private static final Address OKIYAMA = new Address("兵庫県姫路市本町九丁目９９９９番地");

    @TempDir private Path directory;

    private final String url = TemporaryDatabase.freshUrl();

    @ParameterizedTest
    @EnumSource
    void the_next_act_finishes_what_a_kill_interrupted(ActProgram.Death death) throws Exception {
        var drawer = new CardDrawer(directory.resolve("cards"));
        IssuedCard record;
        var town = new Town(directory, url);
        try {
            record = drawer.make(NAME, town.pairs, town.random, town::personalise);
            ActProgram.write(directory.resolve(NAME.text()), record);
        } finally {
            town.leave();
        }
        killedCounter(death);
        var tomorrow = new Town(directory, url);
        try (VirtualCard card = drawer.open(NAME, tomorrow.pairs, tomorrow.random)) {
            IssuedCard settled = tomorrow.desk.settle(card.channel(), record);
            boolean took = death == ActProgram.Death.AFTER_THE_COMMIT;
            assertThat(settled.holder().fourItems().address().equals(ActProgram.KUMOJI))
                    .isEqualTo(took);
            assertThat(settled.holder().office()).isEqualTo(took ? Town.NAHA : Town.HIMEJI);
            IssuedCard moved = tomorrow.desk.move(card.channel(), settled, OKIYAMA, Town.HIMEJI);
            WholeCard.read(card.channel(), moved).mustBeGenuine(tomorrow);
            assertThat(tomorrow.living(CaKind.SIGNATURE)).isEqualTo(1);
            assertThat(tomorrow.living(CaKind.USER_AUTHENTICATION)).isEqualTo(1);
            assertThat(tomorrow.unfinished()).isZero();
        } finally {
            tomorrow.leave();
        }
    }

    @ParameterizedTest
    @EnumSource
    void ending_the_card_ends_every_certificate_that_a_killed_act_asked_for(ActProgram.Death death)
            throws Exception {
        var drawer = new CardDrawer(directory.resolve("cards"));
        IssuedCard record;
        var town = new Town(directory, url);
        try {
            record = drawer.make(NAME, town.pairs, town.random, town::personalise);
            ActProgram.write(directory.resolve(NAME.text()), record);
        } finally {
            town.leave();
        }
        killedCounter(death);
        var tomorrow = new Town(directory, url);
        try (VirtualCard card = drawer.open(NAME, tomorrow.pairs, tomorrow.random)) {
            tomorrow.desk.terminate(
                    card.channel(), record, RevocationReason.CESSATION_OF_OPERATION);
            assertThat(tomorrow.living(CaKind.SIGNATURE)).isZero();
            assertThat(tomorrow.living(CaKind.USER_AUTHENTICATION)).isZero();
            assertThat(tomorrow.unfinished()).isZero();
        } finally {
            tomorrow.leave();
        }
    }

    private void killedCounter(ActProgram.Death death) throws IOException, InterruptedException {
        Process counter =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Dopenmyna.native-crypto=off",
                                "-Dslf4j.internal.verbosity=ERROR",
                                "-Xshare:auto",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ActProgram.class.getName(),
                                directory.toString(),
                                NAME.text(),
                                death.name(),
                                url)
                        .inheritIO()
                        .start();
        assertThat(counter.waitFor()).as("killed, not ended").isEqualTo(9);
    }
}
