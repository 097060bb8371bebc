package org.openmyna.card.issuer.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChannelErrorTest {
    @Test
    void each_reason_has_a_code_of_its_own_and_two_sentences() {
        assertThat(Arrays.stream(ChannelError.values()).map(ChannelError::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("MYNA-ISS-02[0-9]"));
        assertThat(ChannelError.values())
                .allSatisfy(error -> assertThat(error.japanese()).isNotEqualTo(error.english()));
    }
}
