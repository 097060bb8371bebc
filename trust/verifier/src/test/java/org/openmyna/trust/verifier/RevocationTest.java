package org.openmyna.trust.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.RevocationList;
import org.openmyna.trust.profile.RevocationListFile;

/** Unknown, stale or foreign status is never good. */
final class RevocationTest {
    private static final long SERIAL = 20_000_001;
    private final World world = new World();

    private String logInWith(RevocationList... lists) {
        return World.code(world.logIn(world.with(lists), world.login().serial(SERIAL).der()));
    }

    private Forge.Crl crl() {
        return world.loginAuthority.crl("Chiyoda-ku");
    }

    @Test
    void moving_house_ends_the_signature_but_not_the_login() {
        world.lists.add(
                world.signatureAuthority
                        .crl("Chiyoda-ku")
                        .number(8)
                        .revoked(SERIAL, "2026-11-23T12:00:00Z", Forge.reason("moved"))
                        .list());
        SignatureVerdict refused = world.sign(world.signature().serial(SERIAL).der());
        assertThat(World.code(refused)).isEqualTo("MYNA-VRF-104");
        assertThat(refused.evidence().getLast().data())
                .containsEntry("reason", "AFFILIATION_CHANGED")
                .containsEntry("since", "2026-11-23T12:00:00Z");
        assertThat(World.code(world.logIn(world.login().serial(SERIAL).der())))
                .isEqualTo("accepted");
    }

    @Test
    void a_hold_is_as_good_as_revoked() {
        assertThat(
                        logInWith(
                                crl().revoked(SERIAL, "2026-11-23T12:00:00Z", Forge.reason("hold"))
                                        .list()))
                .isEqualTo("MYNA-VRF-104");
        assertThat(
                        logInWith(
                                crl().revoked(
                                                SERIAL + 1,
                                                "2026-11-23T12:00:00Z",
                                                Forge.reason("hold"))
                                        .list()))
                .isEqualTo("accepted");
    }

    @Test
    void no_list_is_a_refusal() {
        assertThat(logInWith()).isEqualTo("MYNA-VRF-120");
        assertThat(logInWith(world.loginAuthority.crl("Minato-ku").list()))
                .isEqualTo("MYNA-VRF-120");
        assertThat(World.code(world.logIn(world.login().withoutPoint().der())))
                .isEqualTo("MYNA-VRF-119");
    }

    /** PKITS 4.15.4: revoked in a list of changes alone, which nobody reads here. */
    @Test
    void a_certificate_that_names_lists_of_changes_has_no_known_status() {
        byte[] certificate =
                world.login()
                        .extension("2.5.29.46", false, new DERSequence()) // freshestCRL
                        .der();
        LoginVerdict refused = world.logIn(certificate);
        assertThat(World.code(refused)).isEqualTo("MYNA-VRF-125");
        assertThat(refused.evidence().getLast().data()).containsEntry("what", "freshestCRL");
    }

    @Test
    void a_list_of_the_whole_generation_will_do() {
        assertThat(logInWith(crl().ofTheWholeGeneration().list())).isEqualTo("accepted");
        assertThat(
                        logInWith(
                                crl().ofTheWholeGeneration()
                                        .revoked(SERIAL, "2026-11-23T12:00:00Z", 1)
                                        .list()))
                .isEqualTo("MYNA-VRF-104");
    }

    @Test
    void a_stale_or_future_list_is_a_refusal() {
        assertThat(logInWith(crl().of("2026-11-20T15:00:00Z", "2026-11-22T15:00:00Z").list()))
                .isEqualTo("MYNA-VRF-121");
        assertThat(logInWith(crl().of("2026-11-21T02:59:59Z", "2026-12-31T15:00:00Z").list()))
                .isEqualTo("MYNA-VRF-121");
        assertThat(logInWith(crl().of("2026-11-24T03:01:00Z", "2026-11-26T03:01:00Z").list()))
                .isEqualTo("MYNA-VRF-122");
        assertThat(logInWith(crl().of("2026-11-24T03:00:20Z", "2026-11-26T03:00:20Z").list()))
                .isEqualTo("accepted");
    }

