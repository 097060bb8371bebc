package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openmyna.server.web.Origin;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** A visitor puts a card on the reader, and the clerk's browser shows whose it is. */
class CounterReaderTest {
    /** No other run has a card on this machine meanwhile. */
    @RegisterExtension
    static final BeforeAllCallback OUR_TURN =
            context -> {
                var unused = MachinePcsc.of(context);
            };

    @Test
    void a_card_on_the_reader_leads_to_the_record_as_often_as_it_is_put_there() {
        OutsideProgram.CHROMIUM.mustBeHere();
        OutsideProgram.CHROMEDRIVER.mustBeHere();
        try (var country = new BrowserCountry();
                var chromium = new Chromium()) {
            ChromeDriver driver = chromium.driver();
            String person = country.at(Origin.SANDBOX, "/residents/" + country.ichiro());
            chromium.open(person + "?view=en.off.100.light");
            driver.findElement(By.cssSelector("form[action$='/card'] button")).click();
            driver.findElement(By.cssSelector("form[action$='/insert']"));
            CounterWork counter = country.counter();
            for (int n = 0; n < 2; n++) {
                chromium.open(person);
                driver.findElement(By.cssSelector("form[action$='/insert'] button")).click();
                driver.findElement(By.cssSelector("form[action$='/eject']"));
                assertThat(counter.findByCard(chromium)).contains("試験　一郎");
                chromium.open(person);
                driver.findElement(By.cssSelector("form[action$='/eject'] button")).click();
                driver.findElement(By.cssSelector("form[action$='/insert']"));
                assertThat(counter.findByCard(chromium)).contains("MYNA-CRD-025");
            }
        }
    }
}
