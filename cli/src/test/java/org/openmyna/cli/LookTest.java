package org.openmyna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The agent's pages are of another program, but the colours are those of the house. */
class LookTest {
    private static final Path HOUSE =
            Path.of(
                    "../server/src/main/resources/org/openmyna/server/web/page/assets/openmyna.css");
    private static final Path AGENT =
            Path.of("../agent/src/main/resources/org/openmyna/agent/page/agent.css");
    private static final Pattern BLOCK =
            Pattern.compile("(\\[data-theme=[a-z]+])\\s*\\{([^}]*color-scheme[^}]*)}");
    private static final Pattern VALUE = Pattern.compile("(--[a-z-]+): ([^;]+);");

    /** Values of each theme, by their names. */
    private static Map<String, String> colours(Path style) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        var blocks = BLOCK.matcher(Files.readString(style));
        for (int n = 0; blocks.find(); n++) {
            String theme = n + " " + blocks.group(1) + " ";
            VALUE.matcher(blocks.group(2))
                    .results()
                    .forEach(value -> all.put(theme + value.group(1), value.group(2)));
        }
        return all;
    }

    @Test
    void the_agent_has_the_colours_of_the_house() throws IOException {
        Map<String, String> house = colours(HOUSE);
        Map<String, String> agent = colours(AGENT);
        assertThat(agent).hasSizeGreaterThan(60);
        assertThat(house).containsAllEntriesOf(agent);
    }
}
