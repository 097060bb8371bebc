package org.openmyna.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an agent sends, read at the border. */
class CardAnswerTest {
    private static CardAnswer parse(String json) {
        return CardAnswer.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "\"text\"",
                "{\"items\": \"text\"}",
                "{\"items\": {\"file\": {}}}"
            })
    void what_is_no_answer_is_refused(String json) {
        assertThatThrownBy(() -> parse(json))
                .isInstanceOf(NotDone.class)
                .hasMessageContaining("MYNA-PLT-008");
    }

    @Test
    void all_five_files_of_the_items_must_be_there() {
        CardAnswer answer =
                parse(
                        """
                        {"certificate": "AA", "signature": "AA", "items":
                         {"file": "AA", "integrity": "AA", "issuer": "AA", "key": "AA"}}
                        """);
        assertThatThrownBy(answer::signed).hasMessageContaining("items.signature");
    }

    @Test
    void nothing_of_it_is_printed() {
        CardAnswer answer = parse("{\"code\": \"123456\", \"items\": {\"file\": \"U0VDUkVU\"}}");
        assertThat(answer + " " + answer.items()).doesNotContain("123456", "U0VDUkVU");
    }
}
