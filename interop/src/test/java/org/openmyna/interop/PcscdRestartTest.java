package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.openmyna.interop.OutsideProgram.OPENSC_TOOL;
import static org.openmyna.interop.OutsideProgram.PKCS15_TOOL;

import java.time.Duration;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openmyna.card.chip.ReaderSlot;

/**
 * pcscd dies and comes back under a card. The build runs this class in a JVM of its own: the JDK's
 * PC/SC keeps its first connection to pcscd for ever and finds no reader any more once that is
 * lost.
 */
class PcscdRestartTest {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(15);

    @RegisterExtension final CardInReader reader = new CardInReader();

    @Test
    void after_a_restart_the_card_is_there_again_and_its_spent_tries_too() throws Exception {
        Card before = JdkReaders.connect(ReaderSlot.FIRST);
        var unknown = new CommandAPDU(0x00, 0xA4, 0x04, 0x0C, new byte[] {1, 2, 3, 4, 5});
        assertThat(before.getBasicChannel().transmit(unknown).getSW()).isEqualTo(0x6A82);
        PKCS15_TOOL.run("--verify-pin", "--auth-id", "2", "--pin", "WRONG99").fails();

        assumeTrue(
                reader.pcsc().daemon().restart(),
                "this pcscd was not started by OpenMyna, or somebody else uses it too");

        assertThatThrownBy(() -> before.getBasicChannel().transmit(unknown))
                .isInstanceOf(CardException.class);
        assertThat(reader.awaitSeen(BACK_WITHIN)).isTrue();
        OPENSC_TOOL.run("--name").succeeds().says("jpki");
        PKCS15_TOOL.run("--list-pins").succeeds().says("Tries left     : 4");
    }
}
