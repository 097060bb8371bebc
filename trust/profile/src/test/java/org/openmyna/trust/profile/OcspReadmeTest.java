package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README shows of OCSP is what runs here, line by line. */
final class OcspReadmeTest {
    @Test
    void a_question_is_asked_and_answered_and_the_answer_believed() {
        CaCertificate ca = ShamOcsp.ca();
        CertificateSerial serial = CertificateSerial.of(4711);
        ResponderCertificate responder = ShamOcsp.RESPONDER;
        ContentSignature responderKey = ShamOcsp.KEY;
        SecureRandom chance = new SecureRandom();
        Instant now = ShamOcsp.NOW;
        Instant dataTime = ShamOcsp.DATA;
        // README
        byte[] nonce = new byte[32];
        chance.nextBytes(nonce);
        CertId certId = CertId.of(HashAlgorithm.SHA_256, ca, serial);
        OcspRequest question = OcspRequest.withNonce(nonce, List.of(certId));

        OcspResponseWriter writer = new OcspResponseWriter(responder, responderKey);
        OcspRequest read = OcspRequest.parse(question.der());
        OcspCertStatus status = new OcspCertStatus.Good();
        Instant next = dataTime.plus(Duration.ofMinutes(15));
        OcspSingleResponse single =
                OcspSingleResponse.of(read.certIds().getFirst(), status, dataTime, next);
        byte[] answer = writer.write(now, List.of(single), read.nonce());

        String told =
                switch (OcspResponse.parse(answer)) {
                    case OcspResponse.Refused(OcspStatus why) -> "no answer: " + why;
                    case BasicOcspResponse basic ->
                            switch (basic.check(ca, question, now, Duration.ofMinutes(1))) {
                                case OcspCheck.Sound(var answers) ->
                                        "" + answers.getFirst().status();
                                case OcspCheck.Doubtful(OcspDoubt why) -> "not believed: " + why;
                            };
                };
        // README
        assertThat(told).isEqualTo("Good[]");
    }

    @Test
    void the_readme_shows_these_lines() throws IOException {
        Path source = Path.of("src/test/java/org/openmyna/trust/profile/OcspReadmeTest.java");
        String readme = Files.readString(Path.of("README.md"));
        String shown = Files.readString(source).split(" // README\n")[1];
        assertThat(shown.lines().map(String::strip).filter(line -> !line.isEmpty()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(readme).contains(line));
    }
}
