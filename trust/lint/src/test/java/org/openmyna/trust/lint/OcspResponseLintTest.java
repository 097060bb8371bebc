package org.openmyna.trust.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.trust.lint.Asn.*;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmyna.trust.lint.ExpectedOcspResponse.Answer;
import org.openmyna.trust.lint.ExpectedOcspResponse.Hash;
import org.openmyna.trust.lint.ExpectedOcspResponse.Status;

/** OCSP answers. */
class OcspResponseLintTest {
    private static final Instant DATA = Instant.parse("2026-11-26T03:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-26T03:04:05Z");
    private static final Instant NEXT = Instant.parse("2026-11-26T03:15:00Z");
    private static final Instant CUTOFF = Instant.parse("2016-11-26T03:15:00Z");
    private static final Instant DAY = Instant.parse("2026-11-01T01:02:03Z");
    private static final byte[] KEY_ID = TestKey.sha1(new byte[] {4});
    private static final byte[] NONCE = new byte[32];

    private static final byte[] GOOD = hex("8000");
    private static final byte[] UNKNOWN = hex("8200");
    private static final byte[] HELD = tlv(0xA1, generalized(DAY), tlv(0xA0, hex("0A0106")));
    private static final byte[] REVOKED = tlv(0xA1, generalized(DAY));

    /** A clean answer to four questions, in parts. */
    private static final class AnswerDraft {
        byte[] version = new byte[0];
        byte[] responder = tlv(0xA2, octets(KEY_ID));
        byte[] producedAt = generalized(NOW);
        byte[] nonce = nonce(NONCE);
        List<byte[]> responses =
                new ArrayList<>(
                        List.of(
                                single(certId(5), GOOD, next(), cutoff()),
                                single(certId256(6), HELD, next()),
                                single(certId(7), REVOKED, next()),
                                single(certId(8), UNKNOWN, next())));
        Optional<byte[]> expectedNonce = Optional.of(NONCE);

        byte[] build() {
            byte[] extensions = nonce.length == 0 ? nonce : tlv(0xA1, seq(nonce));
            return seq(version, responder, producedAt, seq(join(responses)), extensions);
        }

        List<Finding> lint(byte[] bytes) {
            List<Answer> answers =
                    List.of(
                            answer(Hash.SHA_1, 5, new Status.Good(), Optional.of(CUTOFF)),
                            answer(Hash.SHA_256, 6, new Status.Revoked(DAY, 6), Optional.empty()),
                            answer(Hash.SHA_1, 7, new Status.Revoked(DAY, 0), Optional.empty()),
                            answer(Hash.SHA_1, 8, new Status.Unknown(), Optional.empty()));
            return new ProfileLint()
                    .ocspResponse(
                            bytes, new ExpectedOcspResponse(KEY_ID, NOW, answers, expectedNonce));
        }
    }

    private static Answer answer(Hash hash, long serial, Status status, Optional<Instant> cutoff) {
        int length = hash == Hash.SHA_1 ? 20 : 32;
        return new Answer(
                hash,
                new byte[length],
                new byte[length],
                BigInteger.valueOf(serial),
                status,
                DATA,
                Optional.of(NEXT),
                cutoff);
    }

    private static byte[] certId(long serial) {
        byte[] algorithm = seq(oid("1.3.14.3.2.26"), hex("0500"));
        return seq(algorithm, octets(new byte[20]), octets(new byte[20]), integer(serial));
    }

    private static byte[] certId256(long serial) {
        byte[] algorithm = seq(oid("2.16.840.1.101.3.4.2.1"));
        return seq(algorithm, octets(new byte[32]), octets(new byte[32]), integer(serial));
    }

    private static byte[] next() {
        return tlv(0xA0, generalized(NEXT));
    }

    private static byte[] cutoff() {
        byte[] value = generalized(CUTOFF);
        return tlv(0xA1, seq(extension("1.3.6.1.5.5.7.48.1.6", false, value)));
    }

    private static byte[] nonce(byte[] value) {
        return extension("1.3.6.1.5.5.7.48.1.2", false, octets(value));
    }

    private static byte[] single(byte[] certId, byte[] status, byte[]... more) {
        return seq(certId, status, generalized(DATA), join(more));
    }

    @Test
    void a_clean_answer_gives_no_finding_and_no_byte_may_change() {
        AnswerDraft draft = new AnswerDraft();
        assertThat(draft.lint(draft.build())).isEmpty();
        assertThat(EveryByteCountsTest.survivors(draft.build(), draft::lint)).isEmpty();
    }

