package org.openmyna.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelErrorTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+?)(Japanese)?}");

    @ParameterizedTest
    @EnumSource
    void each_reason_has_a_code_and_a_sentence_in_both_languages(KernelError error) {
        assertThat(error.code()).matches("MYNA-KRN-[0-9]{3}");
        assertThat(error.japanese()).matches("(?s).*[ぁ-ん].*。");
        assertThat(error.english()).matches("(?s)[\\x20-\\x7E\\u3000-\\u9FFF]*\\.");
        assertThat(placeholders(error.japanese())).isEqualTo(placeholders(error.english()));
    }

    @Test
    void no_code_is_used_twice() {
        assertThat(Arrays.stream(KernelError.values()).map(KernelError::code))
                .doesNotHaveDuplicates();
    }

    @Test
    void details_fill_the_sentence_in_one_pass() {
        var refused = new Refused(Map.of("code", "{era} $1"));
        assertThat(refused).hasMessageStartingWith("MYNA-KRN-034 '{era} $1' is no code");
        assertThat(refused.text(Language.JAPANESE)).contains("「{era} $1」は");
    }

    private static Set<String> placeholders(String sentence) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static final class Refused extends MynaException {
        private static final long serialVersionUID = 1L;

        Refused(Map<String, ?> details) {
            super(KernelError.SEX_CODE_UNKNOWN, details);
        }
    }
}
