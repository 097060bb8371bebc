package org.openmyna.interop;

import java.util.Map;
import org.openmyna.server.web.Origin;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** A developer who registered a service, and a citizen who is logging in there. */
final class PlatformWork {
    private static final String CALLBACK = "http://localhost:9/callback";
    private static final String ANSWER =
            """
            const done = arguments[arguments.length - 1];
            fetch(arguments[0] + '/answer', {method: 'POST',
                headers: {'Content-Type': 'application/json'},
                body: JSON.stringify({request: arguments[1], code: arguments[2], outcome: 'signed',
                    certificate: 'AAAA', signature: 'AAAA'})})
              .then(answer => done(answer.status));
            """;

    private final BrowserCountry country;
    private String client = "";
    private String login = "";

    PlatformWork(BrowserCountry country) {
        this.country = country;
    }

    /** Once for the country. */
    void enter(Chromium chromium) {
        if (!client.isEmpty()) return;
        ChromeDriver driver = chromium.driver();
        chromium.open(country.at(Origin.PLATFORM, "/developer?view=en.off.100.light"));
        driver.findElement(By.id("name")).sendKeys("試験銀行");
        driver.findElement(By.id("redirect")).sendKeys(CALLBACK);
        driver.findElement(By.cssSelector("form#client .om-actions button")).click();
        // the page before has such a list too
        chromium.await("#pem");
        chromium.picture("platform-developer-entered");
        client = driver.findElement(By.cssSelector("dl.om-summary dd.om-code")).getText();
    }

    /** Comes from the service: a login of its own each time, since it lives for minutes. */
    void begin(Chromium chromium) {
        enter(chromium);
        chromium.open(
                country.at(
                        Origin.PLATFORM,
                        "/api/realms/main/protocol/openid-connect/auth?response_type=code&client_id="
                                + client
                                + "&redirect_uri=http%3A%2F%2Flocalhost%3A9%2Fcallback"
                                + "&scope=openid%20name%20address&state=1&code_challenge_method=S256"
                                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
        login = chromium.driver().getCurrentUrl().replaceAll(".*/login/([^/?]+).*", "$1");
    }

    /** The same with the card on another device. */
    void elsewhere(Chromium chromium) {
        begin(chromium);
        chromium.driver().findElement(By.cssSelector("button[name=way][value=other]")).click();
        chromium.driver().findElement(By.cssSelector("svg[role=img]"));
    }

    /** What comes from the card is no certificate: some checks passed, one did not. */
    void fail(Chromium chromium) {
        elsewhere(chromium);
        ChromeDriver driver = chromium.driver();
        String code = driver.findElement(By.cssSelector(".om-number")).getText();
        chromium.open(country.at(Origin.PLATFORM, "/login/" + login + "/other"));
        String ask = driver.findElement(By.cssSelector("a.om-button")).getDomAttribute("href");
        Object status =
                driver.executeAsyncScript(
                        ANSWER,
                        "/login/" + login,
                        String.valueOf(ask).replaceAll(".*request=", ""),
                        code.replaceAll("\\D", ""));
        if (!status.equals(422L)) throw new IllegalStateException("answered " + status);
    }

    String path(String pattern) {
        String filled = pattern;
        for (Map.Entry<String, String> each :
                Map.of("{client}", client, "{id}", login).entrySet()) {
            filled = filled.replace(each.getKey(), each.getValue());
        }
        return filled;
    }
}
