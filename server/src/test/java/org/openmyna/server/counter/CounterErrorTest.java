package org.openmyna.server.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CounterErrorTest {
    @Test
    void codes_are_unique_and_every_error_speaks_both_languages() {
        assertThat(Arrays.stream(CounterError.values()).map(CounterError::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("MYNA-CTR-[0-9]{3}"));
        for (CounterError error : CounterError.values()) {
            assertThat(error.japanese()).as(error.code()).matches(".*[ぁ-ん].*");
            assertThat(error.english()).as(error.code()).matches("[ -~]+");
        }
    }
}
