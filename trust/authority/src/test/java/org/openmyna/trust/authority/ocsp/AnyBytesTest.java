package org.openmyna.trust.authority.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.trust.profile.BasicOcspResponse;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.OcspCertStatus;
import org.openmyna.trust.profile.OcspRequest;
import org.openmyna.trust.profile.OcspResponse;

/** Whatever is asked, what comes back is an OCSP response, and nobody unknown is good. */
final class AnyBytesTest {
    private static final int LENGTH = Integer.getInteger("openmyna.test.length", 1);

    @TempDir Path home;

    @Test
    void any_bytes_get_a_well_formed_response_that_calls_nobody_good_but_the_one()
            throws Exception {
        Random chance = new Random(20_261_123);
        try (var desk = Desk.presigned(home)) {
            CertificateSerial serial = desk.active(desk.login);
            byte[] plain = Desk.about(desk.login, serial).der();
            byte[] withNonce =
                    OcspRequest.withNonce(
                                    new byte[32],
                                    List.of(
                                            Desk.certId(desk.login, serial),
                                            Desk.certId(desk.login, CertificateSerial.of(9))))
                            .der();
            for (int n = 0; n < 4_000 * LENGTH; n++) {
                byte[] bytes = spoiled(n % 2 == 0 ? plain : withNonce, chance);
                mustBeHarmless(desk.responder.answer(bytes, Desk.ANYBODY), serial);
                mustBeHarmless(
                        desk.responder.answerGet(
                                Base64.getEncoder().encodeToString(bytes), Desk.ANYBODY),
                        serial);
                mustBeHarmless(
                        desk.responder.answerGet(
                                new String(bytes, StandardCharsets.ISO_8859_1), Desk.ANYBODY),
                        serial);
            }
            assertThat(desk.responder.metrics().counts().internalError()).isZero();
            assertThat(desk.status(desk.login, serial)).isEqualTo(new OcspCertStatus.Good());
        }
    }

    private static byte[] spoiled(byte[] request, Random chance) {
        byte[] bytes = request.clone();
        switch (chance.nextInt(4)) {
            case 0 -> bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt();
            case 1 -> bytes[chance.nextInt(bytes.length)] ^= (byte) (1 << chance.nextInt(8));
            case 2 -> bytes = Arrays.copyOf(bytes, chance.nextInt(bytes.length + 8));
            default -> {
                bytes = new byte[chance.nextInt(64)];
                chance.nextBytes(bytes);
            }
        }
        return bytes;
    }

    private static void mustBeHarmless(OcspAnswer answer, CertificateSerial good) {
        if (OcspResponse.parse(answer.der()) instanceof BasicOcspResponse response) {
            for (var single : response.answers()) {
                if (single.status().equals(new OcspCertStatus.Good())) {
                    assertThat(single.certId().serial()).contains(good);
                }
            }
        }
    }
}