    @Test
    void a_list_signed_by_another_key_is_a_refusal() {
        Forge other = Forge.authority(CaKind.USER_AUTHENTICATION, Hierarchy.TEST, "impostor");
        assertThat(logInWith(crl().signedBy(other.keys.getPrivate()).list()))
                .isEqualTo("MYNA-VRF-123");
    }

    @Test
    void a_source_that_hands_out_foreign_lists_is_caught() {
        RevocationList elsewhere = world.loginAuthority.crl("Minato-ku").list();
        RevocationList otherAuthority = world.signatureAuthority.crl("Chiyoda-ku").list();
        byte[] certificate = world.login().der();
        assertThat(
                        World.code(
                                world.logIn(
                                        world.settings()
                                                .status(w -> new StatusData.ByList(elsewhere)),
                                        certificate)))
                .isEqualTo("MYNA-VRF-124");
        assertThat(
                        World.code(
                                world.logIn(
                                        world.settings()
                                                .status(w -> new StatusData.ByList(otherAuthority)),
                                        certificate)))
                .isEqualTo("MYNA-VRF-123");
    }

    @Test
    void an_older_list_does_not_displace_a_newer_one() {
        RevocationList revoking = crl().number(9).revoked(SERIAL, "2026-11-23T12:00:00Z", 1).list();
        RevocationList before = crl().number(8).list();
        assertThat(logInWith(revoking, before)).isEqualTo("MYNA-VRF-104");
        assertThat(logInWith(before, revoking)).isEqualTo("MYNA-VRF-104");
    }

    @Test
    void a_new_list_counts_at_once_though_the_old_one_was_checked() {
        LoginVerifier verifier = world.logins();
        byte[] certificate = world.login().serial(SERIAL).der();
        assertThat(World.code(world.logIn(verifier, certificate))).isEqualTo("accepted");
        world.lists.add(crl().number(8).revoked(SERIAL, "2026-11-24T01:00:00Z", 1).list());
        assertThat(World.code(world.logIn(verifier, certificate))).isEqualTo("MYNA-VRF-104");
    }

    @Test
    void a_signature_from_before_the_revocation_stays_good_for_that_time() {
        world.lists.add(
                world.signatureAuthority
                        .crl("Chiyoda-ku")
                        .number(8)
                        .revoked(SERIAL, "2026-11-23T12:00:00Z", Forge.reason("moved"))
                        .list());
        assertThat(signedAsOf("2026-11-23T11:59:59Z")).isEqualTo("accepted");
        assertThat(signedAsOf("2026-11-23T12:00:00Z")).isEqualTo("MYNA-VRF-104");
        assertThat(signedAsOf("2026-11-25T00:00:00Z")).isEqualTo("MYNA-VRF-127");
        assertThat(signedAsOf("2026-03-01T00:00:00Z")).isEqualTo("MYNA-VRF-106");
    }

    @Test
    void a_lost_authority_key_and_an_entry_from_the_future_count_for_every_time() {
        world.lists.add(
                world.signatureAuthority
                        .crl("Chiyoda-ku")
                        .number(8)
                        .revoked(SERIAL, "2026-11-23T12:00:00Z", 2)
                        .list());
        assertThat(signedAsOf("2026-11-23T11:00:00Z")).isEqualTo("MYNA-VRF-104");
        world.lists.add(
                world.signatureAuthority
                        .crl("Chiyoda-ku")
                        .number(9)
                        .revoked(SERIAL, "2026-12-01T00:00:00Z", 5)
                        .list());
        assertThat(signedAsOf("2026-11-24T02:00:00Z")).isEqualTo("MYNA-VRF-104");
    }

