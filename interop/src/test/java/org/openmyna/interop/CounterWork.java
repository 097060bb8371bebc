package org.openmyna.interop;

import java.util.Map;
import org.openmyna.server.web.Origin;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** A supervisor of Himeji in a browser, who opened a case and recorded that 試験 一郎 moved house. */
final class CounterWork {
    static final String HIMEJI = "282014";
    static final String NEW_HOME = "兵庫県姫路市安田四丁目９９９９番地の２";

    private final BrowserCountry country;
    private String number = "";
    private String notice = "";
    private boolean locked;
    private boolean shown;

    CounterWork(BrowserCountry country) {
        this.country = country;
    }

    /** Once for the country: later visits find the case as it is. */
    void begin(Chromium chromium) {
        if (!number.isEmpty()) {
            if (locked) signIn(chromium);
            locked = false;
            return;
        }
        signIn(chromium);
        openCase(chromium);
        moveWithin(chromium, country.ichiro(), NEW_HOME);
    }

    /**
     * Looks for somebody by the card that lies on the machine's reader: what the page says then.
     */
    String findByCard(Chromium chromium) {
        begin(chromium);
        chromium.open(country.at(Origin.COUNTER, "/cases/" + number + "/find"));
        press(chromium.driver(), "#card");
        chromium.driver().findElement(By.cssSelector("#record, #mistakes"));
        return chromium.driver().findElement(By.tagName("main")).getText();
    }

    /** Goes away from the screen. */
    void lock(Chromium chromium) {
        if (locked) return;
        begin(chromium);
        chromium.open(country.at(Origin.COUNTER, "/work"));
        press(chromium.driver(), "[data-idle]");
        chromium.driver().findElement(By.cssSelector("main form[action='/sign-in']"));
        locked = true;
        // a lock empties the citizen's screen
        shown = false;
    }

    /** Shows a notice to the citizen, whose screen is in the same browser. */
    void showToCitizen(Chromium chromium) {
        begin(chromium);
        if (shown) return;
        ChromeDriver driver = chromium.driver();
        chromium.open(country.at(Origin.COUNTER, "/second-screen"));
        press(driver, "button[value=code]");
        String code = driver.findElement(By.cssSelector("main .om-number")).getText();
        chromium.open(country.at(Origin.COUNTER, "/citizen"));
        driver.findElement(By.id("code")).sendKeys(code.replaceAll("\\D", ""));
        press(driver, "#pair .om-actions button");
        chromium.open(
                country.at(
                        Origin.COUNTER,
                        "/cases/"
                                + number
                                + "/people/"
                                + country.ichiro()
                                + "/events/former-surname-change"));
        day(driver, "effective");
        driver.findElement(By.id("formerSurname")).sendKeys("試験");
        press(driver, "button[name=step][value=preview]");
        driver.findElement(By.cssSelector("input[name=confirmed][value=SCREEN]"));
        chromium.picture("counter-preview-second");
        shown = true;
    }

    void signIn(Chromium chromium) {
        chromium.open(country.at(Origin.COUNTER, "/offices/" + HIMEJI + "?view=en.off.100.light"));
        press(chromium.driver(), "button[value=s1-" + HIMEJI + "]");
        // the work of the day, once the form was answered
        chromium.driver().findElement(By.cssSelector("a[href='/cases/new']"));
    }

    void openCase(Chromium chromium) {
        ChromeDriver driver = chromium.driver();
        chromium.open(country.at(Origin.COUNTER, "/cases/new"));
        driver.findElement(By.cssSelector("input[name=affair][value=move]")).click();
        press(driver, "main form button[type=submit]");
        driver.findElement(By.cssSelector("form#find"));
        number = driver.getCurrentUrl().replaceAll(".*/cases/([^/?]+).*", "$1");
    }

    /** The notice of a move within the city, from the form to the receipt. */
    void moveWithin(Chromium chromium, long person, String address) {
        ChromeDriver driver = chromium.driver();
        chromium.open(
                country.at(
                        Origin.COUNTER,
                        "/cases/" + number + "/people/" + person + "/events/move-within"));
        day(driver, "effective");
        // everybody of the household goes
        for (WebElement each : driver.findElements(By.cssSelector("input[name=goes]"))) {
            if (!each.isSelected()) each.click();
        }
        WebElement field = driver.findElement(By.id("address"));
        field.clear();
        field.sendKeys(address);
        press(driver, "button[name=step][value=preview]");
        driver.findElement(By.cssSelector("input[name=confirmed][value=ORAL_NO_SCREEN]")).click();
        chromium.picture("counter-preview");
        press(driver, "button[name=step][value=record]");
        driver.findElement(By.cssSelector("a[href$='/paper']"));
        notice = driver.getCurrentUrl().replaceAll(".*/notices/([0-9]+).*", "$1");
    }

    private void day(ChromeDriver driver, String name) {
        fill(driver, name + "-year", country.today().getYear());
        fill(driver, name + "-month", country.today().getMonthValue());
        fill(driver, name + "-day", country.today().getDayOfMonth());
        driver.findElement(By.cssSelector("#" + name + "-era option[value='']")).click();
    }

    private static void fill(ChromeDriver driver, String id, int value) {
        WebElement field = driver.findElement(By.id(id));
        field.clear();
        field.sendKeys(String.valueOf(value));
    }

    private static void press(ChromeDriver driver, String button) {
        driver.findElement(By.cssSelector(button)).click();
    }

    /** The address of a screen, with what this case has. */
    String path(String pattern) {
        String filled =
                pattern.replace("/notices/{id}", "/notices/" + notice)
                        .replace("{number}", number)
                        .replace("{id}", String.valueOf(country.ichiro()));
        Map<Boolean, String> kinds = Map.of(true, "move-out", false, "arrival");
        return filled.replace("{kind}", String.valueOf(kinds.get(filled.contains("/people/"))));
    }
}
