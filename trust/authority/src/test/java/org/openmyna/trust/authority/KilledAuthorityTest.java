package org.openmyna.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;

/** kill -9 while an authority works, again and again on the same directory. */
final class KilledAuthorityTest {
    private static final int KILLS = 15 * Integer.getInteger("openmyna.test.length", 1);

    @TempDir Path home;

    @Test
    void whatever_an_authority_told_before_it_was_killed_is_true_afterwards()
            throws IOException, InterruptedException {
        Path directory = home.resolve("ca");
        Path request = Files.write(home.resolve("request.der"), Sandbox.request().der());
        Sandbox sandbox = new Sandbox();
        sandbox.establish(directory, CaKind.USER_AUTHENTICATION).close();
        Random chance = new Random(9);
        Set<Long> issued = new HashSet<>();
        Set<Long> revoked = new HashSet<>();
        long highest = 1;
        long lastList = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            for (String told : toldUntilKilled(directory, request, 1 + chance.nextInt(40))) {
                String[] words = told.split(" ");
                long number = Long.parseLong(words[1]);
                switch (words[0]) {
                    case "issued" -> {
                        assertThat(issued.add(number)).as("serial %d twice", number).isTrue();
                        assertThat(number).isGreaterThan(highest);
                        highest = number;
                    }
                    case "revoked" -> revoked.add(number);
                    default -> {
                        assertThat(number).as("list number").isGreaterThan(lastList);
                        lastList = number;
                    }
                }
            }
            remembers(sandbox, directory, issued, revoked);
        }
        assertThat(issued).hasSizeGreaterThan(KILLS);
    }

    private static void remembers(
            Sandbox sandbox, Path directory, Set<Long> issued, Set<Long> revoked) {
        try (var ca = sandbox.open(directory)) {
            assertThat(issued)
                    .allSatisfy(serial ->
                            assertThat(ca.statusOf(CertificateSerial.of(serial)))
                                    .as("serial %d", serial)
                                    .isInstanceOfAny(
                                            CertificateStatus.Good.class,
                                            CertificateStatus.Revoked.class));
            assertThat(revoked)
                    .allSatisfy(serial ->
                            assertThat(ca.statusOf(CertificateSerial.of(serial)))
                                    .as("serial %d", serial)
                                    .isInstanceOf(CertificateStatus.Revoked.class));
        }
    }

    /**
     * Kills the program as soon as it has told so many things; reads what it told after that too.
     */
    private static List<String> toldUntilKilled(Path directory, Path request, int things)
            throws IOException, InterruptedException {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                // fifteen short lives: not worth the accelerator's self tests
                                "-Dopenmyna.native-crypto=off",
                                "-Xshare:auto",
                                "-cp",
                                System.getProperty("java.class.path"),
                                IssuingProgram.class.getName(),
                                directory.toString(),
                                request.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        List<String> told = new ArrayList<>();
        try (BufferedReader in = program.inputReader(StandardCharsets.US_ASCII)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                told.add(line);
                if (told.size() == things) {
                    // through its handle: Process itself would close the stream we still read
                    program.toHandle().destroyForcibly();
                }
            }
        } finally {
            program.destroyForcibly().waitFor();
        }
        assertThat(told)
                .as("the program worked until it was killed")
                .hasSizeGreaterThan(things - 1);
        return told;
    }
}
