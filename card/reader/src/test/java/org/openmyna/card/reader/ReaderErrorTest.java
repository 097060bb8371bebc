package org.openmyna.card.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReaderErrorTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+?)(Ja)?}");

    @Test
    void each_reason_has_its_own_code_in_the_readers_range() {
        assertThat(Arrays.stream(ReaderError.values()).map(ReaderError::code))
                .doesNotHaveDuplicates()
                .allMatch(code ->
                        code.compareTo("MYNA-CRD-021") >= 0 && code.compareTo("MYNA-CRD-079") <= 0);
    }

    @ParameterizedTest
    @EnumSource
    void both_languages_name_the_same_details(ReaderError error) {
        assertThat(placeholders(error.japanese())).isEqualTo(placeholders(error.english()));
    }

    private static Set<String> placeholders(String sentence) {
        var names = new TreeSet<String>();
        PLACEHOLDER
                .matcher(sentence)
                .results()
                .map((MatchResult each) -> each.group(1))
                .forEach(names::add);
        return names;
    }
}
