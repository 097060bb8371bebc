package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.trust.authority.Authorities;
import org.openmyna.trust.authority.AuthoritySettings;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.log.LogCheck;
import org.openmyna.trust.authority.ocsp.OcspCaller;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.BasicOcspResponse;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertId;
import org.openmyna.trust.profile.HashAlgorithm;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.OcspRequest;
import org.openmyna.trust.profile.OcspResponse;
import org.openmyna.trust.profile.RevocationList;
import org.openmyna.trust.profile.RevocationReason;

/** Clocks that jump and step back, in one program and in another on the same database. */
class ClockGoesBackTest {
    private static final byte[] NONCE = {1, 2, 3, 4, 5, 6, 7, 8};

    @TempDir Path folder;

    private final LegalClock clock = new LegalClock("2026-04-01T03:00:00Z");
    private final String url = TemporaryDatabase.freshUrl();

    /** In the order in which they came into the world. */
    private final List<Instant> certificates = new ArrayList<>();

    private final List<Instant> revocations = new ArrayList<>();
    private final List<Instant> lists = new ArrayList<>();
    private final List<Instant> answers = new ArrayList<>();

    @Test
    void no_date_is_ever_earlier_than_the_last_one() throws Exception {
        try (Database database = Database.at(url);
                Authorities authorities =
                        Authorities.open(
                                database,
                                folder.resolve("authority"),
                                AuthoritySettings.sandbox(),
                                clock,
                                new SecureRandom())) {
            CertificationAuthority ca = authorities.established(CaKind.USER_AUTHENTICATION);
            everythingHappens(authorities, ca);
            clock.itIs("2028-09-01T00:00:00Z");
            everythingHappens(authorities, ca);
            clock.itIs("2026-04-02T00:00:00Z");
            everythingHappens(authorities, ca);
            aProgramWhoseClockSays("2025-01-01T00:00:00Z");
            everythingHappens(authorities, ca);
            aProgramWhoseClockSays("2029-03-01T00:00:00Z");
            everythingHappens(authorities, ca);
            clock.itIs("2000-01-01T00:00:00Z");
            everythingHappens(authorities, ca);

            for (List<Instant> moments : List.of(certificates, revocations, lists, answers)) {
                assertThat(moments).isSortedAccordingTo(Instant::compareTo);
                assertThat(moments.getLast()).isEqualTo(Instant.parse("2029-03-01T00:00:00Z"));
            }
            List<Instant> logged = new ArrayList<>();
            authorities.log().read(0, entry -> logged.add(entry.happenedAt()));
            assertThat(logged).isSortedAccordingTo(Instant::compareTo);
            assertThat(authorities.log().verify()).isInstanceOf(LogCheck.Sound.class);
        }
    }

    private void everythingHappens(Authorities authorities, CertificationAuthority ca)
            throws Exception {
        JpkiCertificate made = ShamPeople.active(ca, Country.office("28201"));
        certificates.add(made.notBefore());
        CertificateStatus.Revoked revoked =
                ca.revoke(made.serial(), RevocationReason.KEY_COMPROMISE);
        revocations.add(revoked.when());
        var published = authorities.lists().publishAll().getFirst();
        RevocationList list = RevocationList.parse(Files.readAllBytes(published.file()));
        lists.add(list.thisUpdate());
        authorities.follower().follow();
        byte[] question =
                OcspRequest.withNonce(
                                NONCE,
                                List.of(
                                        CertId.of(
                                                HashAlgorithm.SHA_1,
                                                ca.generations().getLast().certificate(),
                                                made.serial())))
                        .der();
        var answer =
                (BasicOcspResponse)
                        OcspResponse.parse(
                                authorities
                                        .ocsp()
                                        .answer(question, new OcspCaller.Anonymous())
                                        .der());
        answers.add(answer.answers().getFirst().thisUpdate());
        answers.add(answer.producedAt());
    }

    private void aProgramWhoseClockSays(String moment) throws Exception {
        Path told = folder.resolve("told");
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Dopenmyna.native-crypto=off",
                                "-Dslf4j.internal.verbosity=ERROR",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LateProgram.class.getName(),
                                url,
                                folder.resolve("authority").toString(),
                                moment,
                                told.toString())
                        .inheritIO()
                        .start();
        assertThat(program.waitFor()).isZero();
        for (String line : Files.readAllLines(told)) certificates.add(Instant.parse(line));
    }
}
