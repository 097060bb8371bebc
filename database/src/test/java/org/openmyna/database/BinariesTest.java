package org.openmyna.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of PostgreSQL in the cache. */
final class BinariesTest {
    @TempDir Path cache;

    @Test
    void two_programs_that_unpack_at_once_find_the_same_complete_folder() throws Exception {
        Files.createDirectories(cache.resolve("openmyna/.unpacking-killed/bin"));
        Binaries binaries = new Binaries(cache.resolve("openmyna"));
        try (ExecutorService programs = Executors.newFixedThreadPool(2)) {
            Future<Path> one = programs.submit(binaries::unpacked);
            Future<Path> two = programs.submit(binaries::unpacked);
            assertThat(one.get()).isEqualTo(two.get());
            assertThat(one.get().resolve("bin/postgres")).isExecutable();
            assertThat(one.get().getFileName().toString())
                    .startsWith("postgresql-" + Binaries.version() + "-");
        }
        try (Stream<Path> all = Files.list(cache.resolve("openmyna"))) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(".unpacking"));
        }
    }

    @Test
    void a_machine_without_a_build_is_told_so() {
        assertThat(Platform.of("Linux", "amd64"))
                .isEqualTo(new Platform("/postgres-linux-x86_64.txz"));
        assertThat(Platform.of("Mac OS X", "aarch64"))
                .isEqualTo(new Platform("/postgres-darwin-arm_64.txz"));
        assertThatThrownBy(() -> Platform.of("Windows 11", "amd64"))
                .isInstanceOf(PlatformNotServed.class);
        assertThatThrownBy(() -> Platform.of("Linux", "riscv64"))
                .isInstanceOf(PlatformNotServed.class);
    }
}
