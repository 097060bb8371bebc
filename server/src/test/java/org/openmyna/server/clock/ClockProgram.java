package org.openmyna.server.clock;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Moves the clock of a folder a day at a time, as often as it is told, and says where it is. */
final class ClockProgram {
    private ClockProgram() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        LegalClock clock = LegalClock.in(Path.of(arguments[0]), InstantSource.system());
        for (int days = Integer.parseInt(arguments[1]); days > 0; days--) {
            Instant reached = clock.moveTo(clock.instant().plus(Duration.ofDays(1)));
            out.println(reached);
        }
    }
}
