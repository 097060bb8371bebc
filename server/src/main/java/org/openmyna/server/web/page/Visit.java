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
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.Origins;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** One request of a browser, as far as pages care. A controller's method takes it as parameter. */
public final class Visit {
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Origins origins;
    private final Choices choices;

    Visit(HttpServletRequest request, HttpServletResponse response, Origins origins) {
        this.request = request;
        this.response = response;
        this.origins = origins;
        this.choices =
                Choices.usual(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                        .changedBy(cookie(request, Choices.NAME).orElse(null))
                        .changedBy(request.getParameter(Choices.NAME));
    }

    public Choices choices() {
        return choices;
    }

    /** The same page, seen otherwise. */
    String here(String token) {
        String query = query();
        return request.getRequestURI()
                + "?"
                + (query.isEmpty() ? "" : query + "&")
                + Choices.NAME
                + "="
                + token;
    }

    /** This address without what changes the look. */
    String withoutChange() {
        String query = query();
        return request.getRequestURI() + (query.isEmpty() ? "" : "?" + query);
    }

    /** The query without what changes the look. */
    private String query() {
        return Stream.ofNullable(request.getQueryString())
                .flatMap(query -> Arrays.stream(query.split("&", -1)))
                .filter(each -> !each.startsWith(Choices.NAME + "="))
                .collect(Collectors.joining("&"));
    }

    /**
     * A page of another organisation, which is to look as this one does.
     *
     * @param path from {@code /} on
     */
    public String at(Origin origin, String path) {
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getScheme()
                + "://"
                + origins.host(origin)
                + (usual ? "" : ":" + port)
                + path
                + (path.contains("?") ? "&" : "?")
                + Choices.NAME
                + "="
                + choices.tokens();
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
        return cookie(request, name);
    }

    /** Kept by the browser until it is closed, and out of reach of scripts. */
    void setCookie(String name, String value) {
        response.addHeader(HttpHeaders.SET_COOKIE, kept(name, value).build().toString());
    }

    void removeCookie(String name) {
        response.addHeader(HttpHeaders.SET_COOKIE, kept(name, "").maxAge(0).build().toString());
    }

    private ResponseCookie.ResponseCookieBuilder kept(String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict");
    }

    static Optional<String> cookie(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(each -> each.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }
}
