package example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.verifier.EvidenceBundle;
import org.openmyna.trust.verifier.EvidenceVerdict;
import org.openmyna.trust.verifier.Forge;
import org.openmyna.trust.verifier.VerifierBuilder;

/**
 * The example as a process of its own, by today's date, with a card on the other side of its pipes.
 */
final class CardLoginTest {
    @TempDir Path folder;

    private final Instant today = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Forge authority =
            Forge.authority(
                    CaKind.USER_AUTHENTICATION,
                    Hierarchy.TEST,
                    "example",
                    today.minus(Duration.ofDays(100)),
                    today.plus(Duration.ofDays(3000)));
    private final KeyPair card = Forge.keys("example card", 2048);

    private String logIn(KeyPair answering) throws Exception {
        Files.write(folder.resolve("authority.cer"), authority.der);
        Path lists = Files.createDirectories(folder.resolve("lists"));
        Files.write(
                lists.resolve("chiyoda.crl"),
                authority
                        .crl("Chiyoda-ku")
                        .of(ago(Duration.ofHours(5)), ago(Duration.ofHours(-40)))
                        .der());
        Files.write(
                folder.resolve("card.cer"),
                authority
                        .leaf(card.getPublic())
                        .valid(ago(Duration.ofDays(10)), ago(Duration.ofDays(-1000)))
                        .der());
        Process example =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "example.CardLogin",
                                folder.resolve("authority.cer").toString(),
                                lists.toString(),
                                folder.resolve("card.cer").toString(),
                                folder.resolve("evidence.zip").toString())
                        .redirectErrorStream(true)
                        .start();
        try (OutputStream in = example.getOutputStream();
                InputStream out = example.getInputStream();
                var lines =
                        new BufferedReader(new InputStreamReader(out, StandardCharsets.UTF_8))) {
            byte[] toSign = HexFormat.of().parseHex(lines.readLine());
            byte[] answer = Forge.cardSigns(answering.getPrivate(), toSign);
            new PrintStream(in, true).println(HexFormat.of().formatHex(answer));
            return lines.readLine();
        } finally {
            example.destroy();
        }
    }

    private String ago(Duration time) {
        return today.minus(time).toString();
    }

    @Test
    void a_card_logs_in_and_leaves_evidence_that_holds() throws Exception {
        assertThat(logIn(card)).isEqualTo("welcome, card 01312D01");
        EvidenceVerdict verdict =
                VerifierBuilder.testOnly()
                        .trust(CaCertificate.parse(authority.der))
                        .clock(InstantSource.system())
                        .evidence()
                        .verify(
                                EvidenceBundle.read(
                                        Files.readAllBytes(folder.resolve("evidence.zip"))));
        assertThat(verdict).isInstanceOf(EvidenceVerdict.Holds.class);
    }

    @Test
    void another_card_is_told_why_it_does_not() throws Exception {
        assertThat(logIn(Forge.keys("another card", 2048))).startsWith("MYNA-VRF-201 ");
        assertThat(folder.resolve("evidence.zip")).doesNotExist();
    }
}
