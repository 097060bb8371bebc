package org.openmyna.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.keys.KeyAlgorithm;
import org.openmyna.trust.authority.keys.KeyOfAnotherGeneration;
import org.openmyna.trust.authority.keys.KeyStorePassword;
import org.openmyna.trust.authority.keys.KeyVault;
import org.openmyna.trust.authority.keys.SerialMode;
import org.openmyna.trust.authority.log.LogEntry;
import org.openmyna.trust.authority.log.StatusEvent;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateAddresses;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.RevocationReason;

/** Key ceremonies, generations under one name, and the counter that goes through all of them. */
final class CeremonyTest {
    private static final CeremonyNotes NOTES =
            new CeremonyNotes("試験室", List.of("試験 一郎"), List.of("見本 花子", "試験 次郎"));

    private final Sandbox sandbox = new Sandbox();

    @AfterEach
    void all_is_closed() {
        sandbox.close();
    }

    private static List<LogEntry> entries(Authorities authorities) {
        authorities.log().catchUp();
        List<LogEntry> entries = new ArrayList<>();
        authorities.log().read(0, entries::add);
        return entries;
    }

    @Test
    void the_ceremony_is_the_first_line_of_the_log_and_its_transcript_says_what_was_made() {
        var authorities = sandbox.open();
        assertThat(authorities.isEstablished(CaKind.SIGNATURE)).isFalse();
        assertThatExceptionOfType(NoAuthorityHere.class)
                .isThrownBy(() -> authorities.authority(CaKind.SIGNATURE));
        var ca = authorities.establish(CaKind.SIGNATURE, NOTES);
        LogEntry first = entries(authorities).getFirst();
        assertThat(first.event().kind()).isEqualTo(StatusEvent.Kind.GENERATION);
        assertThat(first.event().serial()).isEqualTo(CertificateSerial.of(1));
        Generation generation = ca.generations().getFirst();
        assertThat(generation.id()).isEqualTo((short) 1001);
        String text = ca.transcript(generation).text();
        assertThat(text)
                .contains(
                        "試験用 TEST",
                        "試験室",
                        "試験 一郎",
                        "見本 花子、試験 次郎",
                        "RSA_2048",
                        "2026-11-23 10:30:15 JST");
        assertThat(text.lines()).allMatch(line -> line.length() <= 100);
        assertThatExceptionOfType(AuthorityEstablished.class)
                .isThrownBy(() -> authorities.establish(CaKind.SIGNATURE, NOTES));
        assertThat(sandbox.open().isEstablished(CaKind.SIGNATURE)).isTrue();
    }

    @Test
    void a_new_key_issues_under_the_same_name_and_the_old_one_answers_for_its_own() {
        var authorities = sandbox.open();
        var ca = authorities.establish(CaKind.USER_AUTHENTICATION, NOTES);
        var first = ca.certificate();
        var old = ca.issueActive(Sandbox.somebody(), Sandbox.login());
        Reservation reserved = Sandbox.somebody();
        ca.reserve(reserved);
        sandbox.itIs("2030-01-01T00:00:00Z");
        var transcript =
                ca.rollOver(
                        KeyAlgorithm.RSA_2048, SerialMode.SEQUENTIAL, CeremonyNotes.unattended());
        var second = ca.certificate();
        assertThat(transcript.generation().id()).isEqualTo((short) 2002);
        assertThat(second.nameDer()).isEqualTo(first.nameDer());
        assertThat(second.subjectKeyId()).isNotEqualTo(first.subjectKeyId());
        assertThat(second.serial()).isGreaterThan(old.serial());
        assertThat(second.notAfter()).isEqualTo("2039-12-31T14:59:59Z");
        var fresh = ca.issueActive(Sandbox.somebody(), Sandbox.login());
        assertThat(fresh.isIssuedBy(second)).isTrue();
        assertThat(ca.certify(reserved.request(), Sandbox.login()).isIssuedBy(first))
                .as("reserved under the old key")
                .isTrue();
        ca.revoke(old.serial(), RevocationReason.SUPERSEDED);
        assertThat(ca.statusOf(old.serial())).isInstanceOf(CertificateStatus.Revoked.class);
        assertThat(ca.statusOf(second.serial())).isEqualTo(new CertificateStatus.Good());
        assertThat(ca.crl().isIssuedBy(second)).isTrue();
        assertThat(ca.crl().size()).isZero();
        var another = sandbox.open().authority(CaKind.USER_AUTHENTICATION);
        assertThat(another.generations()).hasSize(2);
    }

