package org.openmyna.trust.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.Language;
import org.openmyna.trust.verifier.Forge;
import org.openmyna.trust.verifier.SignatureVerifier;
import org.openmyna.trust.verifier.World;

/** The example of the README, run as it stands there. */
final class ReadmeTest {
    private final World world = new World();

    @Test
    void the_example_signs_and_verifies() {
        byte[] certificate = world.signature().der();
        SignatureVerifier verifier = world.signatures();
        InstantSource clock = world;
        // README: begin
        CardSigner signer =
                new CardSigner() {
                    @Override
                    public byte[] certificate() {
                        return certificate;
                    }

                    @Override
                    public byte[] sign(byte[] digestInfo) {
                        return cardSigns(digestInfo);
                    }
                };
        byte[] document = "転居届\n".getBytes(StandardCharsets.UTF_8);
        byte[] signature = CmsSignatures.sign(document, true, signer, clock.instant());
        String result =
                switch (CmsVerifier.now(verifier).verify(signature, document)) {
                    case DocumentVerdict.Accepted accepted ->
                            "signed by " + accepted.signer().fourItems().name();
                    case DocumentVerdict.Refused refused ->
                            refused.refusal().text(Language.ENGLISH);
                };
        // README: end
        assertThat(result).isEqualTo("signed by 試験　一郎");
    }

    private byte[] cardSigns(byte[] digestInfo) {
        return Forge.cardSigns(world.signatureKeys.getPrivate(), digestInfo);
    }

    @Test
    void the_readme_shows_exactly_this_example() throws IOException {
        List<String> source =
                Files.readAllLines(
                        Path.of("src/test/java/org/openmyna/trust/documents/ReadmeTest.java"));
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
