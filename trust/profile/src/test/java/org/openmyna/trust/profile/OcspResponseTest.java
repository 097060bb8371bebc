package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OcspResponseTest {
    private final Random chance = new Random(9654);

    /** Signing takes longer than all the rest; who only reads needs no true signature. */
    private static OcspResponseWriter quickWriter() {
        byte[] probe = ShamOcsp.KEY.sign("probe".getBytes(StandardCharsets.UTF_8));
        return new OcspResponseWriter(ShamOcsp.RESPONDER, content -> probe);
    }

    private OcspSingleResponse any() {
        BigInteger serial = new BigInteger(1 + chance.nextInt(158), chance).add(BigInteger.ONE);
        CertId certId =
                CertId.of(
                        HashAlgorithm.values()[chance.nextInt(2)],
                        ShamOcsp.ca(),
                        new CertificateSerial(serial));
        Instant thisUpdate = anyMoment();
        return new OcspSingleResponse(
                certId,
                anyStatus(),
                thisUpdate,
                chance.nextBoolean()
                        ? Optional.of(thisUpdate.plusSeconds(chance.nextInt(100_000)))
                        : Optional.empty(),
                chance.nextBoolean() ? Optional.of(anyMoment()) : Optional.empty());
    }

    private OcspCertStatus anyStatus() {
        return switch (chance.nextInt(3)) {
            case 0 -> new OcspCertStatus.Good();
            case 1 -> new OcspCertStatus.Unknown();
            default ->
                    new OcspCertStatus.Revoked(
                            anyMoment(),
                            RevocationReason.values()[
                                    chance.nextInt(RevocationReason.values().length)]);
        };
    }

    /** 1950 to about 2105. */
    private Instant anyMoment() {
        return Instant.parse("1950-01-01T00:00:00Z").plusSeconds(chance.nextLong(4_900_000_000L));
    }

    @Test
    void what_was_written_reads_back_whatever_it_was() {
        OcspResponseWriter writer = quickWriter();
        for (int n = 0; n < 2_000; n++) {
            List<OcspSingleResponse> answers = new ArrayList<>();
            int count = 1 + chance.nextInt(n % 100 == 0 ? 300 : 4);
            for (int m = 0; m < count; m++) {
                answers.add(any());
            }
            byte[] nonce = new byte[1 + chance.nextInt(128)];
            chance.nextBytes(nonce);
            Instant producedAt = anyMoment();
            byte[] der =
                    writer.write(
                            producedAt,
                            answers,
                            n % 2 == 0 ? Optional.empty() : Optional.of(nonce));
            BasicOcspResponse read = ShamOcsp.read(der);
            assertThat(read.der()).isEqualTo(der);
            assertThat(read.producedAt()).isEqualTo(producedAt);
            assertThat(read.answers()).isEqualTo(answers);
            assertThat(read.nonce().isPresent()).isEqualTo(n % 2 == 1);
            read.nonce().ifPresent(back -> assertThat(back).isEqualTo(nonce));
            assertThat(read.responder()).contains(ShamOcsp.RESPONDER);
        }
    }

    @ParameterizedTest
    @EnumSource(value = OcspStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "SUCCESSFUL")
    void a_refusal_is_five_bytes(OcspStatus status) {
        byte[] der = OcspResponseWriter.error(status);
        assertThat(der).isEqualTo(new byte[] {0x30, 3, 0x0A, 1, (byte) status.code()});
        assertThat(OcspResponse.parse(der)).isEqualTo(new OcspResponse.Refused(status));
    }

    @Test
    void a_success_without_an_answer_is_neither_written_nor_read() {
        assertThatExceptionOfType(OcspNotWritable.class)
                .isThrownBy(() -> OcspResponseWriter.error(OcspStatus.SUCCESSFUL));
        for (int code : new int[] {0, 4, 7, 255}) {
            assertThatExceptionOfType(OcspResponseMalformed.class)
                    .isThrownBy(
                            () -> OcspResponse.parse(new byte[] {0x30, 3, 0x0A, 1, (byte) code}));
        }
        assertThatExceptionOfType(OcspNotWritable.class)
                .isThrownBy(() -> ShamOcsp.WRITER.write(ShamOcsp.NOW, List.of(), Optional.empty()));
    }

    @Test
    void fractions_of_a_second_are_dropped() {
        Instant fraction = ShamOcsp.NOW.plusNanos(999_999_999);
        var answer =
                OcspSingleResponse.of(
                        ShamOcsp.certId(1),
                        new OcspCertStatus.Revoked(fraction, RevocationReason.SUPERSEDED),
                        fraction,
                        fraction);
        BasicOcspResponse read =
                ShamOcsp.read(ShamOcsp.WRITER.write(fraction, List.of(answer), Optional.empty()));
        assertThat(read.producedAt()).isEqualTo(ShamOcsp.NOW);
        assertThat(read.answers()).containsExactly(answer);
        assertThat(answer.thisUpdate()).isEqualTo(ShamOcsp.NOW);
    }

    @Test
    void an_answer_cannot_end_before_it_begins_nor_lie_outside_of_time() {
        var good = new OcspCertStatus.Good();
        assertThatExceptionOfType(OcspNotWritable.class)
                .isThrownBy(() ->
                        OcspSingleResponse.of(
                                ShamOcsp.certId(1), good, ShamOcsp.NEXT, ShamOcsp.DATA));
        assertThatExceptionOfType(OcspNotWritable.class)
                .isThrownBy(() ->
                        OcspSingleResponse.of(
                                ShamOcsp.certId(1), good, Instant.EPOCH, Instant.MAX));
    }

    @Test
    void a_writer_does_not_take_another_key_than_the_responders() {
        assertThatExceptionOfType(ContentSignatureFailed.class)
                .isThrownBy(() ->
                        new OcspResponseWriter(
                                ShamOcsp.RESPONDER,
                                ContentSignature.with(Sham.holderKey().getPrivate())));
        assertThatExceptionOfType(ContentSignatureFailed.class)
                .isThrownBy(
                        () -> new OcspResponseWriter(ShamOcsp.RESPONDER, content -> new byte[3]));
    }

    @Test
    void whatever_was_changed_in_an_answer_it_is_not_believed() {
        var answers = ShamOcsp.ofEveryKind();
        OcspRequest asked = ShamOcsp.askedFor(answers, ShamOcsp.NONCE);
        byte[] der = ShamOcsp.WRITER.write(ShamOcsp.NOW, answers, asked.nonce());
        Instant at = ShamOcsp.NOW.minus(Duration.ofSeconds(20));
        for (int n = 0; n < der.length; n++) {
            byte[] changed = der.clone();
            changed[n] ^= (byte) (1 << chance.nextInt(8));
            try {
                OcspCheck check =
                        OcspResponse.parse(changed) instanceof BasicOcspResponse basic
                                ? basic.check(ShamOcsp.ca(), asked, at, ShamOcsp.TOLERANCE)
                                : new OcspCheck.Doubtful(OcspDoubt.SIGNATURE);
                assertThat(check).as("byte %d", n).isInstanceOf(OcspCheck.Doubtful.class);
            } catch (OcspResponseMalformed refused) {
                assertThat(refused.details()).containsKey("reason");
            }
        }
        assertThat(Arrays.equals(der, ShamOcsp.read(der).der())).isTrue();
    }
}
