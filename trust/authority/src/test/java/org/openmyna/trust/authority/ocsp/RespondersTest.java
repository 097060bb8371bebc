package org.openmyna.trust.authority.ocsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.database.Database;
import org.openmyna.trust.authority.answers.SmallAuthority;
import org.openmyna.trust.authority.keys.Generations;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.authority.status.StatusFollower;
import org.openmyna.trust.authority.status.StatusIndex;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.OcspCertStatus;
import org.openmyna.trust.profile.OcspStatus;

final class RespondersTest {
    @TempDir Path home;

    private Desk desk;

    @BeforeEach
    void open() throws SQLException {
        desk = Desk.presigned(home);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private CertificateSerial responderNow() {
        CertificateSerial serial =
                desk.responders.usable(desk.login, desk.authority.now()).orElseThrow().serial();
        desk.authority.log().catchUp();
        return serial;
    }

    private int rows(String where) throws SQLException {
        try (Connection connection = desk.authority.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT count(*) FROM responder WHERE " + where)) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void a_responder_is_replaced_when_a_third_of_its_life_is_left() throws SQLException {
        CertificateSerial first = responderNow();
        desk.authority.itIs(SmallAuthority.START.plus(Duration.ofDays(59)));
        desk.responder.look();
        assertThat(responderNow()).isEqualTo(first);
        desk.authority.itIs(SmallAuthority.START.plus(Duration.ofDays(60)));
        desk.responder.look();
        assertThat(responderNow()).isNotEqualTo(first);
        // one of the signature CA, and two of this
        assertThat(rows("length(sealed_key) > 0")).isEqualTo(3);
        desk.authority.itIs(SmallAuthority.START.plus(Duration.ofDays(125)));
        desk.responder.look();
        assertThat(rows("length(sealed_key) > 0")).isEqualTo(4);
        assertThat(rows("length(sealed_key) = 0")).isEqualTo(1);
    }

    @Test
    void legal_time_may_jump_ten_years_and_back_and_every_answer_is_sound() {
        CertificateSerial serial = desk.active(desk.login);
        assertThat(desk.status(desk.login, serial)).isEqualTo(new OcspCertStatus.Good());
        CertificateSerial first = responderNow();
        Instant tenYearsOn = desk.login.certificate().notAfter().minus(Duration.ofDays(1));
        assertThat(tenYearsOn)
                .isAfter(SmallAuthority.START.plus(Duration.ofDays(3_650)).minusSeconds(1));
        desk.authority.itIs(tenYearsOn);
        // the reader checks the responder's certificate at this moment
        assertThat(desk.status(desk.login, serial)).isEqualTo(new OcspCertStatus.Good());
        CertificateSerial second = responderNow();
        assertThat(second).isNotEqualTo(first);
        assertThat(desk.ask(Desk.about(desk.login, serial)).caching().orElseThrow().lastModified())
                .isEqualTo(tenYearsOn);

        desk.authority.itIs(SmallAuthority.START);
        OcspAnswer back = desk.ask(Desk.about(desk.login, serial));
        assertThat(back.caching().orElseThrow().lastModified()).isEqualTo(tenYearsOn);
        desk.authority.itIs(tenYearsOn);
        assertThat(desk.status(desk.login, serial)).isEqualTo(new OcspCertStatus.Good());
    }

    @Test
    void a_program_that_starts_after_the_clock_was_put_back_makes_a_responder_of_its_time()
            throws SQLException {
        desk.authority.itIs(SmallAuthority.START.plus(Duration.ofDays(3_000)));
        CertificateSerial future = responderNow();
        desk.authority.itIs(SmallAuthority.START);
        Responders another = desk.making();
        Responder now = another.usable(desk.login, SmallAuthority.START).orElseThrow();
        assertThat(now.serial()).isNotEqualTo(future);
        assertThat(now.isValidAt(SmallAuthority.START)).isTrue();
    }

    @Test
    void near_the_end_of_the_ca_a_responder_ends_with_it_and_is_not_replaced() throws SQLException {
        Instant end = desk.login.certificate().notAfter();
        desk.authority.itIs(end.minus(Duration.ofDays(10)));
        Responder last = desk.responders.usable(desk.login, desk.authority.now()).orElseThrow();
        assertThat(last.notAfter()).isEqualTo(end);
        desk.authority.itIs(end.minus(Duration.ofDays(1)));
        desk.responder.look();
        assertThat(responderNow()).isEqualTo(last.serial());
        desk.authority.itIs(end.plusSeconds(1));
        assertThat(desk.responders.usable(desk.login, desk.authority.now())).isEmpty();
    }

    @Test
    void several_programs_at_once_make_one_responder_together() throws Exception {
        List<Responders> all = List.of(desk.responders, desk.making(), desk.making());
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Callable<CertificateSerial>> asking =
                    all.stream()
                            .<Callable<CertificateSerial>>map(each ->
                                    () ->
                                            each.usable(desk.login, SmallAuthority.START)
                                                    .orElseThrow()
                                                    .serial())
                            .toList();
            for (var each : threads.invokeAll(asking)) {
                assertThat(each.get()).isEqualTo(responderNow());
            }
        }
        assertThat(rows("true")).isEqualTo(1);
    }

    @Test
    void a_responders_certificate_stands_in_the_log_like_all_a_ca_signs() {
        CertificateSerial serial = responderNow();
        desk.follow();
        assertThat(desk.index.statusOf(desk.login.id(), serial))
                .isEqualTo(new CertificateStatus.Good());
    }

    @Test
    void a_machine_that_can_only_read_answers_with_the_secret_and_no_vault() throws SQLException {
        CertificateSerial serial = desk.active(desk.login);
        CertificateSerial made = responderNow();
        try (Database reading = Database.readOnlyAt(desk.authority.readerUrl())) {
            var database = reading.open("authority", 2);
            StatusIndex index = new StatusIndex();
            var elsewhere =
                    new OcspResponder(
                            new Generations(database),
                            index,
                            new StatusFollower(
                                    database, index, Optional.empty(), desk.authority.clock()),
                            Responders.reading(
                                    database,
                                    new Generations(database),
                                    desk.secret,
                                    SmallAuthority.RANDOM),
                            new VerifierRegister(database, desk.authority.clock()),
                            OcspSettings.sandbox(),
                            desk.authority.clock());
            var request = Desk.about(desk.login, serial);
            OcspAnswer answer = elsewhere.answer(request.der(), Desk.ANYBODY);
            assertThat(desk.sound(answer.der(), desk.login, request).getFirst().status())
                    .isEqualTo(new OcspCertStatus.Good());

            desk.authority.itIs(SmallAuthority.START.plus(Duration.ofDays(91)));
            assertThat(Desk.refusal(elsewhere.answer(request.der(), Desk.ANYBODY)))
                    .isEqualTo(OcspStatus.TRY_LATER);
            assertThat(responderNow()).isNotEqualTo(made);
            answer = elsewhere.answer(request.der(), Desk.ANYBODY);
            assertThat(desk.sound(answer.der(), desk.login, request)).hasSize(1);
        }
    }

    @Test
    void another_secret_opens_nothing_and_one_that_others_can_read_is_refused() throws Exception {
        responderNow();
        Path other = home.resolve("other.secret");
        Files.write(other, new byte[32]);
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-------"));
        var wrong =
                Responders.reading(
                        desk.authority.database(), desk.generations, other, SmallAuthority.RANDOM);
        assertThatThrownBy(() -> wrong.usable(desk.login, SmallAuthority.START))
                .isInstanceOf(ResponderKeySealed.class)
                .hasMessageContaining("MYNA-OCS-003");
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> ResponderSecret.in(other, false, SmallAuthority.RANDOM))
                .isInstanceOf(SecretUnusable.class)
                .hasMessageContaining("MYNA-OCS-002");
        Path missing = home.resolve("missing.secret");
        assertThatThrownBy(() -> ResponderSecret.in(missing, false, SmallAuthority.RANDOM))
                .isInstanceOf(SecretUnusable.class);
        assertThat(Files.getPosixFilePermissions(desk.secret))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void where_the_vault_is_a_lost_secret_leads_to_a_fresh_responder_at_once() throws Exception {
        CertificateSerial old = responderNow();
        Files.delete(desk.secret);
        Responder fresh = desk.making().usable(desk.login, SmallAuthority.START).orElseThrow();
        assertThat(fresh.serial()).isNotEqualTo(old);
        assertThat(rows("true")).isEqualTo(2);
        var reader =
                Responders.reading(
                        desk.authority.database(),
                        desk.generations,
                        desk.secret,
                        SmallAuthority.RANDOM);
        assertThat(reader.usable(desk.login, SmallAuthority.START).orElseThrow().serial())
                .isEqualTo(fresh.serial());
    }

    @Test
    void where_the_vault_is_a_foreign_secret_is_told_of_and_each_secret_keeps_its_own_responder()
            throws Exception {
        CertificateSerial old = responderNow();
        Path kept = home.resolve("kept.secret");
        Files.move(desk.secret, kept);
        Files.write(desk.secret, new byte[32]);
        Files.setPosixFilePermissions(desk.secret, PosixFilePermissions.fromString("rw-------"));
        List<String> told = new CopyOnWriteArrayList<>();
        Logger logger = Logger.getLogger(Responders.class.getName());
        Handler listening = listening(told);
        logger.addHandler(listening);
        try {
            Responders foreign = desk.making();
            foreign.refresh(SmallAuthority.START);
            foreign.refresh(SmallAuthority.START);
            assertThat(foreign.usable(desk.login, SmallAuthority.START).orElseThrow().serial())
                    .isNotEqualTo(old);
        } finally {
            logger.removeHandler(listening);
        }
        assertThat(told).singleElement().asString().contains("MYNA-OCS-003");
        int made = rows("true");
        Files.move(kept, desk.secret, StandardCopyOption.REPLACE_EXISTING);
        desk.responders.refresh(SmallAuthority.START);
        assertThat(responderNow()).isEqualTo(old);
        assertThat(desk.making().usable(desk.login, SmallAuthority.START).orElseThrow().serial())
                .isEqualTo(old);
        assertThat(rows("generation = " + desk.login.id())).isEqualTo(2);
        assertThat(rows("true")).as("of the signature CA one more at most").isLessThan(made + 2);
    }

    private static Handler listening(List<String> told) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                told.add(record.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @Test
    void a_sealed_key_is_no_use_in_another_row_nor_when_a_bit_has_changed() {
        ResponderSecret secret = ResponderSecret.in(desk.secret, true, SmallAuthority.RANDOM);
        CertificateSerial serial = CertificateSerial.of(7);
        byte[] key = {1, 2, 3};
        byte[] sealed = secret.seal((short) 2001, serial, key);
        assertThat(secret.open((short) 2001, serial, sealed)).isEqualTo(key);
        assertThatThrownBy(() -> secret.open((short) 1001, serial, sealed))
                .isInstanceOf(ResponderKeySealed.class);
        assertThatThrownBy(() -> secret.open((short) 2001, CertificateSerial.of(8), sealed))
                .isInstanceOf(ResponderKeySealed.class);
        for (int n = 0; n < sealed.length; n++) {
            byte[] changed = sealed.clone();
            changed[n] ^= 1;
            assertThatThrownBy(() -> secret.open((short) 2001, serial, changed))
                    .isInstanceOf(ResponderKeySealed.class);
        }
        assertThatThrownBy(() -> secret.open((short) 2001, serial, new byte[0]))
                .isInstanceOf(ResponderKeySealed.class);
    }
}
