package org.openmyna.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.server.OpenMynaServer;
import org.openmyna.server.RunningServer;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.log.LogCheck;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;

/** The program dies between a notice at the counter and the revocation that follows from it. */
class KilledMoveTest {
    private static final int KILLS = Integer.getInteger("openmyna.test.length", 1);
    private static final Duration WITHIN = Duration.ofSeconds(30);

    @TempDir private Path folder;

    @Test
    void a_kill_between_a_move_and_the_revocation_loses_neither() throws Exception {
        for (int n = 0; n < KILLS; n++) {
            List<String> said = killed(n);
            var serial = new CertificateSerial(new BigInteger(said.get(0), 16));
            String address = said.get(1);
            try (RunningServer again = OpenMynaServer.start(MovingProgram.settings(folder))) {
                CertificationAuthority authority = again.authorities().authority(CaKind.SIGNATURE);
                await(authority, serial);
                assertThat(MovingProgram.ichiro(again, Instant.now()).address().text())
                        .isEqualTo(address);
                assertThat(again.authorities().log().verify()).isInstanceOf(LogCheck.Sound.class);
            }
        }
    }

    /** What the program said before it was killed: the serial, the new address. */
    private List<String> killed(int number) throws Exception {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                MovingProgram.class.getName(),
                                folder.toString(),
                                String.valueOf(number))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        List<String> said;
        try (var lines =
                new BufferedReader(new InputStreamReader(program.getInputStream(), UTF_8))) {
            said = lines.lines().toList();
        }
        assertThat(program.waitFor()).as("killed, not ended: %s", said).isEqualTo(128 + 9);
        return said;
    }

    private static void await(CertificationAuthority authority, CertificateSerial serial)
            throws InterruptedException {
        long end = System.nanoTime() + WITHIN.toNanos();
        var never = new CountDownLatch(1);
        while (!(authority.statusOf(serial) instanceof CertificateStatus.Revoked)) {
            assertThat(System.nanoTime()).as("still good").isLessThan(end);
            if (never.await(50, TimeUnit.MILLISECONDS)) return;
        }
    }
}
