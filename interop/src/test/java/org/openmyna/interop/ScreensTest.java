package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmyna.server.web.Origin;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/**
 * Every screen of the register in Chromium: in three languages and three colours, by keyboard
 * alone, at 400 % and with letters twice as large.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensTest {
    private static final int USUAL = 1280;
    private static final int TARGET = 44;
    private static final boolean LONG = Integer.getInteger("openmyna.test.length", 1) > 1;

    private BrowserCountry country;
    private Chromium chromium;

    @BeforeAll
    void openTheCountry() {
        OutsideProgram.CHROMIUM.mustBeHere();
        OutsideProgram.CHROMEDRIVER.mustBeHere();
        country = new BrowserCountry();
        chromium = new Chromium();
    }

    @AfterAll
    void closeTheCountry() {
        if (chromium != null) chromium.close();
        if (country != null) country.close();
    }

    static List<ScreenVisit> visits() {
        return ScreenVisit.ALL;
    }

    private void open(ScreenVisit visit, String view) {
        visit.before().accept(chromium, country);
        String path = visit.path().apply(country);
        String join = path.contains("?") ? "&view=" : "?view=";
        chromium.open(country.at(visit.origin(), path + join + view));
    }

    @Test
    void every_screen_is_visited() {
        Set<String> visited = new TreeSet<>();
        for (ScreenVisit each : ScreenVisit.ALL) visited.add(each.name());
        assertThat(visited).isEqualTo(country.pages());
    }

    @Test
    void no_two_screens_are_called_the_same() {
        Set<String> titles = new HashSet<>();
        for (ScreenVisit each : ScreenVisit.ALL) {
            open(each, "ja.light");
            assertThat(titles.add(chromium.driver().getTitle())).as(each.name()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("visits")
    void a_screen_is_for_everybody(ScreenVisit visit) {
        List<String> wrong = new ArrayList<>();
        for (String language : List.of("ja", "easy", "en")) {
            chromium.wide(USUAL);
            open(visit, language + ".on.100.light");
            plant("document.querySelectorAll('main details').forEach(each => each.open = true)");
            String where = visit.name() + " " + language + ": ";
            look(visit, language).forEach(each -> wrong.add(where + each));
        }
        assertThat(wrong).isEmpty();
    }

    private List<String> look(ScreenVisit visit, String language) {
        List<String> wrong = new ArrayList<>();
        wrong.addAll(chromium.ask("words", language.equals("en") ? "en" : "ja"));
        wrong.addAll(chromium.ask("targets", TARGET));
        // colours and the way of Tab are the same in all languages: the long run looks again
        boolean whole = LONG || language.equals("ja");
        wrong.addAll(chromium.ask("axe", whole ? "all" : "without colours"));
        chromium.picture(visit.fileName() + "-" + language + "-light");
        if (whole) {
            wrong.addAll(otherColours(visit, language));
            chromium.tabThrough();
            wrong.addAll(chromium.ask("focus"));
        }
        wrong.addAll(narrow(visit, language));
        return wrong;
    }

    private List<String> otherColours(ScreenVisit visit, String language) {
        List<String> wrong = new ArrayList<>();
        for (String theme : List.of("dark", "contrast")) {
            chromium.set("theme", theme);
            chromium.ask("axe", "colours").forEach(each -> wrong.add(theme + ": " + each));
            chromium.picture(visit.fileName() + "-" + language + "-" + theme);
        }
        chromium.set("theme", "light");
        return wrong;
    }

    private List<String> narrow(ScreenVisit visit, String language) {
        List<String> wrong = new ArrayList<>();
        for (int width : List.of(320, 640)) {
            chromium.wide(width);
            chromium.ask("sides").forEach(each -> wrong.add(width + " px: " + each));
            chromium.ask("spaced").forEach(each -> wrong.add(width + " px, spaced: " + each));
            if (width == 320) chromium.picture(visit.fileName() + "-" + language + "-320");
        }
        chromium.set("text", "2");
        chromium.ask("sides").forEach(each -> wrong.add("640 px, letters of 200 %: " + each));
        chromium.wide(USUAL);
        chromium.ask("sides").forEach(each -> wrong.add("letters of 200 %: " + each));
        return wrong;
    }

    @Test
    void a_form_with_mistakes_begins_at_the_mistakes() {
        chromium.open(country.at(Origin.SANDBOX, "/parts?view=ja.light"));
        chromium.driver().executeScript("document.getElementById('parts').requestSubmit()");
        chromium.driver().findElement(By.id("mistakes"));
        assertThat(chromium.driver().getTitle()).startsWith("エラー：");
        assertThat(chromium.driver().switchTo().activeElement().getAttribute("id"))
                .isEqualTo("mistakes");
        assertThat(chromium.ask("axe", "all")).isEmpty();
        assertThat(chromium.ask("targets", TARGET)).isEmpty();
        chromium.tabThrough();
        assertThat(chromium.ask("focus")).isEmpty();
    }

    @Test
    void a_language_is_changed_in_the_middle_of_a_form_and_enter_still_sends_it() {
        var driver = chromium.driver();
        chromium.open(country.at(Origin.SANDBOX, "/parts?view=ja.light"));
        driver.findElement(By.id("name")).sendKeys("試験 花子");
        driver.findElement(By.cssSelector(".om-languages button[formaction$='en']")).click();
        driver.findElement(By.cssSelector("html[lang=en]"));
        assertThat(driver.getTitle()).startsWith("Screen parts");
        var name = driver.findElement(By.id("name"));
        assertThat(name.getAttribute("value")).isEqualTo("試験 花子");
        name.sendKeys(Keys.ENTER);
        assertThat(driver.findElement(By.id("mistakes")).getText()).contains("There is a problem");
        assertThat(driver.getCurrentUrl()).endsWith("/parts");
    }

    @Test
    void borders_and_states_survive_forced_colours_and_nothing_moves_for_who_asks() {
        chromium.open(country.at(Origin.SANDBOX, "/parts?view=ja.light"));
        chromium.feature("forced-colors", "active");
        try {
            Object thin =
                    chromium.driver()
                            .executeScript(
                                    "return [...document.querySelectorAll('main button, .om-banner, .om-steps li')]"
                                            + ".filter(e => parseFloat(getComputedStyle(e, e.matches('li') ? '::before' : null).borderTopWidth) < 2).length");
            assertThat(thin).isEqualTo(0L);
        } finally {
            chromium.feature("prefers-reduced-motion", "reduce");
        }
        assertThat(chromium.driver().executeScript("return document.getAnimations().length"))
                .isEqualTo(0L);
        chromium.feature("prefers-reduced-motion", "");
    }

    /** Faults that are put into a page are found, so a page without complaints is one without. */
    @Test
    void faults_of_a_page_are_seen() {
        chromium.wide(USUAL);
        chromium.open(country.at(Origin.SANDBOX, "/parts?view=ja.light"));
        plant(
                "document.documentElement.lang = 'fr'; document.querySelector('h1').append(' {0}');"
                        + "document.querySelector('.om-crumbs a').style.cssText ="
                        + " 'min-block-size:0;display:block'");
        assertThat(chromium.ask("words", "ja"))
                .contains(
                        "html lang is fr", "braces in the text", "style or script inside the page");
        assertThat(chromium.ask("targets", TARGET)).anyMatch(each -> each.contains("ノート"));
        plant("document.querySelector('h1').style.color = '#bbbbbb'");
        plant("document.querySelector('label').remove()");
        assertThat(chromium.ask("axe", "all"))
                .anyMatch(each -> each.startsWith("axe color-contrast"))
                .anyMatch(each -> each.startsWith("axe label"));
        plant(
                "document.querySelector('.om-actions button').style.outline = 'none';"
                        + "document.querySelector('.om-footer a').tabIndex = -1");
        chromium.tabThrough();
        assertThat(chromium.ask("focus"))
                .anyMatch(each -> each.startsWith("focus not seen: <button>"))
                .anyMatch(each -> each.startsWith("not reached by Tab: <a>"));
        plant("document.querySelector('h1').style.inlineSize = '500px'");
        chromium.wide(320);
        assertThat(chromium.ask("sides"))
                .anyMatch(each -> each.contains("500 px") || each.contains("<h1>"));
    }

    private void plant(String script) {
        chromium.driver().executeScript(script);
    }

    @Test
    void every_printed_page_says_test() throws IOException {
        chromium.open(country.at(Origin.SANDBOX, "/?view=ja.dark"));
        Path paper = Files.createTempFile("openmyna", ".pdf");
        try {
            Files.write(paper, chromium.printed());
            String text = OutsideProgram.PDFTOTEXT.run(paper, "-").output();
            String[] pages = text.split("\f", -1);
            assertThat(pages.length).isGreaterThan(2);
            for (int n = 0; n < pages.length - 1; n++) {
                assertThat(pages[n]).as("page " + (n + 1)).contains("試験用 TEST");
            }
        } finally {
            Files.delete(paper);
        }
    }
}
