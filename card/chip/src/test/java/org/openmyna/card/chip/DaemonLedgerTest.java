package org.openmyna.card.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class DaemonLedgerTest {
    @TempDir Path parent;
    private Path directory;
    private final ProcessId self = ProcessId.running(ProcessHandle.current().pid()).orElseThrow();

    @BeforeEach
    void newDirectory() {
        directory = parent.resolve("ledger");
    }

    @Test
    void users_are_counted_each_time_they_join() throws Exception {
        for (int n = 0; n < 2; n++) {
            try (var ledger = DaemonLedger.open(directory)) {
                ledger.join(self);
            }
        }
        try (var ledger = DaemonLedger.open(directory)) {
            assertThat(ledger.users()).isEqualTo(2);
            ledger.leave(self);
            assertThat(ledger.users()).isEqualTo(1);
        }
    }

    @Test
    void processes_that_died_are_forgotten_users_and_daemon_alike() throws Exception {
        Process mayfly = new ProcessBuilder("sleep", "60").start();
        try (var ledger = DaemonLedger.open(directory)) {
            ProcessId id = ProcessId.running(mayfly.pid()).orElseThrow();
            ledger.started(id);
            ledger.join(id);
            ledger.join(self);
        }
        try (var ledger = DaemonLedger.open(directory)) {
            assertThat(ledger.daemon()).isPresent();
            assertThat(ledger.users()).isEqualTo(2);
        }
        mayfly.destroyForcibly().waitFor();
        try (var ledger = DaemonLedger.open(directory)) {
            assertThat(ledger.daemon()).isEmpty();
            assertThat(ledger.users()).isEqualTo(1);
        }
    }

    @Test
    void a_process_number_given_again_is_another_process() {
        assertThat(self.lives()).isTrue();
        assertThat(new ProcessId(self.pid(), self.startTick() + 1).lives()).isFalse();
        assertThat(ProcessId.parse(self.toString())).isEqualTo(self);
    }

    @Test
    void threads_of_one_process_take_turns() throws Exception {
        IntStream.range(0, 50)
                .parallel()
                .forEach(n -> {
                    try (var ledger = DaemonLedger.open(directory)) {
                        ledger.join(self);
                    } catch (java.io.IOException failed) {
                        throw new java.io.UncheckedIOException(failed);
                    }
                });
        try (var ledger = DaemonLedger.open(directory)) {
            assertThat(ledger.users()).isEqualTo(50);
        }
    }

    @Test
    void the_ledger_is_the_owners_alone() throws Exception {
        DaemonLedger.open(directory).close();
        assertThat(Files.getPosixFilePermissions(directory))
                .hasToString("[OWNER_READ, OWNER_WRITE, OWNER_EXECUTE]");
    }
}
