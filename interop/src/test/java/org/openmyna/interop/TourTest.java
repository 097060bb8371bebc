package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openmyna.server.web.Origin;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** A visitor's first tour, in a real browser: a card, a move, what follows from it. */
class TourTest {
    private static final Duration CARD_WITHIN = Duration.ofSeconds(60);
    private static final Duration REVOKED_WITHIN = Duration.ofSeconds(30);

    @Test
    void ichiro_takes_his_card_moves_house_and_his_signature_certificate_ends() throws Exception {
        OutsideProgram.CHROMIUM.mustBeHere();
        OutsideProgram.CHROMEDRIVER.mustBeHere();
        try (var country = new BrowserCountry();
                var chromium = new Chromium()) {
            ChromeDriver driver = chromium.driver();
            chromium.open(country.at(Origin.SANDBOX, "/residents?view=en.off.100.light"));
            driver.findElement(By.id("name")).sendKeys("試験");
            driver.findElement(By.cssSelector("form.om-filters button")).click();
            driver.findElement(By.cssSelector("a[href='/residents/" + country.ichiro() + "']"))
                    .click();
            driver.findElement(By.cssSelector("form[action$='/card'] button")).click();
            List<String> made = certificates(driver, CARD_WITHIN, "good");
            assertThat(made).hasSize(2).allMatch(state -> state.startsWith("good"));

            CounterWork counter = country.counter();
            counter.begin(chromium);
            assertThat(driver.findElement(By.tagName("main")).getText())
                    .contains("The signature certificate lapses");

            chromium.open(country.at(Origin.SANDBOX, "/residents/" + country.ichiro()));
            List<String> after = certificates(driver, REVOKED_WITHIN, "revoked");
            assertThat(after).hasSize(2);
            assertThat(after).filteredOn(state -> state.startsWith("revoked")).hasSize(1);
            assertThat(after).filteredOn(state -> state.startsWith("good")).hasSize(1);

            chromium.open(
                    country.at(Origin.SANDBOX, "/time/preview?to=" + country.today().plusYears(6)));
            assertThat(driver.findElement(By.tagName("main")).getText()).contains("試験　一郎");
        }
    }

    /** The states of the card's certificates, once one of them is this. */
    private static List<String> certificates(ChromeDriver driver, Duration within, String state)
            throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        var never = new CountDownLatch(1);
        driver.manage().timeouts().implicitlyWait(Duration.ZERO);
        try {
            while (true) {
                List<String> states =
                        driver.findElements(By.cssSelector("table.om-stack .om-state")).stream()
                                .map(WebElement::getText)
                                .toList();
                if (states.stream().anyMatch(each -> each.startsWith(state))) return states;
                assertThat(System.nanoTime())
                        .as("still %s instead of %s", states, state)
                        .isLessThan(end);
                if (never.await(300, TimeUnit.MILLISECONDS)) return states;
                driver.navigate().refresh();
            }
        } finally {
            driver.manage().timeouts().implicitlyWait(Duration.ofSeconds(20));
        }
    }
}
