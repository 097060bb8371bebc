package org.openmyna.trust.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.trust.checker.Answers.*;
import static org.openmyna.trust.checker.Fixture.*;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The truth is proved, and every kind of lie is found. */
class CheckerTest {
    /** How many bytes of the log a short run leaves out after each one. */
    private static final int STRIDE = Integer.getInteger("openmyna.test.length", 1) > 1 ? 1 : 7;

    @TempDir Path folder;
    private Fixture fixture;

    @BeforeEach
    void anHonestCa() throws IOException {
        fixture = new Fixture(folder).honest().publish();
    }

    private void finds(String what) {
        Run run = fixture.check();
        assertThat(run.output()).contains("NG ").contains(what);
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void an_honest_ca_is_believed() throws IOException {
        fixture.write(
                "a.ocsp",
                ocsp(
                        DAY4,
                        single(5, GOOD, DAY4),
                        single(6, revoked(DAY2, 3), DAY4, CA, false),
                        single(7, revoked(DAY3, 6), DAY4),
                        single(8, UNKNOWN, DAY4),
                        single(9, GOOD, DAY4),
                        single(11, revoked(DAY3, 0), DAY4),
                        single(99, UNKNOWN, DAY4),
                        single(1, GOOD, DAY4)));
        fixture.write("b.ocsp", ocsp(DAY4, single(9, revoked(DAY2, 6), DAY2.plusSeconds(1))));
        fixture.write("c.ocsp", ocsp(CA, new byte[0], DAY4, single(5, GOOD, DAY4)));
        fixture.write(
                "full.crl",
                crl(CA, DAY4, "", entry(6, DAY2, 3), entry(7, DAY3, 6), entry(11, DAY3, 0)));
        fixture.write("naka.crl", crl(CA, DAY4, NAKA, entry(6, DAY2, 3), entry(7, DAY3, 6)));
        fixture.write("chiyoda.crl", crl(CA, DAY4, CHIYODA, entry(11, DAY3, 0)));
        fixture.write("early.crl", crl(CA, DAY1, CHIYODA));
        Run run = fixture.check();
        assertThat(run.output()).doesNotContain("NG").contains("position 20", "位置 20");
        assertThat(run.output().lines()).hasSize(9);
        assertThat(run.code()).isZero();
    }

    @Test
    void an_expired_certificate_may_stand_in_one_more_list() throws IOException {
        byte[][] entries = {entry(6, DAY2, 3), entry(7, DAY3, 6), entry(10, DAY3, 5)};
        fixture.write("naka.crl", crl(CA, DAY4, NAKA, entries));
        assertThat(fixture.check().code()).isZero();
        fixture.write("naka.crl", crl(CA, DAY3, NAKA, entries[0], entries[1]));
        fixture.write("ok.crl", crl(CA, DAY3, NAKA, entries));
        fixture.write("naka.crl", crl(CA, DAY3.plusSeconds(1), NAKA, entries[0], entries[1]));
        finds("says nothing of A");
    }

    @Test
    void what_happens_in_the_second_of_an_answer_may_be_told_or_not() throws IOException {
        fixture.write("a.ocsp", ocsp(DAY3, single(9, GOOD, DAY3), single(7, GOOD, DAY3)));
        fixture.write("b.ocsp", ocsp(DAY3, single(9, revoked(DAY2, 6), DAY3)));
        assertThat(fixture.check().code()).isZero();
        fixture.write("c.ocsp", ocsp(DAY4, single(7, GOOD, DAY3.plusSeconds(1))));
        finds("c.ocsp");
    }

    static Stream<Arguments> lyingAnswers() {
        byte[] certificate = responder(RESPONDER, CA);
        byte[] foreign = responder(RESPONDER, STRANGER);
        byte[] purpose = certificateWithPurpose("300A06082B06010505070302", DAY1);
        byte[] old =
                certificateWithPurpose(
                        "300A06082B06010505070309", Instant.parse("2025-01-01T00:00:00Z"));
        byte[] good = single(5, GOOD, DAY4);
        byte[] torn = ocsp(DAY4, good);
        return Stream.of(
                Arguments.of("good for revoked", ocsp(DAY4, single(6, GOOD, DAY4))),
                Arguments.of("good for held", ocsp(DAY4, single(7, GOOD, DAY4))),
                Arguments.of("held for lifted", ocsp(DAY4, single(9, revoked(DAY2, 6), DAY4))),
                Arguments.of("revoked for good", ocsp(DAY4, single(5, revoked(DAY2, 1), DAY4))),
                Arguments.of("unknown for good", ocsp(DAY4, single(5, UNKNOWN, DAY4))),
                Arguments.of("good for certified", ocsp(DAY4, single(8, GOOD, DAY4))),
                Arguments.of("good for never issued", ocsp(DAY4, single(99, GOOD, DAY4))),
                Arguments.of("wrong reason", ocsp(DAY4, single(6, revoked(DAY2, 4), DAY4))),
                Arguments.of("reason left out", ocsp(DAY4, single(6, revoked(DAY2, 0), DAY4))),
                Arguments.of("wrong date", ocsp(DAY4, single(6, revoked(DAY3, 3), DAY4))),
                Arguments.of("one of two lies", ocsp(DAY4, good, single(6, GOOD, DAY4))),
                Arguments.of("about nothing", ocsp(DAY4)),
                Arguments.of("data of later", ocsp(DAY3, good)),
                Arguments.of(
                        "newer than the head",
                        ocsp(DAY5.plusSeconds(9), single(5, GOOD, DAY5.plusSeconds(9)))),
                Arguments.of("another CA's key", ocsp(DAY4, single(5, GOOD, DAY4, STRANGER, true))),
                Arguments.of("a stranger", ocsp(STRANGER, new byte[0], DAY4, good)),
                Arguments.of("a stranger's key", ocsp(STRANGER, certificate, DAY4, good)),
                Arguments.of("a stranger's responder", ocsp(RESPONDER, foreign, DAY4, good)),
                Arguments.of("a login certificate", ocsp(RESPONDER, purpose, DAY4, good)),
                Arguments.of("an expired responder", ocsp(RESPONDER, old, DAY4, good)),
                Arguments.of("an error", Der.hex("30030A0106")),
                Arguments.of("no DER", "not DER".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("torn", java.util.Arrays.copyOf(torn, torn.length - 5)));
    }

    private static byte[] certificateWithPurpose(String purpose, Instant from) {
        return certificate(
                Der.name(3, "OCSP TEST"), 2, RESPONDER, CA, CA_NAME, from, "551D25", purpose);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lyingAnswers")
    void an_answer_that_lies_is_found(String what, byte[] answer) throws IOException {
        fixture.write("a.ocsp", answer);
        finds("a.ocsp");
    }

    static Stream<Arguments> lyingLists() {
        byte[] six = entry(6, DAY2, 3);
        byte[] seven = entry(7, DAY3, 6);
        byte[] eleven = entry(11, DAY3, 0);
        return Stream.of(
                Arguments.of("misses one", crl(CA, DAY4, NAKA, six)),
                Arguments.of("misses all", crl(CA, DAY4, "")),
                Arguments.of(
                        "a good one too many", crl(CA, DAY4, NAKA, entry(5, DAY2, 1), six, seven)),
                Arguments.of("never issued", crl(CA, DAY4, NAKA, six, seven, entry(99, DAY2, 1))),
                Arguments.of("of another municipality", crl(CA, DAY4, NAKA, six, seven, eleven)),
                Arguments.of("lifted", crl(CA, DAY4, NAKA, six, seven, entry(9, DAY2, 6))),
                Arguments.of("wrong reason", crl(CA, DAY4, NAKA, entry(6, DAY2, 1), seven)),
                Arguments.of("wrong date", crl(CA, DAY4, NAKA, entry(6, DAY1, 3), seven)),
                Arguments.of("yesterday's", crl(CA, DAY4, NAKA, six, entry(9, DAY2, 6))),
                Arguments.of("tomorrow's", crl(CA, DAY2, NAKA, six, seven, entry(9, DAY2, 6))),
                Arguments.of("wrong scope", crl(CA, DAY4, CHIYODA, six, seven)),
                Arguments.of("a stranger", crl(STRANGER, DAY4, NAKA, six, seven)),
                Arguments.of("newer than the head", crl(CA, DAY5.plusSeconds(1), NAKA, six, seven)),
                Arguments.of("no list", Der.hex("3000")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lyingLists")
    void a_list_that_lies_is_found(String what, byte[] list) throws IOException {
        fixture.write("a.crl", list);
        finds("a.crl");
    }

    private void log(List<String> lines) throws IOException {
        fixture.write("log.txt", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_line_removed_doubled_moved_or_forged_is_found() throws IOException {
        for (int i = 0; i < fixture.lines.size(); i++) {
            List<String> fewer = new ArrayList<>(fixture.lines);
            fewer.remove(i);
            log(fewer);
            finds("log.txt");
            if (i + 1 < fixture.lines.size()) { // a last line twice lies behind the head
                List<String> more = new ArrayList<>(fixture.lines);
                more.add(i, more.get(i));
                log(more);
                finds("breaks at position " + (i + 2));
            }
            if (i > 0) {
                List<String> moved = new ArrayList<>(fixture.lines);
                Collections.swap(moved, i - 1, i);
                log(moved);
                finds("breaks at position " + i);
            }
        }
    }

    @Test
    void any_changed_byte_of_the_log_is_found() throws IOException {
        byte[] clean = String.join("\n", fixture.lines).getBytes(StandardCharsets.UTF_8);
        Random seeded = new Random(6962);
        for (int at = 0; at < clean.length; at += STRIDE) {
            byte[] changed = clean.clone();
            changed[at] ^= (byte) (1 + seeded.nextInt(255));
            boolean stillALineEnd = clean[at] == '\n' && changed[at] == '\r';
            fixture.write("log.txt", changed);
            if (!stillALineEnd) {
                finds("log.txt");
            }
        }
    }

    @Test
    void a_log_that_was_chained_anew_does_not_lead_to_the_signed_head() throws IOException {
        Fixture forged = new Fixture(folder);
        forged.log("GENERATION", 1, "-", DAY1, "-", END);
        while (forged.lines.size() < fixture.lines.size()) {
            forged.log("CERTIFIED", 5, "-", DAY1, NAKA, END);
        }
        log(forged.lines);
        finds("for another log");
    }

    @Test
    void dates_that_go_back_are_found() throws IOException {
        Fixture back = new Fixture(folder);
        back.log("GENERATION", 1, "-", DAY2, "-", END);
        back.log("CERTIFIED", 5, "-", DAY1, NAKA, END).publish();
        finds("go back at position 2");
    }

    @Test
    void a_head_by_another_key_or_changed_afterwards_is_found() throws IOException {
        long length = fixture.lines.size();
        fixture.write("head.txt", fixture.head(length, new byte[32], DAY5, LOG));
        finds("for another log");
        fixture.write("head.txt", fixture.head(length + 1, fixture.hash(), DAY5, LOG));
        finds("ends at position 20");
        java.security.KeyPair other = otherLogKey();
        fixture.write("head.txt", fixture.head(length, fixture.hash(), DAY5, other));
        finds("the signature is wrong");
        String head =
                new String(fixture.head(length, fixture.hash(), DAY5, LOG), StandardCharsets.UTF_8);
        fixture.write("head.txt", head.replace("04-05", "04-06").getBytes(StandardCharsets.UTF_8));
        finds("the signature is wrong");
        fixture.write("head.txt", "?".getBytes(StandardCharsets.UTF_8));
        finds("log.txt");
    }

    private static java.security.KeyPair otherLogKey() {
        try {
            java.security.KeyPairGenerator generator =
                    java.security.KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void lines_after_the_head_are_left_out() throws IOException {
        byte[] head = fixture.head(fixture.lines.size(), fixture.hash(), DAY4, LOG);
        fixture.log("REVOKED", 5, "1", DAY4, NAKA, END).publish();
        fixture.write("head.txt", head);
        fixture.write("a.ocsp", ocsp(DAY4, single(5, GOOD, DAY4)));
        assertThat(fixture.check().code()).isZero();
    }

    @Test
    void a_ca_that_the_log_does_not_know_is_found() throws IOException {
        fixture.write(
                "ca.cer",
                certificate(CA_NAME, 7, STRANGER, STRANGER, CA_NAME, "551D13", "30030101FF"));
        finds("knows no such CA");
        fixture.write("ca.cer", RESPONDER_CERTIFICATE);
        finds("not a self-signed CA");
    }

    @Test
    void any_bytes_are_proved_or_doubted_and_nothing_falls_over() throws IOException {
        byte[] answer = ocsp(DAY4, single(6, revoked(DAY2, 3), DAY4));
        byte[] list = crl(CA, DAY4, NAKA, entry(6, DAY2, 3), entry(7, DAY3, 6));
        Random seeded = new Random(6960);
        for (int round = 0; round < 100; round++) {
            for (byte[] clean : List.of(answer, list)) {
                byte[] changed = clean.clone();
                changed[seeded.nextInt(changed.length)] ^= (byte) (1 + seeded.nextInt(255));
                fixture.write(clean == answer ? "a.ocsp" : "a.crl", changed);
            }
            assertThat(fixture.check().code()).isBetween(0, 1);
        }
    }

    @Test
    void options_name_the_files_one_by_one() throws IOException {
        fixture.write("x", ocsp(DAY4, single(5, GOOD, DAY4)));
        fixture.write("y", ocsp(DAY4, single(6, GOOD, DAY4)));
        String[] front = {
            "--log",
            at("log.txt"),
            "--head",
            at("head.txt"),
            "--log-key",
            at("log-key.pem"),
            "--ca",
            at("ca.cer"),
            "--ocsp",
            at("x")
        };
        assertThat(fixture.check(front).code()).isZero();
        List<String> both = new ArrayList<>(List.of(front));
        both.add(at("y"));
        assertThat(fixture.check(both.toArray(String[]::new)).code()).isEqualTo(1);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void help_is_given_when_asked_for_and_when_needed() {
        assertThat(fixture.check("--help").output()).contains("--log-key", "失効リスト");
        assertThat(fixture.check("--help").code()).isZero();
        assertThat(fixture.check("--log", "only").code()).isEqualTo(2);
        assertThat(fixture.check("what", "ever").code()).isEqualTo(2);
        assertThat(fixture.check(at("missing")).code()).isEqualTo(2);
    }
}
