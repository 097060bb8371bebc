package org.openmyna.server.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.Origins;

/**
 * The address that a browser asked for, and how it wants pages to be.
 *
 * @param query without a question mark; empty if there is none
 */
record Place(
        Origins origins, boolean secure, int port, String path, String query, Choices choices) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** As the network brought it. */
    static Place of(Request request, Origins origins) {
        String query = request.getHttpURI().getQuery();
        String path = request.getHttpURI().getPath();
        List<HttpCookie> cookies = Request.getCookies(request);
        return new Place(
                origins,
                request.isSecure(),
                Request.getServerPort(request),
                path == null ? "/" : path,
                query == null ? "" : query,
                Choices.usual(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE))
                        .changedBy(
                                cookies.stream()
                                        .filter(each -> each.getName().equals(Choices.NAME))
                                        .map(HttpCookie::getValue)
                                        .findFirst()
                                        .orElse(null))
                        .changedBy(change(query)));
    }

    /** What a link that changes the look carries. */
    static @Nullable String change(@Nullable String query) {
        if (query == null) return null;
        for (String each : query.split("&", -1)) {
            if (each.startsWith(Choices.NAME + "="))
                return each.substring(Choices.NAME.length() + 1);
        }
        return null;
    }

    /** This address without what changes the look. */
    String withoutChange() {
        String rest = restOfQuery();
        return path + (rest.isEmpty() ? "" : "?" + rest);
    }

    /** The same page, seen otherwise. */
    String here(String token) {
        String rest = restOfQuery();
        return path + "?" + (rest.isEmpty() ? "" : rest + "&") + Choices.NAME + "=" + token;
    }

    private String restOfQuery() {
        return Arrays.stream(query.split("&", -1))
                .filter(each -> !each.startsWith(Choices.NAME + "="))
                .collect(Collectors.joining("&"));
    }

    /** A page of another organisation, which is to look as this one does. */
    String at(Origin origin, String there) {
        return (secure ? "https" : "http")
                + "://"
                + origins.host(origin)
                + (port == (secure ? HTTPS : HTTP) ? "" : ":" + port)
                + there
                + (there.contains("?") ? "&" : "?")
                + Choices.NAME
                + "="
                + choices.tokens();
    }
}
