package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a reader believes (RFC 6960 3.2), and each reason not to. */
final class OcspCheckTest {
    private static final Instant AT = Instant.parse("2026-11-23T02:20:00Z");
    private static final CertId ONE = ShamOcsp.certId(1);

    private static byte[] answer(OcspSingleResponse... answers) {
        return ShamOcsp.WRITER.write(AT, List.of(answers), Optional.empty());
    }

    private static OcspCheck check(byte[] der, OcspRequest asked, Instant at) {
        return ShamOcsp.read(der).check(ShamOcsp.ca(), asked, at, ShamOcsp.TOLERANCE);
    }

    private static OcspRequest asked(CertId... certIds) {
        return OcspRequest.of(List.of(certIds));
    }

    private static OcspCheck doubt(OcspDoubt why) {
        return new OcspCheck.Doubtful(why);
    }

    @Test
    void an_answer_about_all_that_was_asked_is_sound_in_the_order_of_the_questions() {
        var good = ShamOcsp.good(ONE);
        var revoked = ShamOcsp.revoked(ShamOcsp.certId256(2), RevocationReason.SUPERSEDED);
        assertThat(check(answer(revoked, good), asked(ONE, revoked.certId()), AT))
                .isEqualTo(new OcspCheck.Sound(List.of(good, revoked)));
    }

    @Test
    void the_same_question_twice_has_the_same_answer_twice() {
        var good = ShamOcsp.good(ONE);
        assertThat(check(answer(good), asked(ONE, ONE), AT))
                .isEqualTo(new OcspCheck.Sound(List.of(good, good)));
    }

    @Test
    void an_answer_about_another_certificate_or_two_about_one_are_doubtful() {
        var good = ShamOcsp.good(ONE);
        var revoked = ShamOcsp.revoked(ONE, RevocationReason.SUPERSEDED);
        assertThat(check(answer(good), asked(ShamOcsp.certId(2)), AT))
                .isEqualTo(doubt(OcspDoubt.ANOTHER_CERTIFICATE));
        assertThat(check(answer(good), asked(ShamOcsp.certId256(1)), AT))
                .isEqualTo(doubt(OcspDoubt.ANOTHER_CERTIFICATE));
        assertThat(check(answer(good, revoked), asked(ONE), AT))
                .isEqualTo(doubt(OcspDoubt.ANOTHER_CERTIFICATE));
    }

    @Test
    void an_answer_serves_from_this_update_to_next_update_give_or_take_the_clocks() {
        byte[] der = answer(ShamOcsp.good(ONE));
        OcspRequest asked = asked(ONE);
        assertThat(check(der, asked, ShamOcsp.NEXT.plusSeconds(60)))
                .isInstanceOf(OcspCheck.Sound.class);
        assertThat(check(der, asked, ShamOcsp.NEXT.plusSeconds(61)))
                .isEqualTo(doubt(OcspDoubt.TOO_OLD));
        assertThat(check(der, asked, AT.minusSeconds(60))).isInstanceOf(OcspCheck.Sound.class);
        assertThat(check(der, asked, AT.minusSeconds(61))).isEqualTo(doubt(OcspDoubt.TOO_EARLY));
    }

    @Test
    void an_answer_without_end_serves_only_if_it_was_made_for_this_question() {
        var endless =
                new OcspSingleResponse(
                        ONE,
                        new OcspCertStatus.Good(),
                        ShamOcsp.DATA,
                        Optional.empty(),
                        Optional.empty());
        assertThat(check(answer(endless), asked(ONE), AT)).isEqualTo(doubt(OcspDoubt.TOO_OLD));
        byte[] fresh = ShamOcsp.WRITER.write(AT, List.of(endless), Optional.of(ShamOcsp.NONCE));
        OcspRequest withNonce = OcspRequest.withNonce(ShamOcsp.NONCE, List.of(ONE));
        assertThat(check(fresh, withNonce, AT)).isInstanceOf(OcspCheck.Sound.class);
    }

    @Test
    void a_nonce_that_is_missing_or_another_makes_it_doubtful() {
        OcspRequest withNonce = OcspRequest.withNonce(ShamOcsp.NONCE, List.of(ONE));
        byte[] other =
                ShamOcsp.WRITER.write(AT, List.of(ShamOcsp.good(ONE)), Optional.of(new byte[] {1}));
        assertThat(check(other, withNonce, AT)).isEqualTo(doubt(OcspDoubt.NONCE));
        assertThat(check(answer(ShamOcsp.good(ONE)), withNonce, AT))
                .isEqualTo(doubt(OcspDoubt.NONCE));
        assertThat(check(other, asked(ONE), AT)).isInstanceOf(OcspCheck.Sound.class);
    }

    @Test
    void a_responder_of_another_ca_or_after_its_time_is_doubtful() {
        BasicOcspResponse read = ShamOcsp.read(answer(ShamOcsp.good(ONE)));
        CaCertificate signing = Sham.ca(CaKind.SIGNATURE, Hierarchy.TEST).certificate();
        assertThat(read.check(signing, asked(ONE), AT, ShamOcsp.TOLERANCE))
                .isEqualTo(doubt(OcspDoubt.RESPONDER_FOREIGN));
        Instant after = ShamOcsp.RESPONDER.notAfter().plus(Duration.ofMinutes(2));
        assertThat(read.check(ShamOcsp.ca(), asked(ONE), after, ShamOcsp.TOLERANCE))
                .isEqualTo(doubt(OcspDoubt.RESPONDER_EXPIRED));
    }

    @Test
    void an_answer_signed_after_the_responders_time_is_doubtful() {
        Instant after = ShamOcsp.RESPONDER.notAfter().plusSeconds(61);
        byte[] late = ShamOcsp.WRITER.write(after, List.of(ShamOcsp.good(ONE)), Optional.empty());
        assertThat(check(late, asked(ONE), AT)).isEqualTo(doubt(OcspDoubt.RESPONDER_EXPIRED));
    }

    @Test
    void a_signature_of_somebody_else_makes_it_doubtful() {
        byte[] probe = ShamOcsp.KEY.sign("probe".getBytes(StandardCharsets.UTF_8));
        var forger = new OcspResponseWriter(ShamOcsp.RESPONDER, content -> probe);
        byte[] der = forger.write(AT, List.of(ShamOcsp.good(ONE)), Optional.empty());
        assertThat(check(der, asked(ONE), AT)).isEqualTo(doubt(OcspDoubt.SIGNATURE));
    }
}
