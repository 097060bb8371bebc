package org.openmyna.trust.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class VerifierErrorTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z]+}");

    @Test
    void no_code_is_used_twice() {
        assertThat(Arrays.stream(VerifierError.values()).map(VerifierError::code))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void both_sentences_say_the_same_and_end_as_sentences(VerifierError error) {
        assertThat(error.code()).matches("MYNA-VRF-[0-9]{3}");
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
