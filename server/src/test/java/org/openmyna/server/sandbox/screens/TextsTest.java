package org.openmyna.server.sandbox.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openmyna.server.clock.Speed;
import org.openmyna.server.residents.api.Deadline;
import org.openmyna.server.residents.api.ResidentService.Situation;
import org.openmyna.server.web.page.PageLanguage;
import org.openmyna.server.web.page.Texts;

class TextsTest {
    private final Texts texts = Texts.beside(ScreensConfiguration.class);

    @Test
    void english_says_everything_and_easy_japanese_nothing_that_japanese_does_not() {
        assertThat(texts.keys(PageLanguage.ENGLISH)).isEqualTo(texts.keys(PageLanguage.JAPANESE));
        assertThat(texts.keys(PageLanguage.JAPANESE)).containsAll(texts.keys(PageLanguage.EASY));
    }

    @Test
    void whatever_can_come_has_a_word() {
        Stream<String> keys =
                Stream.of(
                                Stream.of(Why.values()).map(each -> "why." + each.token()),
                                Stream.of(Situation.values())
                                        .map(each -> "situation." + PeopleScreen.Wish.token(each)),
                                Stream.of(Leap.Kind.values()).map(each -> "leap." + each.token()),
                                Stream.of(Deadline.Kind.values())
                                        .map(each ->
                                                "firing."
                                                        + each.name()
                                                                .toLowerCase(
                                                                        java.util.Locale.ROOT)),
                                Stream.of(Speed.values()).map(each -> "speed." + each),
                                Journey.ORDER.stream().map(each -> "firing." + each),
                                Stream.of(Work.Kind.values())
                                        .flatMap(each ->
                                                Stream.of("running", "done", "failed", "broken")
                                                        .map(end ->
                                                                "work."
                                                                        + each.token()
                                                                        + "."
                                                                        + end)))
                        .flatMap(each -> each);
        assertThat(keys).allMatch(texts.keys(PageLanguage.JAPANESE)::contains);
    }
}
