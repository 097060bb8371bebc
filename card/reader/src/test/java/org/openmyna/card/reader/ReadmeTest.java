package org.openmyna.card.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.kernel.Language;
import org.openmyna.kernel.Pin;

/** The example of the README, run as it stands there. */
class ReadmeTest {
    private final List<String> screen = new ArrayList<>();

    @Test
    void the_example_checks_a_card_and_greets_its_holder() {
        example(Ichiro.card(), Ichiro.trusted(), "1234".toCharArray());
        assertThat(screen).containsExactly("試験　一郎, 3000 bytes of photo");
    }

    @Test
    void the_example_says_why_a_card_is_not_genuine_and_how_many_tries_are_left() {
        example(Ichiro.card(), TrustedCvAuthorities.test(), "1234".toCharArray());
        example(Ichiro.card(), Ichiro.trusted(), "9999".toCharArray());
        assertThat(screen).first().asString().startsWith("MYNA-CRD-031 券面事項入力補助AP の発行者証明書");
        assertThat(screen).last().asString().isEqualTo("not opened: Wrong[triesLeft=2]");
    }

    private void example(CardChannel channel, TrustedCvAuthorities authorities, char[] typed) {
        // README: begin
        try (MyNumberCard card = MyNumberCard.over(channel); // or MyNumberCard.first()
                Pin pin = Pin.fourDigits(typed)) {
            var opening = new Opening.ByPin(pin);
            switch (card.checkAuthenticity(
                    authorities, opening, LastTry.KEEP, new SecureRandom())) {
                case Authenticity.Genuine genuine -> show(genuine.contents());
                case Authenticity.NotGenuine no ->
                        say(no.refusal().code() + " " + no.refusal().text(Language.JAPANESE));
                case Authenticity.NotOpened closed -> say("not opened: " + closed.check());
            }
        }
        // README: end
    }

    private void show(CheckedContents contents) {
        say(
                contents.fourItems().orElseThrow().name().text()
                        + ", "
                        + contents.face().orElseThrow().photo().length
                        + " bytes of photo");
    }

    private void say(String line) {
        screen.add(line);
    }

    @Test
    void the_readme_shows_exactly_this_example() throws IOException {
        List<String> source =
                Files.readAllLines(
                        Path.of("src/test/java/org/openmyna/card/reader/ReadmeTest.java"));
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
