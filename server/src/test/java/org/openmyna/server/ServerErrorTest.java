package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.openmyna.server.web.ServerError;

class ServerErrorTest {
    @Test
    void codes_are_unique_and_every_error_speaks_both_languages() {
        assertThat(Arrays.stream(ServerError.values()).map(ServerError::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("MYNA-SRV-[0-9]{3}"));
        for (ServerError error : ServerError.values()) {
            assertThat(error.japanese()).as(error.code()).matches(".*[ぁ-ん].*");
            assertThat(error.english()).as(error.code()).matches("[ -~…≠]+");
            assertThat(places(error.japanese()))
                    .as(error.code())
                    .isEqualTo(places(error.english()));
        }
    }

    private static java.util.Set<String> places(String sentence) {
        var found = new java.util.TreeSet<String>();
        var places = java.util.regex.Pattern.compile("\\{\\w+}").matcher(sentence);
        while (places.find()) found.add(places.group());
        return found;
    }
}
