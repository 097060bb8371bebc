package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.interop.OutsideProgram.OPENSC_TOOL;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openmyna.card.chip.PcscDaemon;

/** Whoever attaches finds a pcscd; nobody who leaves takes it away from another. */
class PcscDaemonTest {
    @RegisterExtension static final CardInReader READER = new CardInReader();

    @Test
    void a_second_user_uses_the_same_daemon_and_leaves_it_to_the_first() {
        assertThat(PcscDaemon.answers()).isTrue();
        try (PcscDaemon second = PcscDaemon.attach()) {
            assertThat(second.startedByOpenMyna())
                    .isEqualTo(READER.pcsc().daemon().startedByOpenMyna());
        }
        assertThat(PcscDaemon.answers()).isTrue();
        OPENSC_TOOL.run("--name").succeeds().says("jpki");
    }

    @Test
    void many_users_at_once_come_and_go() {
        IntStream.range(0, 20)
                .parallel()
                .forEach(_ -> {
                    try (PcscDaemon ignored = PcscDaemon.attach()) {
                        assertThat(PcscDaemon.answers()).isTrue();
                    }
                });
        OPENSC_TOOL.run("--name").succeeds().says("jpki");
    }

    @Test
    void a_daemon_that_somebody_else_uses_is_not_restarted() throws Exception {
        try (PcscDaemon second = PcscDaemon.attach()) {
            assertThat(second.restart()).isFalse();
            assertThat(READER.pcsc().daemon().restart()).isFalse();
        }
        OPENSC_TOOL.run("--name").succeeds().says("jpki");
    }

    @Test
    void leaving_twice_leaves_once() {
        PcscDaemon second = PcscDaemon.attach();
        second.close();
        second.close();
        OPENSC_TOOL.run("--name").succeeds().says("jpki");
    }
}
