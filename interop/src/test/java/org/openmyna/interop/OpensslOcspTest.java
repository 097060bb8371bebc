package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.interop.OutsideProgram.OPENSSL;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmyna.interop.Subject.State;
import org.openmyna.trust.profile.CaKind;

/** {@code openssl ocsp} asks a running server, by POST and by GET, and believes what it should. */
class OpensslOcspTest {
    /** openssl compares thisUpdate with the clock of the machine, whatever it is told. */
    private static final String ANY_TIME = "999999999";

    @RegisterExtension final AtTheServer server = new AtTheServer();
    @TempDir Path directory;

    /** Through which of the two doors a question goes. */
    enum Door {
        POST {
            @Override
            Run ask(OpensslOcspTest test, List<Object> question, Object... more) {
                List<Object> all = new ArrayList<>(List.of("ocsp"));
                all.addAll(List.of("-url", test.server.served().at("/ocsp")));
                all.addAll(question);
                all.addAll(List.of(more));
                return OPENSSL.run(all.toArray());
            }
        },
        GET {
            /** RFC 6960 A.1: openssl writes the question, we carry it, openssl judges. */
            @Override
            Run ask(OpensslOcspTest test, List<Object> question, Object... more) throws Exception {
                Path request = test.directory.resolve("request.der");
                List<Object> writing = new ArrayList<>(List.of("ocsp"));
                writing.addAll(question);
                writing.addAll(List.of("-reqout", request));
                OPENSSL.run(writing.toArray()).succeeds();
                String path =
                        URLEncoder.encode(
                                Base64.getEncoder().encodeToString(Files.readAllBytes(request)),
                                StandardCharsets.US_ASCII);
                Path response =
                        Files.write(
                                test.directory.resolve("response.der"),
                                test.server.served().get("/ocsp/" + path));
                List<Object> judging = new ArrayList<>(List.of("ocsp", "-reqin", request));
                // only to tell the names of what was asked, for which it would add a nonce
                judging.addAll(question.stream().filter(each -> !"-nonce".equals(each)).toList());
                judging.addAll(List.of("-no_nonce", "-respin", response));
                judging.addAll(List.of(more));
                return OPENSSL.run(judging.toArray());
            }
        };

        abstract Run ask(OpensslOcspTest test, List<Object> question, Object... more)
                throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void all_of_a_generation_in_one_question_are_what_became_of_them(Door door) throws Exception {
        for (CaKind kind : CaKind.values()) {
            for (int generation = 1; generation <= 2; generation++) {
                List<Subject> all =
                        server.served().people(kind, generation).stream()
                                .filter(each -> !each.state().status.isEmpty())
                                .toList();
                Run told = believed(door.ask(this, question(issuer(all), all), judge(kind)));
                for (Subject each : all) {
                    told.says("0x%s: %s".formatted(each.serial(), each.state().status));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_revoked_one_has_its_reason_and_its_date(Door door) throws Exception {
        Subject moved = server.served().one(CaKind.SIGNATURE, 1, State.MOVED);
        believed(door.ask(this, question(issuer(moved), moved), judge(CaKind.SIGNATURE)))
                .says(
                        "0x" + moved.serial() + ": revoked",
                        "Reason: affiliationChanged",
                        "Revocation Time: Apr  3 02:00:00 2023 GMT");
        Subject held = server.served().one(CaKind.USER_AUTHENTICATION, 2, State.HELD);
        believed(door.ask(this, question(issuer(held), held), judge(CaKind.USER_AUTHENTICATION)))
                .says(
                        "0x" + held.serial() + ": revoked",
                        "Reason: certificateHold",
                        "Revocation Time: May  1 01:00:00 2024 GMT");
    }

    @ParameterizedTest
    @EnumSource
    void a_nonce_comes_back_and_a_hash_of_sha_256_is_understood(Door door) throws Exception {
        Subject good = server.served().one(CaKind.SIGNATURE, 2, State.GOOD);
        List<Object> question = new ArrayList<>(List.of("-sha256"));
        question.addAll(question(issuer(good), good));
        question.remove("-no_nonce");
        question.add("-nonce");
        believed(door.ask(this, question, judge(CaKind.SIGNATURE)))
                .says("0x" + good.serial() + ": good")
                .doesNotSay("no nonce in response");
    }

    @ParameterizedTest
    @EnumSource
    void a_serial_that_was_never_issued_is_unknown(Door door) throws Exception {
        Subject good = server.served().one(CaKind.SIGNATURE, 2, State.GOOD);
        List<Object> question = new ArrayList<>(question(issuer(good), good));
        question.addAll(List.of("-serial", "0x7FFFFFF1"));
        believed(door.ask(this, question, judge(CaKind.SIGNATURE)))
                .says("0x" + good.serial() + ": good", "0x7FFFFFF1: unknown");
    }

    @ParameterizedTest
    @EnumSource
    void an_issuer_of_the_same_name_with_another_key_is_unauthorized(Door door) throws Exception {
        Subject good = server.served().one(CaKind.SIGNATURE, 2, State.GOOD);
        Path stranger =
                write(
                        "stranger.pem",
                        Pem.certificate(server.served().strangersCertificate(CaKind.SIGNATURE)));
        door.ask(this, question(stranger, good), judge(CaKind.SIGNATURE)).says("unauthorized (6)");
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_of_the_other_ca_is_not_believed(Door door) throws Exception {
        Subject good = server.served().one(CaKind.SIGNATURE, 2, State.GOOD);
        door.ask(this, question(issuer(good), good), judge(CaKind.USER_AUTHENTICATION))
                .says("Response Verify Failure");
    }

    @Test
    void the_address_in_certificates_leads_to_the_same_answers() throws Exception {
        Subject good = server.served().one(CaKind.USER_AUTHENTICATION, 2, State.GOOD);
        String address =
                OPENSSL.run("x509", "-in", write("good.pem", good.pem()), "-noout", "-ocsp_uri")
                        .output()
                        .strip();
        assertThat(address).startsWith("http://ocsp.authority.localhost");
        List<Object> all =
                new ArrayList<>(List.of("ocsp", "-url", server.served().at("/any/path")));
        all.addAll(List.of("-header", "Host=ocsp.authority.localhost"));
        all.addAll(question(issuer(good), good));
        all.addAll(List.of(judge(CaKind.USER_AUTHENTICATION)));
        believed(OPENSSL.run(all.toArray())).says("0x" + good.serial() + ": good");
    }

    private static Run believed(Run told) {
        return told.says("Response verify OK").doesNotSay("WARNING");
    }

    private List<Object> question(Path issuer, Subject... subjects) {
        return question(issuer, List.of(subjects));
    }

    private List<Object> question(Path issuer, List<Subject> subjects) {
        return Stream.<Object>concat(
                        Stream.of("-no_nonce", "-issuer", issuer),
                        subjects.stream()
                                .flatMap(each -> Stream.of("-serial", "0x" + each.serial())))
                .toList();
    }

    private Path issuer(Subject subject) throws IOException {
        return issuer(List.of(subject));
    }

    private Path issuer(List<Subject> subjects) throws IOException {
        return write(
                "issuer.pem",
                Pem.certificate(subjects.getFirst().generation().certificate().der()));
    }

    private Object[] judge(CaKind kind) throws IOException {
        return new Object[] {
            "-CAfile",
            write("trust.pem", server.served().trust(kind)),
            "-attime",
            ServedAuthority.checkedAt().getEpochSecond(),
            "-validity_period",
            ANY_TIME
        };
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
