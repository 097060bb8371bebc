package org.openmyna.interop;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The recorded conversations of jpki/myna and OpenSC, which {@code card/reader} plays to our
 * client, are played to our card: the same commands get answers of the same length and the same
 * status word.
 */
class SessionsOfOthersTest {
    private static final Path SESSIONS = Path.of("..", "card/reader/src/test/resources/sessions");

    @RegisterExtension final CardInReader reader = new CardInReader();

    private record Line(String command, int answerLength, String statusWord) {}

    @ParameterizedTest
    @ValueSource(strings = {"myna-rust", "myna-go", "opensc"})
    void a_recorded_session_goes_with_our_card_as_it_went_with_theirs(String name)
            throws Exception {
        List<Line> lines = lines(name);
        assertThat(lines).hasSizeGreaterThan(40);
        try (var client = new Conversation()) {
            for (Line line : lines) {
                if (line.statusWord().equals("9000")) {
                    client.data(line.command(), line.answerLength());
                } else {
                    client.ask(line.command(), line.statusWord());
                }
            }
        }
    }

    private List<Line> lines(String name) throws Exception {
        List<Line> lines = new ArrayList<>();
        String command = "";
        for (String line : Files.readAllLines(SESSIONS.resolve(name + ".session"))) {
            if (line.startsWith(">")) {
                command = shown(line.substring(1)).replace(" ", "");
            } else if (line.startsWith("<")) {
                String answer = line.substring(1).replace(" ", "");
                int end = answer.length() - 4;
                lines.add(new Line(command, end / 2, answer.substring(end)));
            }
        }
        return lines;
    }

    /** What the recordings hide, by its length; the three bytes are OpenSC's probe for PIV. */
    private String shown(String command) {
        return command.replace("(3)", "5C017E")
                .replace("(4)", hex(Country.PIN))
                .replace("(6)", hex(Country.PASSWORD))
                .replace("(12)", hex(reader.specimen().issued().holder().myNumber().digits()));
    }

    private static String hex(String ascii) {
        return HexFormat.of().formatHex(ascii.getBytes(US_ASCII));
    }
}
