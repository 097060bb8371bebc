package org.openmyna.trust.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.Language;

/** The example of the README, run as it stands there. */
final class ReadmeTest {
    private final World world = new World();

    @Test
    void the_example_logs_somebody_in() {
        assertThat(example(world.login().serial(0x1312D01).der())).isEqualTo("card 01312D01");
    }

    @Test
    void the_example_says_why_somebody_is_not_logged_in() {
        assertThat(example(world.signature().der())).startsWith("MYNA-VRF-107 署名用電子証明書はログインに使えません");
    }

    private String example(byte[] certificate) {
        var loginAuthority = world.loginAuthority.certificate();
        var lists = world.lists;
        InstantSource clock = world;
        // README: begin
        LoginVerifier verifier =
                VerifierBuilder.testOnly()
                        .trust(loginAuthority)
                        .status(lists)
                        .clock(clock)
                        .logins(
                                "https://platform.localhost:8080",
                                new InMemoryNonceStore(10_000, clock),
                                new SecureRandom());
        var bank = URI.create("https://bank.localhost:8080/callback");
        LoginChallenge challenge =
                verifier.issueChallenge(new LoginRequest("demo-bank", bank, "口座へのログイン"));
        byte[] signature = cardSigns(challenge.digestInfo());
        String result =
                switch (verifier.verify(challenge, certificate, signature)) {
                    case LoginVerdict.Accepted accepted ->
                            "card " + accepted.certificate().serial();
                    case LoginVerdict.Refused refused ->
                            refused.refusal().code()
                                    + " "
                                    + refused.refusal().text(Language.JAPANESE);
                };
        // README: end
        return result;
    }

    private byte[] cardSigns(byte[] digestInfo) {
        return Forge.cardSigns(world.loginKeys.getPrivate(), digestInfo);
    }

    @Test
    void the_readme_shows_exactly_this_example() throws IOException {
        List<String> source =
                Files.readAllLines(
                        Path.of("src/test/java/org/openmyna/trust/verifier/ReadmeTest.java"));
        List<String> stripped = source.stream().map(String::strip).toList();
        String example =
                String.join(
                                "\n",
                                source.subList(
                                        stripped.indexOf("// README: begin") + 1,
                                        stripped.indexOf("// README: end")))
                        .stripIndent();
        assertThat(Files.readString(Path.of("README.md")))
                .contains("```java\n" + example + "\n```");
    }
}
