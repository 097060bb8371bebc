package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/**
 * Every page of the card agent in Chromium: in three languages and three colours, by keyboard
 * alone, at 400 % and for screen readers.
 */
class AgentScreensTest {
    private static final int USUAL = 1280;
    private static final int TARGET = 44;

    @RegisterExtension static final AgentStage STAGE = new AgentStage();

    private final Chromium chromium = STAGE.chromium();

    static List<AgentVisit> visits() {
        return AgentVisit.ALL;
    }

    private void open(AgentVisit visit, String view) {
        chromium.open(STAGE.address("/?view=" + view));
        visit.open().accept(STAGE);
    }

    @ParameterizedTest
    @MethodSource("visits")
    void a_page_is_for_everybody(AgentVisit visit) {
        List<String> wrong = new ArrayList<>();
        for (String language : List.of("ja", "easy", "en")) {
            chromium.wide(USUAL);
            open(visit, language + ".light");
            String where = visit.name() + " " + language + ": ";
            look(visit, language).forEach(each -> wrong.add(where + each));
        }
        assertThat(wrong).isEmpty();
    }

    private List<String> look(AgentVisit visit, String language) {
        String picture = "agent-" + visit.name() + "-" + language;
        List<String> wrong = new ArrayList<>();
        wrong.addAll(chromium.ask("words", language.equals("en") ? "en" : "ja"));
        wrong.addAll(chromium.ask("targets", TARGET));
        boolean whole = language.equals("ja");
        wrong.addAll(chromium.ask("axe", whole ? "all" : "without colours"));
        chromium.picture(picture + "-light");
        if (whole) {
            if (!Boolean.TRUE.equals(
                    chromium.driver()
                            .executeScript("return document.activeElement.tagName === 'H1'"))) {
                wrong.add("the focus does not begin at the heading");
            }
            for (String theme : List.of("dark", "contrast")) {
                chromium.set("theme", theme);
                chromium.ask("axe", "colours").forEach(each -> wrong.add(theme + ": " + each));
                chromium.picture(picture + "-" + theme);
            }
            chromium.set("theme", "light");
            // from the top: whoever tabs from the heading leaves the window at the end and comes in
            // again,
            // and what a browser shows at that moment is not the page's
            chromium.driver()
                    .executeScript(
                            "document.activeElement.blur(); getSelection().collapse(document.body, 0)");
            chromium.tabThrough();
            wrong.addAll(chromium.ask("focus"));
        }
        for (int width : List.of(320, 640)) {
            chromium.wide(width);
            chromium.ask("sides").forEach(each -> wrong.add(width + " px: " + each));
            chromium.ask("spaced").forEach(each -> wrong.add(width + " px, spaced: " + each));
            if (width == 320) chromium.picture(picture + "-320");
        }
        chromium.wide(USUAL);
        return wrong;
    }

    @Test
    void no_two_pages_of_a_request_are_called_the_same() {
        Set<String> titles = new HashSet<>();
        for (AgentVisit each : AgentVisit.ALL) {
            if (each.name().startsWith("pins-of")) continue;
            open(each, "ja.light");
            String title = chromium.driver().getTitle();
            assertThat(titles.add(title)).as(each.name() + " " + title).isTrue();
        }
    }

    private void keys(CharSequence... keys) {
        new Actions(chromium.driver()).sendKeys(keys).perform();
    }

    @Test
    void somebody_logs_in_by_keyboard_alone() {
        STAGE.clear(true);
        STAGE.ask(claims -> {});
        String waiting = chromium.driver().getTitle();
        // the card is put down; the page sees it by itself
        STAGE.lay("Virtual PCD 00 00");
        chromium.await("#pin");
        assertThat(chromium.driver().getTitle()).isNotEqualTo(waiting);
        keys(Keys.TAB, Country.PIN, Keys.ENTER);
        chromium.await("body:not(:has(main))");
        assertThat(chromium.driver().getCurrentUrl())
                .isEqualTo(STAGE.platform().origin() + "/back?return_code=return-code-0123456789");
        assertThat(STAGE.platform().answers.getLast()).contains("\"outcome\":\"signed\"");
    }

    @Test
    void escape_is_cancel() {
        STAGE.clear(true);
        STAGE.lay("Virtual PCD 00 00");
        STAGE.ask(claims -> {});
        keys(Keys.TAB, "12", Keys.ESCAPE);
        chromium.await("body:not(:has(main))");
        assertThat(STAGE.platform().answers.getLast()).contains("\"outcome\":\"cancelled\"");
    }

    @Test
    void a_page_that_frames_the_agent_sees_nothing_and_uses_nothing_up() {
        STAGE.clear(true);
        String request = STAGE.platform().ask(claims -> {});
        chromium.open(STAGE.platform().origin() + "/back");
        chromium.driver()
                .executeScript(
                        "const f = document.createElement('iframe'); f.src = arguments[0];"
                                + "document.body.append(f); window.framed = new Promise(r => f.onload = r)",
                        STAGE.address("/ask?request=" + request));
        Object seen =
                chromium.driver()
                        .executeAsyncScript(
                                "const done = arguments[0]; window.framed.then(() => {"
                                        + "try { done(frames[0].document.body.innerText) }"
                                        + "catch { done('') } })");
        assertThat(String.valueOf(seen)).doesNotContain("試験銀行");
        chromium.open(STAGE.address("/ask?request=" + request));
        chromium.await(".om-dialog:not(:has(a.om-button))");
        assertThat(chromium.driver().findElement(By.tagName("h1")).getText())
                .isIn("カードを置いてください", "Put down your card");
    }

    @Test
    void borders_survive_forced_colours_and_nothing_moves_for_who_asks() {
        STAGE.clear(true);
        STAGE.ask(claims -> {});
        chromium.feature("prefers-reduced-motion", "reduce");
        try {
            assertThat(chromium.driver().executeScript("return document.getAnimations().length"))
                    .isEqualTo(0L);
        } finally {
            chromium.feature("forced-colors", "active");
        }
        Object thin =
                chromium.driver()
                        .executeScript(
                                "return [...document.querySelectorAll('main button, .om-dialog')]"
                                        + ".filter(e => parseFloat(getComputedStyle(e).borderTopWidth) < 2).length");
        assertThat(thin).isEqualTo(0L);
        chromium.feature("forced-colors", "");
    }
}
