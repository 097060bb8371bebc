package org.openmyna.trust.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.trust.lint.Asn.*;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmyna.trust.lint.ExpectedAuthority.Hierarchy;
import org.openmyna.trust.lint.ExpectedAuthority.Kind;

/** Certificates of the CA itself and of its responders. */
class CaAndResponderLintTest {
    private static final Instant START = Instant.parse("2026-04-01T00:50:27Z");
    private static final Instant CA_END = Instant.parse("2036-03-31T14:59:59Z");
    private static final Instant END = Instant.parse("2026-06-30T00:50:27Z");
    private static final String RESPONDER = "OCSP 1";

    private static byte[] tbs(
            Kind kind, Instant end, byte[] subject, Map<Integer, byte[]> extensions) {
        return seq(
                tlv(0xA0, integer(2)),
                integer(BigInteger.TEN),
                seq(oid("1.2.840.113549.1.1.11"), hex("0500")),
                new Draft(kind).issuer(),
                seq(time(START), time(end)),
                subject,
                TestKey.spki(),
                tlv(0xA3, seq(join(new ArrayList<>(extensions.values())))));
    }

    private static Map<Integer, byte[]> caExtensions(Kind kind) {
        Draft draft = new Draft(kind);
        Map<Integer, byte[]> all = new TreeMap<>();
        all.put(1, extension(Draft.KU, true, hex("03020106")));
        all.put(2, extension(Draft.SAN, false, seq(tlv(0xA4, draft.japaneseIssuer()))));
        all.put(3, extension("2.5.29.19", true, seq(hex("0101FF"))));
        byte[] point = tlv(0xA0, tlv(0xA0, tlv(0xA4, draft.issuer())));
        all.put(4, extension(Draft.CRLDP, false, seq(seq(point))));
        all.put(5, extension(Draft.SKI, false, draft.ski()));
        return all;
    }

    private static List<Finding> ca(Kind kind, byte[] tbs) {
        return new ProfileLint()
                .caCertificate(
                        tbs,
                        new ExpectedCaCertificate(
                                kind,
                                Hierarchy.TEST,
                                BigInteger.TEN,
                                START,
                                CA_END,
                                TestKey.spki()));
    }

    private static byte[] responderName(Draft draft, String cn) {
        byte[] issuer = draft.issuer();
        byte[] front = java.util.Arrays.copyOfRange(issuer, 3, issuer.length);
        return seq(front, rdn(CN, cn));
    }

    private static Map<Integer, byte[]> responderExtensions(Draft draft) {
        Map<Integer, byte[]> all = new TreeMap<>();
        all.put(1, extension(Draft.KU, true, hex("03020780")));
        all.put(2, extension(Draft.EKU, false, seq(oid("1.3.6.1.5.5.7.3.9"))));
        all.put(3, extension("1.3.6.1.5.5.7.48.1.5", false, hex("0500")));
        all.put(4, extension(Draft.AKI, false, draft.aki()));
        all.put(5, extension(Draft.SKI, false, draft.ski()));
        return all;
    }

