package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.interop.OutsideProgram.OPENSC_TOOL;
import static org.openmyna.interop.OutsideProgram.PKCS11_TOOL;
import static org.openmyna.interop.OutsideProgram.PKCS15_TOOL;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.ReaderSlot;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.issuer.IssuedCard;

/** The program that holds a card dies; the card and pcscd do not. */
class KilledHolderTest {
    private static final CardName ICHIRO = new CardName("ichiro");

    @RegisterExtension final CardInReader reader = new CardInReader();
    @TempDir Path directory;

    @Test
    void a_card_whose_holder_is_killed_at_work_leaves_the_reader_and_works_when_inserted_again()
            throws Exception {
        CardDrawer drawer = new CardDrawer(directory.resolve("drawer"));
        IssuedCard issued = reader.country().newCard(drawer, ICHIRO);
        reader.eject();
        assertThat(JdkReaders.terminal(ReaderSlot.FIRST).waitForCardAbsent(5_000)).isTrue();

        Process holder = CardHolder.start(directory.resolve("drawer"), ICHIRO);
        try {
            PKCS15_TOOL.run("--verify-pin", "--auth-id", "1", "--pin", "9999").fails();
            Path message = Files.writeString(directory.resolve("message"), "試験");
            var tool = CompletableFuture.supplyAsync(() -> sign(message));
            holder.destroyForcibly().waitFor();
            assertThat(tool.get(40, TimeUnit.SECONDS)).isNotNull(); // whatever it says, it ends
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertThat(JdkReaders.terminal(ReaderSlot.FIRST).waitForCardAbsent(5_000)).isTrue();
        OPENSC_TOOL.run("--name").fails();

        try (VirtualCard card = reader.country().open(drawer, ICHIRO);
                var ignored = reader.pcsc().insert(card, ReaderSlot.FIRST)) {
            assertThat(Pem.certificatesIn(PKCS15_TOOL.run("--read-certificate", "1").output()))
                    .containsExactly(issued.userAuthentication().der());
            PKCS15_TOOL.run("--list-pins").succeeds().says("[User Authentication PIN]");
            PKCS15_TOOL.run("--verify-pin", "--auth-id", "1", "--pin", Country.PIN).succeeds();
        }
    }

    private Run sign(Path message) {
        return PKCS11_TOOL.run(
                "--sign",
                "--mechanism",
                "SHA256-RSA-PKCS",
                "--id",
                "01",
                "--login",
                "--pin",
                Country.PIN,
                "--input-file",
                message,
                "--output-file",
                directory.resolve("signature"));
    }
}
