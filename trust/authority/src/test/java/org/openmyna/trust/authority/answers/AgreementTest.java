package org.openmyna.trust.authority.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmyna.trust.authority.crl.ListSettings;
import org.openmyna.trust.authority.crl.PublishedList;
import org.openmyna.trust.authority.crl.RevocationListPublisher;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.keys.Generations;
import org.openmyna.trust.authority.ocsp.OcspCaller;
import org.openmyna.trust.authority.ocsp.OcspMode;
import org.openmyna.trust.authority.ocsp.OcspResponder;
import org.openmyna.trust.authority.ocsp.OcspSettings;
import org.openmyna.trust.authority.ocsp.ResponderMaker;
import org.openmyna.trust.authority.ocsp.Responders;
import org.openmyna.trust.authority.ocsp.VerifierRegister;
import org.openmyna.trust.authority.status.StatusFollower;
import org.openmyna.trust.authority.status.StatusIndex;
import org.openmyna.trust.profile.BasicOcspResponse;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertId;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.HashAlgorithm;
import org.openmyna.trust.profile.OcspCertStatus;
import org.openmyna.trust.profile.OcspRequest;
import org.openmyna.trust.profile.OcspResponse;
import org.openmyna.trust.profile.RevocationList;
import org.openmyna.trust.profile.RevocationList.Revoked;
import org.openmyna.trust.profile.RevocationReason;

/**
 * Random histories: at every position of the log, OCSP in both modes, the full list, the shards and
 * a plain model tell the same of every certificate there ever was, and of one there never was.
 */
final class AgreementTest {
    private static final int LENGTH = Integer.getInteger("openmyna.test.length", 1);
    private static final int ACTS = 25;
    private static final List<String> POINTS =
            List.of("Hyogo-ken/Himeji-shi", "Okinawa-ken/Naha-shi", "Tokyo-to/Chiyoda-ku");
    private static final Instant END = Instant.parse("2031-06-07T14:59:59Z");

    @TempDir Path home;

    static List<Long> seeds() {
        return new Random(20_261_123).longs(LENGTH).boxed().toList();
    }

    /** What a person with a pencil would write down of one certificate. */
    private record Noted(Generation generation, String point, OcspCertStatus status) {}

    private SmallAuthority authority;
    private StatusFollower follower;
    private List<OcspResponder> responders;
    private RevocationListPublisher publisher;
    private final Map<CertificateSerial, Noted> model = new HashMap<>();

