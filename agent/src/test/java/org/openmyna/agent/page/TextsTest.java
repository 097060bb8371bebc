package org.openmyna.agent.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** All that is said is said in every way of speaking. */
class TextsTest {
    private static final Pattern READ = Pattern.compile("\\{[^{}|]+\\|[^{}|]+}");
    private static final Pattern KANJI = Pattern.compile("\\p{IsHan}");

    /** Names of languages stand in their own. */
    private static final Set<String> AS_THEY_ARE = Set.of("frame.language.ja", "frame.window");

    @Test
    void nothing_is_missing_in_english() {
        assertThat(Words.of(Tongue.ENGLISH).keySet()).isEqualTo(Words.of(Tongue.JAPANESE).keySet());
    }

    @Test
    void easy_japanese_reads_every_kanji_aloud() {
        assertThat(Words.of(Tongue.JAPANESE).keySet()).containsAll(Words.of(Tongue.EASY).keySet());
        Set<String> wrong = new TreeSet<>();
        Words.of(Tongue.EASY)
                .forEach((key, text) -> {
                    String rest = READ.matcher(text.toString()).replaceAll("");
                    if (!AS_THEY_ARE.contains(key.toString()) && KANJI.matcher(rest).find()) {
                        wrong.add(key + ": " + rest);
                    }
                });
        assertThat(wrong).isEmpty();
    }

    @Test
    void values_are_shown_as_they_are() {
        var words = new Words(Tongue.JAPANESE);
        assertThat(words.plain("card.reader", "{a|b} $1 <i>")).contains("｛a|b｝ $1 <i>");
    }
}
