package org.openmyna.interop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/** Debian's Chromium without a screen, with axe-core and our questions in every page. */
final class Chromium implements AutoCloseable {
    private static final int SCREEN_HEIGHT = 800;
    private static final int MOST_TABS = 200;

    private final Optional<Path> pictures =
            Optional.ofNullable(System.getProperty("openmyna.screenshots")).map(Path::of);
    private final ChromeDriver driver;

    Chromium() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(OutsideProgram.CHROMIUM.file().toFile());
        options.addArguments(
                "--headless=new",
                // root runs the tests in many places; the pages are our own
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--no-first-run",
                "--disable-extensions",
                "--disable-background-networking",
                "--disable-component-update",
                "--window-size=1280," + SCREEN_HEIGHT);
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(OutsideProgram.CHROMEDRIVER.file().toFile())
                        .usingAnyFreePort()
                        .build();
        driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60));
        // a key that sends a form is not waited for otherwise
        driver.manage().timeouts().implicitlyWait(Duration.ofSeconds(20));
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
        for (String script : List.of("/axe.min.js", "/org/openmyna/interop/look.js")) {
            driver.executeCdpCommand(
                    "Page.addScriptToEvaluateOnNewDocument", Map.of("source", text(script)));
        }
    }

    private static String text(String resource) {
        try (InputStream file = Chromium.class.getResourceAsStream(resource)) {
            if (file == null) throw new IllegalStateException(resource + " is missing");
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    ChromeDriver driver() {
        return driver;
    }

    void open(String address) {
        driver.get(address);
    }

    /** Whether the page has an element of this id; not waited for. */
    boolean has(String id) {
        return Boolean.TRUE.equals(
                driver.executeScript("return document.getElementById(arguments[0]) !== null", id));
    }

    /** Waits until the page has such an element. */
    void await(String selector) {
        try {
            driver.findElement(By.cssSelector(selector));
        } catch (NoSuchElementException other) {
            String page =
                    driver.getTitle() + "\n" + driver.findElement(By.tagName("body")).getText();
            throw new AssertionError(
                    "no " + selector + " at " + driver.getCurrentUrl() + "\n" + page, other);
        }
    }

    /** Waits for style and letters of a page that another one led to. */
    void loaded() {
        driver.executeAsyncScript(
                "const done = arguments[0]; const ready = () => document.readyState === 'complete'"
                        + " ? done() : setTimeout(ready, 20); ready()");
    }

    /** What one of our questions complains of; asynchronous ones are waited for. */
    @SuppressWarnings("unchecked")
    List<String> ask(String question, Object... arguments) {
        return (List<String>)
                driver.executeAsyncScript(
                        "const done = arguments[arguments.length - 1];"
                                + "Promise.resolve(openmyna."
                                + question
                                + "(...[...arguments].slice(0, -1))).then(done, e => done(['' + e]))",
                        arguments);
    }

    /** Sets {@code data-<name>} of the page, as the server would have. */
    void set(String name, String value) {
        driver.executeScript(
                "document.documentElement.dataset[arguments[0]] = arguments[1]", name, value);
    }

    /** As wide as that many CSS pixels: 320 is a zoom of 400 % at 1280. */
    void wide(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        pixels,
                        "height",
                        SCREEN_HEIGHT,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        false));
    }

    /** Pretends a setting of the machine, such as {@code forced-colors}. */
    void feature(String name, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", name, "value", value))));
    }

    /** Presses Tab until everything should have been reached. */
    void tabThrough() {
        if (!(driver.executeScript("return openmyna.watchFocus()") instanceof Number controls)) {
            throw new IllegalStateException("the page was not asked");
        }
        int times = Math.min(controls.intValue() + 4, MOST_TABS);
        Actions actions = new Actions(driver);
        for (int n = 0; n < times; n++) actions.sendKeys(Keys.TAB);
        actions.perform();
    }

    /** Keeps a picture of the whole page where {@code -Dopenmyna.screenshots=DIR} says so. */
    void picture(String name) {
        if (pictures.isEmpty()) return;
        try {
            Files.createDirectories(pictures.get());
            Map<String, Object> taken =
                    driver.executeCdpCommand(
                            "Page.captureScreenshot",
                            Map.of("format", "png", "captureBeyondViewport", true));
            byte[] png = Base64.getDecoder().decode(String.valueOf(taken.get("data")));
            Files.write(pictures.get().resolve(name + ".png"), png);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The page on paper, as PDF. */
    byte[] printed() {
        Map<String, Object> pdf =
                driver.executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true));
        return Base64.getDecoder().decode(String.valueOf(pdf.get("data")));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