    @Test
    void serials_by_chance_have_128_bits_and_the_authoritys_own_is_counted() {
        var ca =
                sandbox.open()
                        .establish(
                                CaKind.USER_AUTHENTICATION,
                                KeyAlgorithm.RSA_2048,
                                SerialMode.RANDOM,
                                NOTES);
        assertThat(ca.certificate().serial()).isEqualTo(CertificateSerial.of(1));
        var one = ca.issueActive(Sandbox.somebody(), Sandbox.login()).serial();
        var two = ca.issueActive(Sandbox.somebody(), Sandbox.login()).serial();
        assertThat(one.value().bitLength()).isBetween(90, 128);
        assertThat(two.value().subtract(one.value()).abs().bitLength()).isGreaterThan(64);
        ca.revoke(one, RevocationReason.SUPERSEDED);
        assertThat(ca.statusOf(one)).isInstanceOf(CertificateStatus.Revoked.class);
        assertThat(ca.statusOf(two)).isEqualTo(new CertificateStatus.Good());
        assertThat(ca.crl().find(one)).isPresent();
    }

    @Test
    void an_interrupted_ceremony_promises_nothing_and_can_be_held_again() throws SQLException {
        var authorities = sandbox.open();
        try (var connection = sandbox.database.open("authority", 1).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE generation ADD CONSTRAINT no CHECK (number < 1)");
            assertThatExceptionOfType(AuthorityDatabaseFailed.class)
                    .isThrownBy(() -> authorities.establish(CaKind.SIGNATURE, NOTES));
            assertThat(authorities.isEstablished(CaKind.SIGNATURE)).isFalse();
            assertThat(entries(authorities)).isEmpty();
            statement.execute("ALTER TABLE generation DROP CONSTRAINT no");
        }
        var ca = authorities.establish(CaKind.SIGNATURE, NOTES);
        assertThat(ca.certificate().serial()).isEqualTo(CertificateSerial.of(1));
    }

    @Test
    void a_counter_from_an_old_backup_is_lifted_above_what_was_issued() throws SQLException {
        var ca = sandbox.open().establish(CaKind.USER_AUTHENTICATION, NOTES);
        CertificateSerial last = CertificateSerial.of(1);
        for (int n = 0; n < 5; n++) last = ca.issue(Sandbox.somebody(), Sandbox.login()).serial();
        try (var connection = sandbox.database.open("authority", 1).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE authority SET next_serial = 2");
        }
        var another = sandbox.open().authority(CaKind.USER_AUTHENTICATION);
        assertThat(another.issue(Sandbox.somebody(), Sandbox.login()).serial()).isGreaterThan(last);
    }

    @Test
    void keys_and_settings_of_another_country_do_not_open_the_database() {
        sandbox.open().establish(CaKind.SIGNATURE, NOTES);
        var production =
                new AuthoritySettings(
                        Hierarchy.PRODUCTION,
                        CertificateAddresses.sandbox(),
                        AuthoritySettings.sandbox().lists(),
                        AuthoritySettings.sandbox().ocsp());
        assertThatExceptionOfType(SettingsDoNotFit.class)
                .isThrownBy(() ->
                        Authorities.open(
                                sandbox.database,
                                sandbox.folder,
                                production,
                                sandbox.clock(),
                                Sandbox.RANDOM));
        try (var elsewhere = new Sandbox()) {
            elsewhere.open();
            assertThatExceptionOfType(VaultOfAnotherDatabase.class)
                    .isThrownBy(() ->
                            Authorities.open(
                                    sandbox.database,
                                    elsewhere.folder,
                                    AuthoritySettings.sandbox(),
                                    sandbox.clock(),
                                    Sandbox.RANDOM));
        }
    }

    @Test
    void a_key_put_in_the_place_of_a_generations_key_signs_nothing() throws IOException {
        String name =
                sandbox.open()
                        .establish(CaKind.USER_AUTHENTICATION, NOTES)
                        .generations()
                        .getFirst()
                        .keyName();
        Path keys = sandbox.folder.resolve("keys");
        Path key = keys.resolve(name + ".p12");
        Files.move(key, sandbox.folder.resolve("kept"));
        KeyVault.pkcs12(keys, KeyStorePassword.besideTheKey(), Sandbox.RANDOM)
                .generate(name, KeyAlgorithm.RSA_2048);
        var ca = sandbox.open().authority(CaKind.USER_AUTHENTICATION);
        assertThatExceptionOfType(KeyOfAnotherGeneration.class)
                .isThrownBy(() -> ca.issue(Sandbox.somebody(), Sandbox.login()))
                .withMessageContaining("MYNA-KEY-009");
        assertThatExceptionOfType(KeyOfAnotherGeneration.class).isThrownBy(ca::crl);
        Files.move(sandbox.folder.resolve("kept"), key, StandardCopyOption.REPLACE_EXISTING);
        sandbox.open()
                .authority(CaKind.USER_AUTHENTICATION)
                .issue(Sandbox.somebody(), Sandbox.login());
    }

    @Test
    void a_generation_signs_with_rsa_alone() {
        assertThatExceptionOfType(AlgorithmNotForGenerations.class)
                .isThrownBy(() ->
                        sandbox.open()
                                .establish(
                                        CaKind.SIGNATURE,
                                        KeyAlgorithm.P256,
                                        SerialMode.SEQUENTIAL,
                                        NOTES));
    }
}
