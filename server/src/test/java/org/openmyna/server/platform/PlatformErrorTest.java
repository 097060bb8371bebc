package org.openmyna.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PlatformErrorTest {
    @Test
    void codes_are_unique_and_every_error_speaks_both_languages() {
        assertThat(Arrays.stream(PlatformError.values()).map(PlatformError::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("MYNA-PLT-[0-9]{3}"));
        for (PlatformError error : PlatformError.values()) {
            assertThat(error.japanese()).as(error.code()).matches(".*[ぁ-ん].*");
            assertThat(error.english()).as(error.code()).matches("[ -~]+");
        }
    }
}
