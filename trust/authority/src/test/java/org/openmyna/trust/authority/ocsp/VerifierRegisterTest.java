package org.openmyna.trust.authority.ocsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.OcspStatus;

final class VerifierRegisterTest {
    @TempDir Path home;

    private Desk desk;
    private CertificateSerial login;
    private CertificateSerial signature;

    @BeforeEach
    void open() throws SQLException {
        desk = new Desk(home, OcspSettings.sandbox().with(OcspAccess.REGISTERED));
        login = desk.active(desk.login);
        signature = desk.active(desk.signature);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static byte[] shown(int certificate) {
        byte[] sha256 = new byte[32];
        sha256[31] = (byte) certificate;
        return sha256;
    }

    private OcspStatus asks(int certificate, Generation generation, CertificateSerial serial) {
        return Desk.refusal(
                desk.responder.answer(
                        Desk.about(generation, serial).der(),
                        new OcspCaller.Registered(shown(certificate))));
    }

    private OcspStatus aboutLogin(int certificate) {
        return asks(certificate, desk.login, login);
    }

    private OcspStatus aboutSignature(int certificate) {
        return asks(certificate, desk.signature, signature);
    }

    private void register(int certificate, VerifierKind kind) {
        desk.verifiers.register("test-" + certificate, kind, "試験検証者 TEST", shown(certificate));
    }

    @Test
    void each_kind_may_ask_what_the_law_lets_it_ask() {
        register(1, VerifierKind.SIGNATURE_VERIFIER);
        register(2, VerifierKind.USER_AUTHENTICATION_VERIFIER);
        register(3, VerifierKind.GROUP_SIGNATURE_VERIFIER);
        register(4, VerifierKind.SIGNATURE_CONFIRMER);
        register(5, VerifierKind.PLATFORM_OPERATOR);
        register(6, VerifierKind.SERVICE_PROVIDER);
        OcspStatus yes = OcspStatus.SUCCESSFUL;
        OcspStatus no = OcspStatus.UNAUTHORIZED;
        // twice: the second time the answer is there already
        for (int time = 0; time < 2; time++) {
            assertThat(List.of(1, 2, 3, 4, 5, 6, 7))
                    .map(this::aboutLogin)
                    .containsExactly(no, yes, no, no, yes, no, no);
            assertThat(List.of(1, 2, 3, 4, 5, 6, 7))
                    .map(this::aboutSignature)
                    .containsExactly(yes, no, yes, no, yes, no, no);
        }
        assertThat(Desk.refusal(desk.ask(Desk.about(desk.login, login)))).isEqualTo(no);
        assertThat(AskingRight.all()).allSatisfy(right -> assertThat(right.law()).contains("条"));
        assertThat(
                        AskingRight.exists(
                                VerifierKind.PLATFORM_OPERATOR,
                                CaKind.SIGNATURE,
                                Instant.parse("2015-12-31T14:59:59Z")))
                .isFalse();
    }

    @Test
    void suspension_holds_at_once_and_ends_and_refusal_does_not() {
        register(5, VerifierKind.PLATFORM_OPERATOR);
        assertThat(aboutLogin(5)).isEqualTo(OcspStatus.SUCCESSFUL);
        desk.verifiers.suspend("test-5");
        assertThat(aboutLogin(5)).isEqualTo(OcspStatus.UNAUTHORIZED);
        desk.verifiers.resume("test-5");
        assertThat(aboutLogin(5)).isEqualTo(OcspStatus.SUCCESSFUL);
        desk.verifiers.refuse("test-5");
        assertThat(aboutLogin(5)).isEqualTo(OcspStatus.UNAUTHORIZED);
        assertThatThrownBy(() -> desk.verifiers.resume("test-5"))
                .isInstanceOf(VerifierRefused.class)
                .hasMessageContaining("MYNA-OCS-008");
        assertThat(desk.verifiers.list())
                .singleElement()
                .extracting(Verifier::state)
                .isEqualTo(VerifierState.REFUSED);
    }

    @Test
    void what_another_program_changed_holds_at_the_next_look() {
        register(5, VerifierKind.PLATFORM_OPERATOR);
        new VerifierRegister(desk.authority.database(), desk.authority.clock()).suspend("test-5");
        desk.responder.look();
        assertThat(aboutLogin(5)).isEqualTo(OcspStatus.UNAUTHORIZED);
    }

    @Test
    void a_register_that_cannot_be_read_for_a_minute_lets_nobody_ask() {
        register(5, VerifierKind.PLATFORM_OPERATOR);
        assertThat(aboutLogin(5)).isEqualTo(OcspStatus.SUCCESSFUL);
        desk.close();
        for (int second = 1; second < 60; second++) {
            desk.responder.look();
        }
        assertThat(aboutLogin(5)).isEqualTo(OcspStatus.SUCCESSFUL);
        desk.responder.look();
        assertThat(aboutLogin(5)).isEqualTo(OcspStatus.TRY_LATER);
    }

    @Test
    void a_verifier_may_show_a_new_certificate() {
        register(5, VerifierKind.PLATFORM_OPERATOR);
        desk.verifiers.changeCertificate("test-5", shown(50));
        assertThat(aboutLogin(5)).isEqualTo(OcspStatus.UNAUTHORIZED);
        assertThat(aboutLogin(50)).isEqualTo(OcspStatus.SUCCESSFUL);
    }

    @Test
    void what_does_not_fit_is_named() {
        register(5, VerifierKind.PLATFORM_OPERATOR);
        assertThatThrownBy(() -> register(5, VerifierKind.PLATFORM_OPERATOR))
                .isInstanceOf(VerifierExists.class)
                .hasMessageContaining("MYNA-OCS-006");
        assertThatThrownBy(() -> desk.verifiers.suspend("test-6"))
                .isInstanceOf(VerifierUnknown.class)
                .hasMessageContaining("MYNA-OCS-007");
        for (String id : List.of("", "A", "-a", "a b", "a".repeat(65))) {
            assertThatThrownBy(() ->
                            desk.verifiers.register(
                                    id, VerifierKind.PLATFORM_OPERATOR, "試験検証者 TEST", shown(9)))
                    .isInstanceOf(VerifierMalformed.class)
                    .hasMessageContaining("MYNA-OCS-005");
        }
    }

    @Test
    void an_answer_to_a_registered_verifier_is_not_for_caches() {
        register(5, VerifierKind.PLATFORM_OPERATOR);
        OcspAnswer answer =
                desk.responder.answer(
                        Desk.about(desk.login, login).der(), new OcspCaller.Registered(shown(5)));
        assertThat(answer.caching()).isEmpty();
        assertThat(
                        desk.responder.answer(
                                Desk.about(desk.login, login).der(),
                                new OcspCaller.Registered(shown(5))))
                .isSameAs(answer);
    }
}
