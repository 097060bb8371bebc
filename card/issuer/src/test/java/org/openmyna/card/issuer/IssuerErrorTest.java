package org.openmyna.card.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IssuerErrorTest {
    @Test
    void each_reason_has_a_code_of_its_own_and_two_sentences() {
        assertThat(Arrays.stream(IssuerError.values()).map(IssuerError::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("MYNA-ISS-0(0[1-3]|3[0-9])"));
        assertThat(IssuerError.values())
                .allSatisfy(error -> assertThat(error.japanese()).isNotEqualTo(error.english()));
    }
}
