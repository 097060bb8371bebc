package org.openmyna.server.web.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.Origins;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** One request of a browser, as far as pages care. A controller's method takes it as parameter. */
public final class Visit {
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Place place;

    Visit(HttpServletRequest request, HttpServletResponse response, Origins origins) {
        this.request = request;
        this.response = response;
        this.place = Place.of(ServletContextRequest.getServletContextRequest(request), origins);
    }

    Place place() {
        return place;
    }

    /** The address that was asked for, from {@code /} on, with its query. */
    public String address() {
        return place.withoutChange();
    }

    /** Same, without its query. */
    public String path() {
        return place.path();
    }

    /** Whether something was sent, and not just asked for. */
    public boolean sent() {
        return request.getMethod().equals("POST");
    }

    public Choices choices() {
        return place.choices();
    }

    /**
     * A page of another organisation, which is to look as this one does.
     *
     * @param path from {@code /} on
     */
    public String at(Origin origin, String path) {
        return place.at(origin, path);
    }

    /** After a POST: the browser is to get another page (303), so that a reload repeats nothing. */
    public SeeOther see(String path) {
        return new SeeOther(path);
    }

    /** After a POST: another page, with parameters; nothing of a person belongs in them. */
    public SeeOther see(String path, Map<String, String> parameters) {
        return new SeeOther(
                path
                        + parameters.entrySet().stream()
                                .map(each ->
                                        encoded(each.getKey()) + "=" + encoded(each.getValue()))
                                .collect(Collectors.joining("&", "?", "")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Optional<String> cookie(String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(each -> each.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** A choice: it comes along with a link from another origin. */
    void setChoice(String name, String value) {
        String cookie = kept(name, value).sameSite("Lax").build().toString();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie);
    }

    /** Kept by the browser until it is closed, and out of reach of scripts. */
    void setSecret(String name, String value) {
        response.addHeader(HttpHeaders.SET_COOKIE, kept(name, value).build().toString());
    }

    void removeCookie(String name) {
        response.addHeader(HttpHeaders.SET_COOKIE, kept(name, "").maxAge(0).build().toString());
    }

    /** For its origin alone, and not with a link from elsewhere. */
    private ResponseCookie.ResponseCookieBuilder kept(String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(place.secure())
                .sameSite("Strict");
    }
}
