package org.openmyna.trust.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DocumentErrorTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z]+}");

    @Test
    void no_code_is_used_twice() {
        assertThat(Arrays.stream(DocumentError.values()).map(DocumentError::code))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void both_sentences_say_the_same_and_end_as_sentences(DocumentError error) {
        assertThat(error.code()).matches("MYNA-DOC-[0-9]{3}");
        assertThat(error.japanese()).endsWith("。");
        assertThat(error.english()).endsWith(".");
        assertThat(placeholders(error.japanese())).isEqualTo(placeholders(error.english()));
    }

    private static TreeSet<String> placeholders(String sentence) {
        var found = new TreeSet<String>();
        PLACEHOLDER.matcher(sentence).results().forEach(match -> found.add(match.group()));
        return found;
    }
}
