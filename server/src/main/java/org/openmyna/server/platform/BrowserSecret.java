package org.openmyna.server.platform;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * What only the browser that began a login holds: a cookie of that login, new each time, so that
 * nothing planted before is worth anything. Lax, since the browser comes back from the agent.
 */
final class BrowserSecret {
    private static final String NAME = "login-";
    private static final Duration LIFE = CardLogins.LIFE;

    private final PlatformAddress address;

    BrowserSecret(PlatformAddress address) {
        this.address = address;
    }

    void give(HttpServletResponse response, CardLogins.Begun begun) {
        set(response, begun.id(), begun.secret(), LIFE);
    }

    /** The login is over. */
    void take(HttpServletResponse response, String login) {
        set(response, login, "", Duration.ZERO);
    }

    private void set(HttpServletResponse response, String login, String value, Duration life) {
        String cookie =
                ResponseCookie.from(NAME + login, value)
                        .path("/login/" + login)
                        .maxAge(life)
                        .httpOnly(true)
                        .secure(address.origin().startsWith("https:"))
                        .sameSite("Lax")
                        .build()
                        .toString();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie);
    }

    Optional<String> of(HttpServletRequest request, String login) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(each -> each.getName().equals(NAME + login))
                .map(Cookie::getValue)
                .findFirst();
    }
}
