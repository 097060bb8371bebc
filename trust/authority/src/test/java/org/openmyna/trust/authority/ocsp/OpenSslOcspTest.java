package org.openmyna.trust.authority.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.trust.authority.answers.OpenSsl;
import org.openmyna.trust.authority.answers.SmallAuthority;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.RevocationReason;

/** A program nobody here wrote asks, and believes the answers. */
final class OpenSslOcspTest {
    private static final String THEN =
            Long.toString(SmallAuthority.START.plusSeconds(60).getEpochSecond());

    /** openssl compares thisUpdate with the clock of the machine whatever it is told. */
    private static final String ANY_TIME = "999999999";

    @TempDir Path home;

    private Desk desk;
    private String loginCa;
    private String signatureCa;

    @BeforeEach
    void open() throws Exception {
        OpenSsl.mustBeThere();
        desk = Desk.presigned(home);
        loginCa =
                OpenSsl.pem(
                        home.resolve("login.pem"), "CERTIFICATE", desk.login.certificate().der());
        signatureCa =
                OpenSsl.pem(
                        home.resolve("signature.pem"),
                        "CERTIFICATE",
                        desk.signature.certificate().der());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** openssl writes the request, we answer, openssl judges. */
    private String conversation(String issuer, List<String> serials, String... options)
            throws Exception {
        Path request = home.resolve("request.der");
        Path response = home.resolve("response.der");
        List<String> asking = new ArrayList<>(List.of("ocsp", "-issuer", issuer));
        asking.addAll(List.of(options));
        serials.forEach(serial -> asking.addAll(List.of("-serial", "0x" + serial)));
        List<String> writing = new ArrayList<>(asking);
        writing.addAll(List.of("-reqout", request.toString()));
        OpenSsl.Answer written = OpenSsl.run(writing.toArray(String[]::new));
        assertThat(written.exitCode()).as(written.output()).isZero();
        Files.write(
                response, desk.responder.answer(Files.readAllBytes(request), Desk.ANYBODY).der());
        List<String> judging = new ArrayList<>(asking);
        judging.removeIf("-nonce"::equals);
        return judgement(judging);
    }

    private String judgement(List<String> about) throws Exception {
        List<String> judging = new ArrayList<>(about);
        judging.addAll(
                List.of(
                        // or it adds one before it compares
                        "-no_nonce",
                        "-respin",
                        home.resolve("response.der").toString(),
                        "-CAfile",
                        loginCa,
                        "-attime",
                        THEN,
                        "-validity_period",
                        ANY_TIME));
        return OpenSsl.run(judging.toArray(String[]::new)).output();
    }

    /** Whether the response answers the request as it was written, nonce and all. */
    private String judgementOfPair() throws Exception {
        return judgement(List.of("ocsp", "-reqin", home.resolve("request.der").toString()));
    }

    @Test
    void openssl_believes_good_revoked_and_unknown() throws Exception {
        CertificateSerial good = desk.active(desk.login);
        CertificateSerial gone = desk.active(desk.login);
        desk.authority.revoke(gone, RevocationReason.CESSATION_OF_OPERATION);
        desk.follow();
        List<String> three = List.of(good.toString(), gone.toString(), "4711");
        for (String[] options :
                List.<String[]>of(
                        new String[] {"-no_nonce"},
                        new String[] {"-nonce"},
                        new String[] {"-sha256", "-no_nonce"})) {
            String output = conversation(loginCa, three, options);
            assertThat(output)
                    .contains(
                            "Response verify OK",
                            "0x" + good + ": good",
                            "0x" + gone + ": revoked",
                            "Reason: cessationOfOperation",
                            "0x4711: unknown")
                    .doesNotContain("WARNING");
        }
        String one = conversation(loginCa, List.of(good.toString()), "-no_nonce");
        assertThat(one).contains("Response verify OK", "0x" + good + ": good");
    }

    @Test
    void an_answer_to_another_nonce_is_not_believed() throws Exception {
        CertificateSerial good = desk.active(desk.login);
        conversation(loginCa, List.of(good.toString()), "-nonce");
        assertThat(judgementOfPair())
                .contains("Response verify OK")
                .doesNotContain("WARNING: no nonce");
        byte[] first = Files.readAllBytes(home.resolve("response.der"));
        conversation(loginCa, List.of(good.toString()), "-nonce");
        Files.write(home.resolve("response.der"), first);
        assertThat(judgementOfPair()).contains("Nonce Verify error");
    }

    @Test
    void a_foreign_issuer_is_unauthorized_and_another_issuers_answer_is_not_believed()
            throws Exception {
        CertificateSerial good = desk.active(desk.signature);
        String foreign =
                OpenSsl.pem(
                        home.resolve("foreign.pem"),
                        "CERTIFICATE",
                        desk.authority.strangersCertificate().der());
        assertThat(conversation(foreign, List.of(good.toString()), "-no_nonce"))
                .contains("unauthorized (6)");
        // sound, but of a CA that the judge does not trust
        assertThat(conversation(signatureCa, List.of(good.toString()), "-no_nonce"))
                .contains("Response Verify Failure");
    }

    @Test
    void openssl_reads_what_we_say_about_ourselves() throws Exception {
        CertificateSerial good = desk.active(desk.login);
        Path response = home.resolve("response.der");
        Files.write(response, desk.ask(Desk.about(desk.login, good)).der());
        String text =
                OpenSsl.run("ocsp", "-respin", response.toString(), "-noverify", "-resp_text")
                        .output();
        assertThat(text)
                .contains(
                        "OCSP Signing",
                        "OCSP No Check",
                        "Archive Cutoff",
                        "This Update: Nov 23 01:30:15 2026 GMT",
                        "Next Update: Nov 23 01:45:15 2026 GMT",
                        "CN=OCSP Responder 01 TEST");
    }
}