    private static List<Finding> responder(Kind kind, Instant end, byte[] tbs) {
        return new ProfileLint()
                .responder(
                        tbs,
                        new ExpectedResponder(
                                new Draft(kind).authority(),
                                BigInteger.TEN,
                                START,
                                end,
                                RESPONDER,
                                TestKey.spki()));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_clean_ca_certificate_gives_no_finding_and_no_byte_may_change(Kind kind) {
        byte[] tbs = tbs(kind, CA_END, new Draft(kind).issuer(), caExtensions(kind));
        assertThat(ca(kind, tbs)).isEmpty();
        assertThat(EveryByteCountsTest.survivors(tbs, changed -> ca(kind, changed))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_clean_responder_gives_no_finding_and_no_byte_may_change(Kind kind) {
        Draft draft = new Draft(kind);
        byte[] name = responderName(draft, RESPONDER);
        byte[] tbs = tbs(kind, END, name, responderExtensions(draft));
        assertThat(responder(kind, END, tbs)).isEmpty();
        assertThat(EveryByteCountsTest.survivors(tbs, changed -> responder(kind, END, changed)))
                .isEmpty();
    }

    private record Plant(int code, Kind kind, UnaryOperator<Map<Integer, byte[]>> change) {}

    private static Plant plant(int code, int place, byte[] extension) {
        return new Plant(
                code,
                Kind.SIGNATURE,
                all -> {
                    all.put(place, extension);
                    return all;
                });
    }

    static Stream<Plant> ofCa() {
        byte[] policy = extension(Draft.POLICIES, false, seq(seq(oid("2.5.29.32.0"))));
        byte[] point = seq(seq(tlv(0xA0, tlv(0xA0, tlv(0xA4, new Draft(Kind.SIGNATURE).point())))));
        return Stream.of(
                plant(38, 1, extension(Draft.KU, true, hex("03020186"))),
                plant(34, 1, extension(Draft.KU, false, hex("03020106"))),
                plant(52, 3, extension("2.5.29.19", true, seq())),
                plant(52, 3, extension("2.5.29.19", true, seq(hex("0101FF"), integer(0)))),
                plant(34, 3, extension("2.5.29.19", false, seq(hex("0101FF")))),
                plant(51, 5, extension(Draft.SKI, false, octets(new byte[20]))),
                plant(31, 6, policy),
                plant(31, 6, extension(Draft.AKI, false, new Draft(Kind.SIGNATURE).aki())),
                plant(33, 0, extension(Draft.SKI, false, new Draft(Kind.SIGNATURE).ski())),
                plant(10, 4, extension(Draft.CRLDP, false, point)));
    }

    @ParameterizedTest
    @MethodSource("ofCa")
    void a_planted_violation_of_a_ca_certificate_is_found(Plant plant) {
        Map<Integer, byte[]> extensions = plant.change().apply(caExtensions(plant.kind()));
        if (plant.code() == 33) {
            extensions.remove(5);
        }
        byte[] tbs = tbs(plant.kind(), CA_END, new Draft(plant.kind()).issuer(), extensions);
        assertThat(ca(plant.kind(), tbs).getFirst().code())
                .isEqualTo("MYNA-LNT-%03d".formatted(plant.code()));
    }

    static Stream<Plant> ofResponder() {
        return Stream.of(
                plant(38, 1, extension(Draft.KU, true, hex("030206C0"))),
                plant(39, 2, extension(Draft.EKU, false, seq(oid("1.3.6.1.5.5.7.3.2")))),
                plant(53, 3, extension("1.3.6.1.5.5.7.48.1.5", false, seq())),
                plant(34, 3, extension("1.3.6.1.5.5.7.48.1.5", true, hex("0500"))),
                plant(31, 6, extension(Draft.CRLDP, false, seq())),
                plant(31, 6, extension("2.5.29.19", true, seq(hex("0101FF")))));
    }

    @ParameterizedTest
    @MethodSource("ofResponder")
    void a_planted_violation_of_a_responder_is_found(Plant plant) {
        Draft draft = new Draft(plant.kind());
        Map<Integer, byte[]> extensions = plant.change().apply(responderExtensions(draft));
        byte[] tbs = tbs(plant.kind(), END, responderName(draft, RESPONDER), extensions);
        assertThat(responder(plant.kind(), END, tbs))
                .extracting(Finding::code)
                .containsOnly("MYNA-LNT-%03d".formatted(plant.code()));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_responder_lives_90_days_at_most(Kind kind) {
        Draft draft = new Draft(kind);
        Instant end = END.plusSeconds(1);
        byte[] name = responderName(draft, RESPONDER);
        byte[] tbs = tbs(kind, end, name, responderExtensions(draft));
        assertThat(responder(kind, end, tbs))
                .extracting(Finding::code)
                .containsExactly("MYNA-LNT-054");
    }
}