    @Test
    void a_list_made_after_the_certificate_expired_may_have_dropped_it() {
        byte[] ended =
                world.signature().valid("2021-04-01T00:00:00Z", "2026-11-20T14:59:59Z").der();
        byte[] signature = Forge.cardSignsContent(world.signatureKeys.getPrivate(), World.CONTENT);
        SignatureVerdict verdict =
                world.signatures()
                        .verify(
                                ended,
                                SignedContent.of(World.CONTENT),
                                signature,
                                Instant.parse("2026-11-20T00:00:00Z"));
        assertThat(World.code(verdict)).isEqualTo("MYNA-VRF-125");
    }

    private String signedAsOf(String at) {
        byte[] signature = Forge.cardSignsContent(world.signatureKeys.getPrivate(), World.CONTENT);
        byte[] certificate = world.signature().serial(SERIAL).der();
        return World.code(
                world.signatures()
                        .verify(
                                certificate,
                                SignedContent.of(World.CONTENT),
                                signature,
                                Instant.parse(at)));
    }

    @Test
    void a_list_that_stays_in_its_file_serves_as_well(@TempDir Path directory) throws IOException {
        Forge.Crl revoking = crl().number(9).revoked(SERIAL, "2026-11-23T12:00:00Z", 1);
        Path file = Files.write(directory.resolve("chiyoda.crl"), revoking.der());
        try (RevocationListFile list = RevocationListFile.open(file)) {
            var lists = new RevocationLists();
            lists.add(crl().number(8).list());
            lists.add(list);
            VerifierBuilder verifier = world.settings().status(lists);
            assertThat(World.code(world.logIn(verifier, world.login().serial(SERIAL).der())))
                    .isEqualTo("MYNA-VRF-104");
            assertThat(World.code(world.logIn(verifier, world.login().serial(SERIAL + 1).der())))
                    .isEqualTo("accepted");
            lists.add(crl().number(10).list());
            assertThat(World.code(world.logIn(verifier, world.login().serial(SERIAL).der())))
                    .isEqualTo("accepted");
        }
    }

    @Test
    void a_file_signed_by_another_key_is_a_refusal(@TempDir Path directory) throws IOException {
        Forge other = Forge.authority(CaKind.USER_AUTHENTICATION, Hierarchy.TEST, "impostor");
        byte[] forged = crl().signedBy(other.keys.getPrivate()).der();
        Path file = Files.write(directory.resolve("chiyoda.crl"), forged);
        try (RevocationListFile list = RevocationListFile.open(file)) {
            var lists = new RevocationLists();
            lists.add(list);
            VerifierBuilder verifier = world.settings().status(lists);
            assertThat(World.code(world.logIn(verifier, world.login().serial(SERIAL).der())))
                    .isEqualTo("MYNA-VRF-123");
        }
    }

    @Test
    void lists_are_read_from_a_directory_and_a_bad_file_is_named(@TempDir Path directory)
            throws IOException {
        Files.write(directory.resolve("chiyoda.crl"), crl().der());
        Files.write(directory.resolve("readme.txt"), Forge.utf8("not a list"));
        var lists = new RevocationLists();
        assertThat(lists.addFrom(directory)).isEqualTo(1);
        assertThat(World.code(world.logIn(world.settings().status(lists), world.login().der())))
                .isEqualTo("accepted");
        Files.write(directory.resolve("broken.crl"), Forge.utf8("not a list"));
        assertThatThrownBy(() -> new RevocationLists().addFrom(directory))
                .isInstanceOf(RevocationFileUnreadable.class)
                .hasMessageContaining("broken.crl");
        assertThatThrownBy(() -> lists.addFrom(directory.resolve("none")))
                .isInstanceOf(RevocationFileUnreadable.class);
        assertThat(Duration.ofHours(48)).isEqualTo(Freshness.standard().listAge());
    }
}
