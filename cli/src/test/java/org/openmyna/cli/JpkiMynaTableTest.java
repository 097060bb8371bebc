package org.openmyna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.Language;
import picocli.CommandLine;

/** docs/jpki-myna.md says only what is there. */
class JpkiMynaTableTest {
    /** Commands of jpki/myna, Rust 0.7 and Go 0.5, as the card reference lists them in 7.9. */
    private static final List<String> THEIRS =
            List.of(
                    "check",
                    "text basic-info",
                    "text mynumber",
                    "text attrs",
                    "visual basic-info",
                    "visual name",
                    "addr",
                    "visual photo",
                    "visual birth",
                    "visual sex",
                    "jpki cert",
                    "jpki pkey sign",
                    "jpki pkey verify",
                    "jpki cms sign",
                    "jpki cms verify",
                    "jpki pdf sign",
                    "jpki pdf verify",
                    "pin status",
                    "pin change card",
                    "pin change auth",
                    "pin change sign",
                    "unknown number",
                    "unknown manufacture",
                    "text attr",
                    "text signature",
                    "text cert",
                    "text info",
                    "jpki cms signuser",
                    "test",
                    "tool find_ap");

    private static final Pattern OURS = Pattern.compile("`openmyna ([^`]+)`");

    private final String page;

    JpkiMynaTableTest() throws IOException {
        page = Files.readString(Path.of("../docs/jpki-myna.md"));
    }

    @Test
    void every_command_of_jpki_myna_has_a_row() {
        String theirs =
                rows().map(row -> row.split("(?<!\\\\)\\|")[1])
                        .reduce("", (all, cell) -> all + cell);
        for (String command : THEIRS) {
            assertThat(theirs).as(command).containsPattern("`[^`]*" + command + "[ `]");
        }
    }

    @Test
    void every_command_and_option_that_is_named_exists() {
        long named =
                OURS.matcher(page)
                        .results()
                        .peek(found -> mustExist(found.group(1).split(" ")))
                        .count();
        assertThat(named).isGreaterThan(20);
    }

    private Stream<String> rows() {
        return page.lines().filter(line -> line.startsWith("| `"));
    }

    private static void mustExist(String[] words) {
        CommandLine command = commands();
        for (String word : words) {
            if (word.equals("--")) return;
            if (word.startsWith("-")) {
                assertThat(command.getCommandSpec().optionsMap())
                        .as(String.join(" ", words))
                        .containsKey(word);
            } else if (command.getSubcommands().containsKey(word)) {
                command = command.getSubcommands().get(word);
            } else {
                assertThat(command.getCommandSpec().args())
                        .as("%s takes %s", String.join(" ", words), word)
                        .isNotEmpty();
                assertThat(command.getSubcommands()).as(String.join(" ", words)).isEmpty();
            }
        }
    }

    private static CommandLine commands() {
        var nowhere = new PrintStream(new ByteArrayOutputStream());
        var voice = new Voice(nowhere, nowhere, Language.ENGLISH, false);
        return Main.commandLine(new Surroundings(voice, Map.of(), Optional.empty()));
    }
}
