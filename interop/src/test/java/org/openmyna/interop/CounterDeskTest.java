package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openmyna.server.web.Origin;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** What a clerk's page does by itself: it locks with its form, and keys do what links do. */
class CounterDeskTest {
    private static final String SIX_MINUTES_LATER =
            "const now = Date.now; Date.now = () => now() + 360000";

    private static BrowserCountry country;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        OutsideProgram.CHROMIUM.mustBeHere();
        OutsideProgram.CHROMEDRIVER.mustBeHere();
        country = new BrowserCountry();
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        if (chromium != null) chromium.close();
        if (country != null) country.close();
    }

    private static String arrival() {
        country.counter().begin(chromium);
        return country.at(Origin.COUNTER, country.counter().path("/cases/{number}/events/{kind}"));
    }

    @Test
    void a_page_that_nobody_touches_locks_itself_and_its_form_is_there_again() {
        ChromeDriver driver = chromium.driver();
        String form = arrival();
        chromium.open(form);
        driver.findElement(By.id("address")).sendKeys("兵庫県姫路市試験町");
        driver.executeScript(SIX_MINUTES_LATER);
        driver.findElement(By.cssSelector("main form[action='/sign-in']"));
        assertThat(driver.getCurrentUrl()).endsWith("/lock");
        driver.findElement(By.cssSelector("button[value=s1-" + CounterWork.HIMEJI + "]")).click();
        var field = driver.findElement(By.id("address"));
        assertThat(driver.getCurrentUrl()).isEqualTo(form);
        assertThat(field.getAttribute("value")).isEqualTo("兵庫県姫路市試験町");
    }

    @Test
    void without_a_script_the_page_is_covered_and_says_what_to_do() {
        ChromeDriver driver = chromium.driver();
        chromium.open(arrival());
        assertThat(seen("main")).isEqualTo("visible");
        assertThat(seen(".om-covered")).isEqualTo("hidden");
        // as it would be if nothing had run, and five minutes later
        driver.executeScript(
                "delete document.documentElement.dataset.awake;"
                        + "document.getAnimations().forEach(each => each.finish())");
        assertThat(seen("main")).isEqualTo("hidden");
        assertThat(seen(".om-covered")).isEqualTo("visible");
        chromium.picture("counter-covered");
    }

    private static String seen(String selector) {
        return String.valueOf(
                chromium.driver()
                        .executeScript(
                                "return getComputedStyle(document.querySelector(arguments[0])).visibility",
                                selector));
    }

    @Test
    void keys_do_what_links_and_buttons_do_until_they_are_turned_off() {
        ChromeDriver driver = chromium.driver();
        chromium.open(arrival());
        press(Keys.F2);
        driver.findElement(By.cssSelector("form#find"));
        press(Keys.F4);
        driver.findElement(By.id("mine"));
        chromium.open(country.at(Origin.COUNTER, "/shortcuts"));
        driver.findElement(By.cssSelector("button[name=keys][value=off]")).click();
        driver.findElement(By.cssSelector("button[name=keys][value=on]"));
        assertThat(driver.findElements(By.cssSelector("kbd")).size()).isEqualTo(3);
        Object keys = driver.executeScript("return document.querySelectorAll('[data-key]').length");
        assertThat(keys).isEqualTo(0L);
        driver.findElement(By.cssSelector("button[name=keys][value=on]")).click();
        driver.findElement(By.cssSelector("button[name=keys][value=off]"));
        press(Keys.F9);
        driver.findElement(By.cssSelector("main form[action='/sign-in']"));
        driver.findElement(By.cssSelector("button[value=s1-" + CounterWork.HIMEJI + "]")).click();
        driver.findElement(By.cssSelector("button[name=keys]"));
    }

    private static void press(Keys key) {
        new Actions(chromium.driver()).sendKeys(key).perform();
    }
}
