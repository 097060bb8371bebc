package org.openmyna.server.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All message files of all organisations. */
class TextsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final int EASY_SENTENCE = 24;

    private static final Pattern READ = Pattern.compile("\\{([^{}|]+)\\|([^{}|]+)}");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");
    private static final Pattern KANJI =
            Pattern.compile("[\\x{4E00}-\\x{9FFF}\\x{3400}-\\x{4DBF}々]");
    private static final Pattern USED =
            Pattern.compile("page\\.(?:text|plain)\\(\"([a-z0-9.-]+)\"[,)]");

    /** What nobody should read, and why. */
    private static final Map<String, String> FORBIDDEN =
            Map.of(
                    "不正な", "blames the reader",
                    "エラーが発生", "no cure",
                    "PIN", "has one name: ログイン用 暗証番号",
                    "パスコード", "has one name: ログイン用 暗証番号",
                    "準拠", "nothing is certified; say 目標",
                    "クリックしてください", "not everybody has a mouse",
                    "OK", "a button says what it does",
                    "もんだい", "say what is wrong instead");

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(RESOURCES)) {
            return all.filter(each -> each.endsWith("messages_ja.properties"))
                    .map(Path::getParent)
                    .map(RESOURCES::relativize)
                    .toList();
        }
    }

    private static Map<String, String> read(Path folder, String language) throws IOException {
        Properties texts = new Properties();
        Path file = RESOURCES.resolve(folder).resolve("messages_" + language + ".properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        Map<String, String> map = new TreeMap<>();
        texts.stringPropertyNames().forEach(key -> map.put(key, texts.getProperty(key)));
        return map;
    }

    @ParameterizedTest
    @MethodSource("files")
    void everything_is_said_in_english_too(Path folder) throws IOException {
        assertThat(read(folder, "en").keySet()).isEqualTo(read(folder, "ja").keySet());
        assertThat(read(folder, "ja").keySet()).containsAll(read(folder, "easy").keySet());
    }

    @ParameterizedTest
    @MethodSource("files")
    void places_are_the_same_in_all_languages(Path folder) throws IOException {
        Map<String, String> japanese = read(folder, "ja");
        for (String language : List.of("en", "easy")) {
            read(folder, language)
                    .forEach((key, text) ->
                            assertThat(places(text))
                                    .as(key)
                                    .isEqualTo(places(japanese.getOrDefault(key, ""))));
        }
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(text).results().forEach(each -> places.add(each.group()));
        return places;
    }

    @ParameterizedTest
    @MethodSource("files")
    void easy_sentences_are_short_and_every_kanji_has_its_reading(Path folder) throws IOException {
        read(folder, "easy")
                .forEach((key, text) -> {
                    assertThat(KANJI.matcher(READ.matcher(text).replaceAll("")).find())
                            .as("%s has a kanji without a reading: %s", key, text)
                            .isFalse();
                    for (String sentence :
                            READ.matcher(text).replaceAll("$1").split("[。\\n]", -1)) {
                        assertThat(sentence.strip().replaceAll("（.*?）|\\{[0-9]}", "").length())
                                .as("%s: %s", key, sentence)
                                .isLessThanOrEqualTo(EASY_SENTENCE);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("files")
    void no_text_has_braces_that_mean_nothing(Path folder) throws IOException {
        for (String language : List.of("ja", "en", "easy")) {
            read(folder, language)
                    .forEach((key, text) ->
                            assertThat(
                                            PLACE.matcher(READ.matcher(text).replaceAll(""))
                                                    .replaceAll(""))
                                    .as(key)
                                    .doesNotContain("{", "}"));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void forbidden_words_are_not_said(Path folder) throws IOException {
        for (String language : List.of("ja", "easy")) {
            read(folder, language)
                    .forEach((key, text) ->
                            FORBIDDEN.forEach((word, because) ->
                                    assertThat(READ.matcher(text).replaceAll("$1"))
                                            .as("%s: %s", key, because)
                                            .doesNotContain(word)));
        }
    }

    @Test
    void what_templates_say_is_in_the_files() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path folder : files()) known.addAll(read(folder, "ja").keySet());
        try (Stream<Path> all = Files.walk(TEMPLATES)) {
            for (Path template : all.filter(each -> each.toString().endsWith(".jte")).toList()) {
                USED.matcher(Files.readString(template))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(key -> assertThat(known).as(template.toString()).contains(key));
            }
        }
    }

    @Test
    void a_reading_stands_above_its_word_and_is_not_read_twice() {
        assertThat(Furigana.html("{世帯主|せたいぬし}と<b>"))
                .isEqualTo(
                        "<ruby>世帯主<rp aria-hidden=\"true\">（</rp>"
                                + "<rt aria-hidden=\"true\">せたいぬし</rt>"
                                + "<rp aria-hidden=\"true\">）</rp></ruby>と&lt;b&gt;");
        assertThat(Furigana.plain("{世帯主|せたいぬし}と {0}")).isEqualTo("世帯主と {0}");
        assertThat(Furigana.html("{a|b|c}")).isEqualTo("{a|b|c}");
    }
}
