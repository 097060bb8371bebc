package org.openmyna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.Language;

class MessagesTest {
    private final ResourceBundle english = Main.messages(Language.ENGLISH);
    private final ResourceBundle japanese = Main.messages(Language.JAPANESE);

    @Test
    void every_sentence_exists_in_both_languages_with_the_same_values() {
        assertThat(new TreeSet<>(japanese.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
        for (String key : english.keySet()) {
            assertThat(values(japanese.getString(key)))
                    .as(key)
                    .isEqualTo(values(english.getString(key)));
        }
    }

    @Test
    void the_help_of_start_names_every_role() {
        for (StartCommand.Role role : StartCommand.Role.values()) {
            String name = role.name().toLowerCase(Locale.ROOT);
            assertThat(english.getString("option.start.roles")).contains(name);
            assertThat(japanese.getString("option.start.roles")).contains(name);
        }
    }

    @Test
    void every_error_of_the_commands_has_both_sentences_with_the_same_values() {
        for (CommandError error : CommandError.values()) {
            assertThat(error.code()).matches("MYNA-CLI-[0-9]{3}");
            assertThat(names(error.japanese())).as(error.code()).isEqualTo(names(error.english()));
        }
    }

    private static int values(String pattern) {
        return new MessageFormat(pattern).getFormatsByArgumentIndex().length;
    }

    private static TreeSet<String> names(String sentence) {
        var names = new TreeSet<String>();
        var matcher = java.util.regex.Pattern.compile("\\{(\\w+)}").matcher(sentence);
        while (matcher.find()) names.add(matcher.group(1));
        return names;
    }
}
