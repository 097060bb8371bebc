package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.MynaException;

/** Broken OCSP messages, from one seed: a value or the named refusal, and never another. */
final class OcspFuzzTest {
    private static final int ROUNDS = 25_000 * Integer.getInteger("openmyna.test.length", 1);

    /** Keys are looked at for weakness, signatures verified. */
    private static final int SLOW_ROUNDS = ROUNDS / 5;

    private static final Set<Class<?>> OF_REQUESTS =
            Set.of(OcspRequestMalformed.class, OcspExtensionUnknown.class);
    private static final Set<Class<?>> OF_RESPONSES = Set.of(OcspResponseMalformed.class);

    private final Random chance = new Random(20_261_127);

    private byte[] mutated(byte[] original) {
        byte[] bytes = original.clone();
        int changes = 1 + chance.nextInt(3);
        for (int n = 0; n < changes; n++) {
            int at = chance.nextInt(bytes.length);
            switch (chance.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << chance.nextInt(8));
                case 1 -> bytes[at] = (byte) chance.nextInt(256);
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 3 -> bytes = moved(bytes, at, chance.nextInt(24), chance.nextInt(24));
                case 4 -> bytes[at]++;
                default -> bytes[at] = interesting();
            }
        }
        return bytes;
    }

    /** Tags and lengths that readers trip over. */
    private byte interesting() {
        int[] values = {
            0x00, 0x02, 0x04, 0x05, 0x06, 0x0A, 0x18, 0x30, 0x7F, 0x80, 0x81, 0x82, 0x84, 0xA0,
            0xA1, 0xA2, 0xFF
        };
        return (byte) values[chance.nextInt(values.length)];
    }

    /** The same with some octets left out here and others put in twice. */
    private static byte[] moved(byte[] bytes, int at, int without, int doubled) {
        int from = Math.min(bytes.length, at + without);
        int more = Math.min(doubled, bytes.length - from);
        byte[] result = new byte[Math.max(1, at + more + bytes.length - from)];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(bytes, from, result, at, more);
        System.arraycopy(bytes, from, result, at + more, bytes.length - from);
        return result;
    }

    /**
     * @return how many were read
     */
    private int fuzz(int rounds, byte[] original, Set<Class<?>> refusals, Consumer<byte[]> reader) {
        reader.accept(original);
        int read = 0;
        for (int n = 0; n < rounds; n++) {
            try {
                reader.accept(mutated(original));
                read++;
            } catch (MynaException refused) {
                if (!refusals.contains(refused.getClass())) {
                    throw new AssertionError("round " + n + ": another refusal", refused);
                }
            } catch (RuntimeException | StackOverflowError unnamed) {
                throw new AssertionError("round " + n + ": not a named refusal", unnamed);
            }
        }
        return read;
    }

    /** What was read is written again byte for byte where we could have written it. */
    private static void use(OcspRequest read) {
        for (CertId certId : read.certIds()) {
            certId.isOf(ShamOcsp.ca());
            certId.serial();
        }
        assertThat(OcspRequest.parse(read.der()).certIds()).isEqualTo(read.certIds());
    }

    @Test
    void any_bytes_are_an_ocsp_request_or_a_named_refusal() {
        byte[] original =
                OcspRequest.withNonce(
                                ShamOcsp.NONCE,
                                List.of(ShamOcsp.certId(4711), ShamOcsp.certId256(1)))
                        .der();
        int read = fuzz(ROUNDS, original, OF_REQUESTS, bytes -> use(OcspRequest.parse(bytes)));
        assertThat(read).as("some changes leave the shape alone").isBetween(100, ROUNDS / 2);
    }

    @Test
    void any_bytes_are_a_signed_request_or_a_named_refusal() throws Exception {
        var theirs = new CertificateID(CertID.getInstance(ShamOcsp.certId(1).der()));
        byte[] original =
                new OCSPReqBuilder()
                        .setRequestorName(new GeneralName(GeneralName.dNSName, "a.example"))
                        .addRequest(theirs)
                        .build(ShamSigner.of(Sham.holderKey()), ShamSigner.certificates())
                        .getEncoded();
        fuzz(ROUNDS, original, OF_REQUESTS, bytes -> use(OcspRequest.parse(bytes)));
    }

    @Test
    void any_bytes_are_an_ocsp_response_or_a_named_refusal() {
        var answers = ShamOcsp.ofEveryKind();
        OcspRequest asked = ShamOcsp.askedFor(answers, ShamOcsp.NONCE);
        byte[] original = ShamOcsp.WRITER.write(ShamOcsp.NOW, answers, asked.nonce());
        Instant at = ShamOcsp.NOW.minusSeconds(20);
        int read =
                fuzz(
                        SLOW_ROUNDS,
                        original,
                        OF_RESPONSES,
                        bytes -> {
                            if (OcspResponse.parse(bytes) instanceof BasicOcspResponse basic) {
                                boolean same = Arrays.equals(bytes, original);
                                var check =
                                        basic.check(ShamOcsp.ca(), asked, at, ShamOcsp.TOLERANCE);
                                assertThat(check instanceof OcspCheck.Sound)
                                        .as("believed")
                                        .isEqualTo(same);
                            }
                        });
        assertThat(read).as("some changes leave the shape alone").isBetween(100, SLOW_ROUNDS);
    }

    @Test
    void any_bytes_are_a_refusal_by_ocsp_or_a_named_refusal() {
        fuzz(
                ROUNDS,
                OcspResponseWriter.error(OcspStatus.TRY_LATER),
                OF_RESPONSES,
                OcspResponse::parse);
    }

    @Test
    void any_bytes_are_a_responder_certificate_or_a_named_refusal() {
        fuzz(
                SLOW_ROUNDS,
                ShamOcsp.RESPONDER.der(),
                Set.of(ResponderCertificateMalformed.class),
                ResponderCertificate::parse);
    }

    @Test
    void noise_and_deep_nests_are_refused() {
        for (int n = 0; n < 5_000; n++) {
            byte[] noise = new byte[chance.nextInt(2_000)];
            chance.nextBytes(noise);
            refused(noise);
        }
        byte[] nest = new byte[60_000];
        for (int at = 0; at + 4 <= nest.length; at += 4) {
            int rest = nest.length - at - 4;
            nest[at] = 0x30;
            nest[at + 1] = (byte) 0x82;
            nest[at + 2] = (byte) (rest >> 8);
            nest[at + 3] = (byte) rest;
        }
        refused(nest);
        refused(new byte[OcspResponse.MAX_BYTES + 1]);
    }

    private static void refused(byte[] bytes) {
        assertThat(refusal(bytes, OcspRequest::parse)).contains("MYNA-PRF-030");
        assertThat(refusal(bytes, OcspResponse::parse)).contains("MYNA-PRF-032");
        assertThat(refusal(bytes, ResponderCertificate::parse)).contains("MYNA-PRF-033");
    }

    private static Optional<String> refusal(byte[] bytes, Consumer<byte[]> reader) {
        try {
            reader.accept(bytes);
            return Optional.empty();
        } catch (MynaException named) {
            return Optional.of(named.errorCode().code());
        }
    }
}