    @Test
    void an_answer_to_a_question_without_nonce_has_none() {
        AnswerDraft draft = new AnswerDraft();
        draft.nonce = new byte[0];
        draft.expectedNonce = Optional.empty();
        assertThat(draft.lint(draft.build())).isEmpty();
    }

    private record Plant(String what, int code, Consumer<AnswerDraft> change) {}

    private static Plant plant(String what, int code, Consumer<AnswerDraft> change) {
        return new Plant(what, code, change);
    }

    private static Plant first(String what, int code, byte[] single) {
        return plant(what, code, d -> d.responses.set(0, single));
    }

    private static Plant third(String what, int code, byte[] status) {
        return plant(what, code, d -> d.responses.set(2, single(certId(7), status, next())));
    }

    static Stream<Plant> plants() {
        byte[] late = generalized(DATA.plusSeconds(1));
        byte[] named = tlv(0xA1, new Draft(ExpectedAuthority.Kind.SIGNATURE).issuer());
        byte[] other = extension("1.3.6.1.5.5.7.48.1.9", false, hex("0500"));
        byte[] critical = extension("1.3.6.1.5.5.7.48.1.2", true, octets(NONCE));
        return Stream.of(
                plant("a version", 111, d -> d.version = tlv(0xA0, integer(0))),
                plant("a responder by name", 100, d -> d.responder = named),
                plant("another responder", 100, d -> d.responder = tlv(0xA2, octets(new byte[20]))),
                plant(
                        "another producedAt",
                        101,
                        d -> d.producedAt = generalized(NOW.plusSeconds(1))),
                plant("a UTCTime", 102, d -> d.producedAt = utc(NOW)),
                plant("a fraction", 102, d -> d.producedAt = text(0x18, "20261126030405.0Z")),
                plant("one answer fewer", 103, d -> d.responses.removeLast()),
                plant("one answer more", 103, d -> d.responses.add(d.responses.getLast())),
                first("another serial", 104, single(certId(9), GOOD, next(), cutoff())),
                first("another hash", 104, single(certId256(5), GOOD, next(), cutoff())),
                first("revoked for good", 105, single(certId(5), REVOKED, next(), cutoff())),
                first("unknown for good", 105, single(certId(5), UNKNOWN, next(), cutoff())),
                third("good for revoked", 105, GOOD),
                third("unknown for revoked", 105, UNKNOWN),
                third("another day", 106, tlv(0xA1, generalized(DAY.plusSeconds(86_400)))),
                third("another reason", 107, HELD),
                third("unspecified encoded", 107, tlv(0xA1, generalized(DAY), hex("A0030A0100"))),
                third("revoked after the data", 112, tlv(0xA1, late)),
                first("no nextUpdate", 82, single(certId(5), GOOD, cutoff())),
                first("another nextUpdate", 82, single(certId(5), GOOD, tlv(0xA0, late), cutoff())),
                first("another thisUpdate", 81, seq(certId(5), GOOD, late, next(), cutoff())),
                first("data of tomorrow", 112, seq(certId(5), GOOD, generalized(NEXT), next())),
                first("an answer out of date", 112, single(certId(5), GOOD, tlv(0xA0, late))),
                first("no archiveCutoff", 108, single(certId(5), GOOD, next())),
                first(
                        "another extension",
                        110,
                        single(certId(5), GOOD, next(), tlv(0xA1, seq(other)))),
                plant("another nonce", 109, d -> d.nonce = nonce(new byte[31])),
                plant("no nonce", 109, d -> d.nonce = new byte[0]),
                plant(
                        "a nonce of 129 bytes",
                        109,
                        d -> {
                            d.nonce = nonce(new byte[129]);
                            d.expectedNonce = Optional.of(new byte[129]);
                        }),
                plant("a nonce nobody sent", 109, d -> d.expectedNonce = Optional.empty()),
                plant("a critical nonce", 110, d -> d.nonce = critical),
                plant("extendedRevoke", 110, d -> d.nonce = join(d.nonce, other)));
    }

    @ParameterizedTest
    @MethodSource("plants")
    void a_planted_violation_of_an_answer_is_found(Plant plant) {
        AnswerDraft draft = new AnswerDraft();
        plant.change().accept(draft);
        assertThat(draft.lint(draft.build()))
                .extracting(Finding::code)
                .contains("MYNA-LNT-%03d".formatted(plant.code()));
    }
}
