package org.openmyna.server.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmyna.server.web.LegalClockUnusable;

class LegalClockTest {
    private static final int TEN_YEARS = 3_652;
    private static final Instant NOON = Instant.parse("2026-04-01T03:00:00Z");

    @TempDir private Path folder;
    private final AtomicReference<Instant> real = new AtomicReference<>(NOON);

    private LegalClock clock() {
        return LegalClock.in(folder, real::get);
    }

    private Path file() {
        return folder.resolve("legal-clock");
    }

    private static Instant tenYearsAfter(Instant time) {
        return time.atZone(ZoneOffset.UTC).plusYears(10).toInstant();
    }

    @Test
    void a_clock_that_was_never_moved_is_the_machines_and_leaves_no_file() {
        assertThat(clock().instant()).isEqualTo(NOON);
        assertThat(file()).doesNotExist();
    }

    @Test
    void moved_ten_years_it_runs_on_from_there_for_every_program_on_the_folder() {
        LegalClock here = clock();
        assertThat(here.moveTo(tenYearsAfter(NOON))).isEqualTo(tenYearsAfter(NOON));
        real.set(NOON.plusSeconds(90));
        assertThat(here.instant()).isEqualTo(tenYearsAfter(NOON).plusSeconds(90));
        assertThat(clock().instant()).isEqualTo(here.instant());
    }

    @Test
    void it_never_goes_back() {
        LegalClock clock = clock();
        clock.moveTo(tenYearsAfter(NOON));
        assertThat(clock.moveTo(NOON)).isEqualTo(tenYearsAfter(NOON));
        assertThat(clock().instant()).isEqualTo(tenYearsAfter(NOON));
    }

    @Test
    void who_moves_it_less_far_than_another_did_meanwhile_finds_it_where_that_one_left_it() {
        LegalClock first = clock();
        LegalClock second = clock();
        second.moveTo(tenYearsAfter(NOON));
        assertThat(first.moveTo(NOON.plusSeconds(1))).isEqualTo(tenYearsAfter(NOON));
    }

    @Test
    void it_stands_still_and_goes_on_from_where_it_stood() {
        LegalClock clock = clock();
        assertThat(clock.speed()).isEqualTo(Speed.NORMAL);
        assertThat(clock.runAt(Speed.STANDING)).isEqualTo(Speed.STANDING);
        real.set(NOON.plusSeconds(3_600));
        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(clock().instant()).as("for every program").isEqualTo(NOON);
        assertThat(clock().speed()).isEqualTo(Speed.STANDING);
        clock.runAt(Speed.NORMAL);
        real.set(NOON.plusSeconds(3_610));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(10));
        assertThat(clock().instant()).isEqualTo(NOON.plusSeconds(10));
        assertThat(clock.moveTo(tenYearsAfter(NOON))).isEqualTo(tenYearsAfter(NOON));
        assertThat(clock().instant()).isEqualTo(tenYearsAfter(NOON));
    }

    @Test
    void a_day_passes_in_a_minute_and_a_leap_does_not_slow_it_down() {
        LegalClock clock = clock();
        clock.runAt(Speed.DAY_A_MINUTE);
        real.set(NOON.plusSeconds(60));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofDays(1)));
        clock.moveTo(tenYearsAfter(NOON));
        real.set(NOON.plusSeconds(90));
        Instant halfADayLater = tenYearsAfter(NOON).plus(Duration.ofHours(12));
        assertThat(clock.instant()).isEqualTo(halfADayLater);
        assertThat(clock().instant()).isEqualTo(halfADayLater);
        real.set(NOON);
        assertThat(clock.instant()).as("never back").isEqualTo(tenYearsAfter(NOON));
    }

    @Test
    void who_changes_the_speed_begins_where_another_moved_the_clock() {
        LegalClock first = clock();
        clock().moveTo(tenYearsAfter(NOON));
        first.runAt(Speed.STANDING);
        assertThat(first.instant()).isEqualTo(tenYearsAfter(NOON));
    }

    @Test
    void the_file_is_for_its_owner_alone() throws IOException {
        clock().moveTo(tenYearsAfter(NOON));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PT87648H",
                "PT876",
                "PT-1H\n",
                "ten years\n",
                "PT1H 2 2026-04-01T03:00:00Z\n",
                "PT1H 0\n",
                "\u0000\u0000\n"
            })
    void a_damaged_file_is_refused(String content) throws IOException {
        Files.writeString(file(), content);
        assertThatThrownBy(this::clock)
                .isInstanceOf(LegalClockUnusable.class)
                .hasMessageContaining("MYNA-SRV-030")
                .hasMessageContaining(file().toString());
    }

    @Test
    void a_clock_that_cannot_be_kept_is_not_moved() throws IOException {
        LegalClock clock = clock();
        Files.createDirectories(folder.resolve("legal-clock.new/x"));
        assertThatThrownBy(() -> clock.moveTo(tenYearsAfter(NOON)))
                .isInstanceOf(LegalClockUnusable.class);
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void another_program_moves_it_ten_years_day_by_day_and_is_killed_and_not_a_day_is_lost()
            throws Exception {
        Instant reached = killedAfter(TEN_YEARS / 2);
        LegalClock here = LegalClock.in(folder, InstantSource.system());
        assertThat(Duration.between(Instant.now(), here.instant()).toDays())
                .isBetween(TEN_YEARS / 2 - 1L, (long) TEN_YEARS);
        assertThat(here.instant()).isAfterOrEqualTo(reached);
        here.moveTo(tenYearsAfter(Instant.now()));
        assertThat(reachedBy(0, 1)).isAfter(tenYearsAfter(Instant.now()));
    }

    /** The last that the program acknowledged before it was killed at this line. */
    private Instant killedAfter(int lines) throws Exception {
        return reachedBy(lines, TEN_YEARS);
    }

    private Instant reachedBy(int lines, int days) throws Exception {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ClockProgram.class.getName(),
                                folder.toString(),
                                Integer.toString(days))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        Instant reached = Instant.MIN;
        try (BufferedReader said = program.inputReader()) {
            int read = 0;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                reached = Instant.parse(line);
                if (++read == lines) program.toHandle().destroyForcibly();
            }
        }
        program.waitFor();
        return reached;
    }

    @Test
    void a_plain_clock_cannot_be_moved() {
        LegalClock plain = LegalClock.plain(InstantSource.fixed(NOON));
        assertThat(plain.runAt(Speed.STANDING)).isEqualTo(Speed.NORMAL);
        assertThat(plain.moveTo(tenYearsAfter(NOON))).isEqualTo(NOON);
    }
}
