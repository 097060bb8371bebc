package org.openmyna.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GlyphVariantsTest {
    @ParameterizedTest
    @CsvSource({
        "髙橋, 高橋",
        "渡邊, 渡邉",
        "齋藤, 斎藤",
        "𠮷田, 吉田",
        "\uFA10本, 塚本",
        "ＡＢＣ, abc",
        "ﾊﾅｺ, ハナコ",
        "試験　花子, 試験花子"
    })
    void ways_of_writing_come_together(String one, String other) {
        assertThat(GlyphVariants.folded(one)).isEqualTo(GlyphVariants.folded(other));
    }

    @ParameterizedTest
    @CsvSource({"斎藤, 斉藤", "大田, 太田", "はなこ, ハナコ", "末広, 未広"})
    void what_only_looks_alike_stays_apart(String one, String other) {
        assertThat(GlyphVariants.folded(one)).isNotEqualTo(GlyphVariants.folded(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"葛\uDB40\uDD00城", "葛\uDB40\uDD01城", "葛\uFE00城"})
    void selectors_do_not_count(String text) {
        assertThat(GlyphVariants.folded(text)).isEqualTo("葛城");
    }

    @ParameterizedTest
    @ValueSource(strings = {"髙﨑澤邊邉齋龍", "渡邊　國廣", "ＡｂＣ１２３"})
    void folding_twice_changes_nothing(String text) {
        String once = GlyphVariants.folded(text);
        assertThat(GlyphVariants.folded(once)).isEqualTo(once);
    }
}
