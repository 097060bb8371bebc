package org.openmyna.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What forms send is read without strings where it may be a secret. */
class FormBodyTest {
    private static FormBody body(String text) throws IOException {
        return FormBody.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void values_are_found_by_their_whole_name() throws IOException {
        try (FormBody form = body("xpin=1&pin=12%EF%BC%934&pin=9&word=%E3%81%86+%26&last=%4")) {
            assertThat(form.digits("pin")).containsExactly('1', '2', '3', '4');
            assertThat(form.text("word")).isEqualTo("う &");
            assertThat(form.text("in")).isEmpty();
            assertThat(form.text("last")).isEqualTo("%4");
            assertThat(form.text("none")).isEmpty();
        }
    }

    @Test
    void what_is_closed_is_wiped_and_what_is_too_long_is_nothing() throws IOException {
        FormBody form = body("pin=1234");
        form.close();
        assertThat(form.digits("pin")).isEmpty();
        assertThat(body("pin=1234&" + "x".repeat(5000)).digits("pin")).isEmpty();
        assertThat(body("pin=%ff%fe").digits("pin")).isNotEmpty();
    }
}
