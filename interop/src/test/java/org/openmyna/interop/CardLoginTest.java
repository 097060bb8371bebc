package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.server.web.Origin;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * A card on a PC/SC reader logs in at banks of stock Spring Security: bank, platform, card agent
 * and the browser between them are the real ones.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardLoginTest {
    /** No other run has a card on this machine meanwhile. */
    @RegisterExtension
    static final BeforeAllCallback OUR_TURN =
            context -> {
                var unused = MachinePcsc.of(context);
            };

    private static final String ICHIRO = "試験　一郎";
    private static final String ANSWER =
            """
            const done = arguments[arguments.length - 1];
            fetch(arguments[0], {method: 'POST', headers: {'Content-Type': 'application/json'},
                body: JSON.stringify(arguments[1])}).then(answer => done(answer.status));
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);

    @TempDir Path folder;
    private BrowserCountry country;
    private Chromium chromium;

    @BeforeAll
    void ichiro_gets_a_card_and_puts_it_on_the_reader() {
        OutsideProgram.CHROMIUM.mustBeHere();
        OutsideProgram.CHROMEDRIVER.mustBeHere();
        country = new BrowserCountry();
        chromium = new Chromium();
        chromium.open(person() + "?view=ja.light");
        press("form[action$='/card'] button");
        press("form[action$='/insert'] button");
        chromium.await("form[action$='/eject']");
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.open(person());
            press("form[action$='/eject'] button");
            chromium.await("form[action$='/insert']");
            chromium.close();
        }
        if (country != null) country.close();
    }

    private String person() {
        return country.at(Origin.SANDBOX, "/residents/" + country.ichiro());
    }

    private ChromeDriver driver() {
        return chromium.driver();
    }

    private void press(String button) {
        driver().findElement(By.cssSelector(button)).click();
    }

    private String shown(String id) {
        return driver().findElement(By.id(id)).getText();
    }

    private void ask(BankProgram bank) {
        chromium.open(bank.origin() + "/");
        press("button[name=way][value=here]");
        chromium.await("#pin");
    }

    private void logIn(BankProgram bank, String... pins) {
        ask(bank);
        for (String pin : pins) driver().findElement(By.id(pin)).sendKeys(Country.PIN);
        press("form[action='/talk/login'] button:not(.om-second)");
        chromium.await("#subject");
    }

    @Test
    void two_banks_of_stock_spring_security_know_one_person_by_two_numbers() throws IOException {
        try (var first = BankProgram.open(chromium, country, folder, "localhost", "");
                var second =
                        BankProgram.open(chromium, country, folder, "bank.localhost", "openid")) {
            logIn(first, "pin", "items");
            String subject = shown("subject");
            assertThat(shown("name")).isEqualTo(ICHIRO);
            assertThat(shown("address")).startsWith("兵庫県姫路市");
            logIn(second, "pin");
            assertThat(shown("subject")).hasSameSizeAs(subject).isNotEqualTo(subject);
            assertThat(shown("name")).as("not asked for").isEqualTo("–");

            chromium.open(first.origin() + "/logout");
            press("form button");
            chromium.await("button[name=way]");
            ask(first);
            press("#cancel");
            awaitAt(first.origin() + "/login?error");
            chromium.open(first.origin() + "/");
            press("form[action$='/cancel'] button");
            awaitAt(first.origin() + "/login?error");
            logIn(first, "pin", "items");
            assertThat(shown("subject")).isEqualTo(subject);
        }
    }

    /** The bank's own page, where Spring Security tells that nobody logged in. */
    private void awaitAt(String address) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!address.equals(driver().getCurrentUrl()) && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        assertThat(driver().getCurrentUrl()).isEqualTo(address);
    }

    /** OpenSC's PKCS #11 in the place of the agent, as the way of another device. */
    @Test
    void opensc_signs_the_challenge_and_the_browser_that_began_is_logged_in() throws Exception {
        try (var bank = BankProgram.open(chromium, country, folder, "opensc.localhost", "openid")) {
            chromium.open(bank.origin() + "/");
            String login = driver().getCurrentUrl();
            press("button[name=way][value=other]");
            chromium.await("svg[role=img]");
            String code = driver().findElement(By.cssSelector(".om-number")).getText();
            String began = driver().getWindowHandle();
            driver().switchTo().newWindow(WindowType.TAB);
            chromium.open(login.replaceFirst("[?#].*", "") + "/other");
            String ask =
                    String.valueOf(
                            driver().findElement(By.cssSelector("a.om-button"))
                                    .getDomAttribute("href"));
            String request = ask.substring(ask.indexOf("request=") + "request=".length());
            Object status =
                    driver().executeAsyncScript(
                                    ANSWER, answerAddress(request), signed(request, code));
            assertThat(status).isEqualTo(200L);
            driver().close();
            driver().switchTo().window(began);
            chromium.await("#subject");
            assertThat(shown("subject")).isNotEmpty();
        }
    }

    /** What the developer console shows for curl is copied into a file and run. */
    @Test
    void the_shown_curl_gets_what_the_customer_passed_on() throws Exception {
        OutsideProgram.CURL.mustBeHere();
        chromium.open(country.at(Origin.PLATFORM, "/developer?view=en.off.100.light"));
        driver().findElement(By.id("name")).sendKeys("試験商店");
        driver().findElement(By.id("redirect")).sendKeys(country.at(Origin.SANDBOX, "/parts"));
        press("form#client .om-actions button");
        chromium.await("#pem");
        Files.writeString(folder.resolve("client-key.pem"), shown("pem") + "\n");
        String curl = driver().findElement(By.cssSelector("pre[aria-labelledby=curl]")).getText();
        int second = curl.indexOf("# 2.");
        String address = bash(curl.substring(0, second) + "printf %s $V > v").strip();

        chromium.open(address);
        press("button[name=way][value=here]");
        driver().findElement(By.id("pin")).sendKeys(Country.PIN);
        driver().findElement(By.id("items")).sendKeys(Country.PIN);
        press("form[action='/talk/login'] button:not(.om-second)");
        chromium.await("#parts");
        String code =
                String.valueOf(driver().getCurrentUrl()).replaceFirst(".*[?&]code=([^&]*).*", "$1");
        assertThat(bash("V=$(cat v) CODE=" + code + "\n" + curl.substring(second)))
                .contains("\"id_token\"", "\"name\":\"" + ICHIRO + "\"");
    }

    private String bash(String script) {
        return OutsideProgram.BASH
                .run("-euo", "pipefail", "-c", "cd " + folder + "\n" + script)
                .succeeds()
                .output();
    }

    private static Map<String, Object> claims(String request) throws Exception {
        return JWSObject.parse(request).getPayload().toJSONObject();
    }

    private static String answerAddress(String request) throws Exception {
        return String.valueOf(claims(request).get("answer"));
    }

    private Map<String, Object> signed(String request, String code) throws Exception {
        Path challenge = folder.resolve("challenge");
        Files.writeString(challenge, String.valueOf(claims(request).get("challenge")));
        Path signature = folder.resolve("signature");
        Path certificate = folder.resolve("certificate");
        OutsideProgram.pkcs11Tool(
                        "--sign",
                        "--mechanism",
                        "SHA256-RSA-PKCS",
                        "--slot-index",
                        0,
                        "--id",
                        "01",
                        "--login",
                        "--pin",
                        Country.PIN,
                        "--input-file",
                        challenge,
                        "--output-file",
                        signature)
                .succeeds();
        OutsideProgram.pkcs11Tool(
                        "--read-object",
                        "--type",
                        "cert",
                        "--id",
                        "01",
                        "--output-file",
                        certificate)
                .succeeds();
        return Map.of(
                "request",
                request,
                "outcome",
                "signed",
                "certificate",
                Base64URL.encode(Files.readAllBytes(certificate)).toString(),
                "signature",
                Base64URL.encode(Files.readAllBytes(signature)).toString(),
                "code",
                code);
    }
}
