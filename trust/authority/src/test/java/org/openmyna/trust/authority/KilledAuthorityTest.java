package org.openmyna.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.trust.authority.log.LogCheck;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CaKind;

/** kill -9 while an authority works, again and again on the same database. */
final class KilledAuthorityTest {
    private static final int LENGTH = Integer.getInteger("openmyna.test.length", 1);
    private static final int KILLS = 20 * LENGTH;

    @TempDir private Path home;

    private final Random chance = new Random(9);

    /** What the killed programs told of each request, and of each serial. */
    private final Map<String, String> told = new HashMap<>();

    private final Set<String> serials = new HashSet<>();

    @Test
    void whatever_an_authority_told_before_it_was_killed_is_true_afterwards()
            throws IOException, InterruptedException {
        String url = TemporaryDatabase.freshUrl();
        Path request = Files.write(home.resolve("request.der"), Sandbox.request().der());
        try (var sandbox = new Sandbox(Database.at(url), home.resolve("authority"))) {
            var authorities = sandbox.open();
            var ca = authorities.established(CaKind.USER_AUTHENTICATION);
            for (int kill = 0; kill < KILLS; kill++) {
                for (String line : toldUntilKilled(url, request, 1 + chance.nextInt(60))) {
                    listen(line);
                }
                everyHalfDoneRequestIsResumedOrDiscarded(ca);
            }
            remembers(ca);
            assertThat(ca.unfinished()).isEmpty();
            assertThat(authorities.log().verify()).isInstanceOf(LogCheck.Sound.class);
        }
        assertThat(serials).hasSizeGreaterThan(KILLS);
    }

    private void listen(String line) {
        String[] words = line.split(" ");
        told.put(words[1], words[0]);
        if (words[0].equals("certified")) {
            assertThat(serials.add(words[2])).as("serial %s twice", words[2]).isTrue();
        }
    }

    /** As another program would that finds the requests of the dead one. */
    private void everyHalfDoneRequestIsResumedOrDiscarded(CertificationAuthority ca) {
        for (Issuing left : ca.unfinished()) {
            boolean chipHoldsIt = left.state() == IssuingState.WRITTEN;
            if (chipHoldsIt && chance.nextBoolean()) {
                ca.activate(left.request());
                told.put(left.request().value(), "active");
            } else {
                ca.discard(left.request());
                told.put(left.request().value(), "discarded");
            }
        }
    }

    private void remembers(CertificationAuthority ca) {
        told.forEach((id, last) -> {
            Issuing issuing = ca.issuing(new RequestId(id)).orElseThrow();
            CertificateStatus status = ca.statusOf(issuing.serial());
            switch (last) {
                case "active" -> {
                    assertThat(issuing.state()).as(id).isEqualTo(IssuingState.ACTIVE);
                    assertThat(status)
                            .as(id)
                            .isInstanceOfAny(
                                    CertificateStatus.Good.class, CertificateStatus.Revoked.class);
                }
                case "revoked" ->
                        assertThat(status).as(id).isInstanceOf(CertificateStatus.Revoked.class);
                case "discarded" -> {
                    assertThat(issuing.state()).as(id).isEqualTo(IssuingState.DISCARDED);
                    assertThat(status).as(id).isNotInstanceOf(CertificateStatus.Good.class);
                }
                // the step after the told one was done before the kill
                default -> assertThat(issuing.state()).as(id).isEqualTo(IssuingState.ACTIVE);
            }
        });
    }

    /**
     * Kills the program as soon as it has told so many things; reads what it told after that too.
     */
    private List<String> toldUntilKilled(String url, Path request, int things)
            throws IOException, InterruptedException {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                // short lives: not worth the accelerator's self tests
                                "-Dopenmyna.native-crypto=off",
                                "-Dslf4j.internal.verbosity=ERROR",
                                "-Xshare:auto",
                                "-cp",
                                System.getProperty("java.class.path"),
                                IssuingProgram.class.getName(),
                                url,
                                home.resolve("authority").toString(),
                                request.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader in = program.inputReader(StandardCharsets.US_ASCII)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
                if (lines.size() == things) {
                    // through its handle: Process itself would close the stream we still read
                    program.toHandle().destroyForcibly();
                }
            }
        } finally {
            program.destroyForcibly().waitFor();
        }
        assertThat(lines)
                .as("the program worked until it was killed")
                .hasSizeGreaterThan(things - 1);
        return lines;
    }
}
