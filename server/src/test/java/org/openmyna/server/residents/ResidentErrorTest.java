package org.openmyna.server.residents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResidentErrorTest {
    @ParameterizedTest
    @EnumSource(ResidentError.class)
    void a_reason_has_a_code_and_two_sentences(ResidentError reason) {
        assertThat(reason.code()).matches("MYNA-RES-[0-9]{3}");
        assertThat(reason.japanese()).matches("(?s).*[ぁ-ん].*。");
        assertThat(reason.english()).matches("[A-Z].*\\.");
    }

    @Test
    void no_code_means_two_reasons() {
        assertThat(Arrays.stream(ResidentError.values()).map(ResidentError::code))
                .doesNotHaveDuplicates();
    }
}