    private void open() throws SQLException {
        authority = new SmallAuthority();
        Generation login = authority.generation(CaKind.USER_AUTHENTICATION, 1);
        Generation second = authority.generation(CaKind.USER_AUTHENTICATION, 2);
        assertThat(login.certificate().nameDer()).isEqualTo(second.certificate().nameDer());
        Generations generations = authority.generations();
        StatusIndex index = new StatusIndex();
        follower =
                new StatusFollower(
                        authority.database(), index, Optional.empty(), authority.clock());
        Responders keys =
                Responders.making(
                        authority.database(),
                        generations,
                        home.resolve("ocsp.secret"),
                        new ResponderMaker(
                                authority.profile(),
                                authority.vault(),
                                _ -> authority.nextSerial(),
                                new SecureRandom()),
                        new SecureRandom());
        responders =
                List.of(OcspMode.FRESH, OcspMode.PRESIGNED).stream()
                        .map(mode ->
                                new OcspResponder(
                                        generations,
                                        index,
                                        follower,
                                        keys,
                                        new VerifierRegister(
                                                authority.database(), authority.clock()),
                                        OcspSettings.sandbox().with(mode),
                                        authority.clock()))
                        .toList();
        publisher =
                new RevocationListPublisher(
                        authority.database(),
                        generations,
                        authority.vault(),
                        authority.log(),
                        ListSettings.usual(),
                        home.resolve("lists"),
                        authority.clock());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void answers_lists_and_a_plain_model_agree_at_every_position(long seed) throws Exception {
        Random chance = new Random(seed);
        open();
        try (var closing = authority) {
            List<Generation> generations = authority.generations().all();
            CertificateSerial never = CertificateSerial.of(1_000_000);
            for (int n = 0; n < ACTS; n++) {
                authority.itIs(authority.now().plusSeconds(chance.nextInt(4_000) - 300));
                act(generations.get(chance.nextInt(2)), chance);
                authority.log().catchUp();
                follower.follow();
                for (Generation generation : generations) {
                    assertThat(told(generation, never)).containsOnly(new OcspCertStatus.Unknown());
                }
                for (var each : model.entrySet()) {
                    assertThat(told(each.getValue().generation(), each.getKey()))
                            .as("seed %d, act %d, serial %s", seed, n, each.getKey())
                            .containsOnly(each.getValue().status());
                }
                listsTellTheSame(publisher.publishAll());
            }
        }
    }

    private void act(Generation generation, Random chance) {
        List<CertificateSerial> known = List.copyOf(model.keySet().stream().sorted().toList());
        if (known.size() < 4 || chance.nextInt(4) == 0) {
            String point = POINTS.get(chance.nextInt(POINTS.size()));
            CertificateSerial serial = authority.certified(generation, point, END);
            model.put(serial, new Noted(generation, point, new OcspCertStatus.Unknown()));
            return;
        }
        CertificateSerial serial = known.get(chance.nextInt(known.size()));
        Noted before = model.get(serial);
        switch (before.status()) {
            case OcspCertStatus.Unknown() -> {
                authority.activate(serial);
                note(serial, new OcspCertStatus.Good());
            }
            case OcspCertStatus.Good() -> revoke(serial, chance.nextInt(7));
            case OcspCertStatus.Revoked(_, RevocationReason reason) -> {
                if (reason != RevocationReason.CERTIFICATE_HOLD) {
                    return;
                }
                if (chance.nextBoolean()) {
                    authority.lift(serial);
                    note(serial, new OcspCertStatus.Good());
                } else {
                    revoke(serial, 1);
                }
            }
        }
    }

    private void revoke(CertificateSerial serial, int code) {
        RevocationReason reason = RevocationReason.ofCode(code).orElseThrow();
        Instant when = authority.revoke(serial, reason);
        note(serial, new OcspCertStatus.Revoked(when, reason));
    }

    private void note(CertificateSerial serial, OcspCertStatus status) {
        Noted before = model.get(serial);
        model.put(serial, new Noted(before.generation(), before.point(), status));
    }

    /** Twice in each mode: the second time it may be an answer that was kept. */
    private List<OcspCertStatus> told(Generation generation, CertificateSerial serial) {
        OcspRequest request =
                OcspRequest.of(
                        List.of(CertId.of(HashAlgorithm.SHA_1, generation.certificate(), serial)));
        return responders.stream()
                .flatMap(responder -> Stream.of(told(responder, request), told(responder, request)))
                .toList();
    }

    private static OcspCertStatus told(OcspResponder responder, OcspRequest request) {
        byte[] der = responder.answer(request.der(), new OcspCaller.Anonymous()).der();
        var answer = ((BasicOcspResponse) OcspResponse.parse(der)).answers().getFirst();
        if (answer.status() instanceof OcspCertStatus.Revoked(Instant when, _)) {
            assertThat(when).isBeforeOrEqualTo(answer.thisUpdate());
        }
        assertThat(answer.nextUpdate()).contains(answer.thisUpdate().plus(Duration.ofMinutes(15)));
        return answer.status();
    }

    private void listsTellTheSame(List<PublishedList> lists) throws Exception {
        for (PublishedList list : lists) {
            RevocationList read = RevocationList.parse(Files.readAllBytes(list.file()));
            List<Revoked> expected =
                    model.entrySet().stream()
                            .filter(each -> each.getValue().generation().id() == list.generation())
                            .filter(each ->
                                    list.point().equals(PublishedList.ALL)
                                            || each.getValue().point().equals(list.point()))
                            .flatMap(each -> entry(each.getKey(), each.getValue().status()))
                            .sorted(Comparator.comparing(Revoked::serial))
                            .toList();
            assertThat(read.entries()).isEqualTo(expected);
            for (Revoked entry : expected) {
                assertThat(entry.when()).isBeforeOrEqualTo(read.thisUpdate());
            }
        }
    }

    private static Stream<Revoked> entry(CertificateSerial serial, OcspCertStatus status) {
        return status instanceof OcspCertStatus.Revoked(Instant when, RevocationReason reason)
                ? Stream.of(new Revoked(serial, when, reason))
                : Stream.empty();
    }
}
