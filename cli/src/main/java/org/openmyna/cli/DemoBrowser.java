package org.openmyna.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * As much of a browser as a login needs: cookies, forms, redirects and pages that leave at once, up
 * to a given address.
 */
final class DemoBrowser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_REDIRECTS = 10;
    private static final Pattern LEAVING =
            Pattern.compile("http-equiv=\"refresh\" content=\"0;url=([^\"]*)\"");

    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(PATIENCE)
                    .build();

    /**
     * Where the browser is now.
     *
     * @param text of the page; empty at an address that was not opened
     */
    record Place(URI address, int status, String text) {
        String found(String pattern) {
            Matcher found = Pattern.compile(pattern).matcher(text);
            if (!found.find()) throw new IllegalStateException(address + " has no " + pattern);
            return unescaped(found.group(1));
        }

        /** Of the address. */
        String parameter(String name) {
            return found(address.getRawQuery(), "(?:^|&)" + name + "=([^&]*)");
        }

        private static String found(String query, String pattern) {
            Matcher found = Pattern.compile(pattern).matcher(query);
            if (!found.find()) throw new IllegalStateException(query + " has no " + pattern);
            return found.group(1);
        }
    }

    /** Opens an address and follows it until a page is there, or until it leads to the goal. */
    Place open(URI address, URI goal) {
        return follow(address, send(HttpRequest.newBuilder(address).GET()), goal);
    }

    Place open(URI address) {
        return open(address, URI.create("about:blank"));
    }

    /** Sends a form from a page of the same origin. */
    Place submit(URI action, Map<String, String> fields, URI goal) {
        var request =
                HttpRequest.newBuilder(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", action.getScheme() + "://" + action.getRawAuthority())
                        .POST(HttpRequest.BodyPublishers.ofString(form(fields)));
        return follow(action, send(request), goal);
    }

    /** What a program asks with a token, which needs no browser. */
    String ask(URI address, String bearer) {
        return send(HttpRequest.newBuilder(address).header("Authorization", "Bearer " + bearer))
                .body();
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Place follow(URI from, HttpResponse<String> first, URI goal) {
        URI here = from;
        HttpResponse<String> answer = first;
        for (int n = 0; n < MOST_REDIRECTS; n++) {
            Optional<String> next = next(answer);
            if (next.isEmpty()) return new Place(here, answer.statusCode(), answer.body());
            here = here.resolve(next.get());
            if (here.toString().startsWith(goal + "?")) {
                return new Place(here, answer.statusCode(), "");
            }
            answer = send(HttpRequest.newBuilder(here).GET());
        }
        throw new IllegalStateException(from + " leads nowhere");
    }

    /** Where a redirect leads, or a page that leaves at once. */
    private static Optional<String> next(HttpResponse<String> answer) {
        Matcher leaving = LEAVING.matcher(answer.body());
        return answer.headers()
                .firstValue("Location")
                .or(() ->
                        leaving.find()
                                ? Optional.of(unescaped(leaving.group(1)))
                                : Optional.empty());
    }

    private static String unescaped(String html) {
        return html.replace("&quot;", "\"").replace("&#34;", "\"").replace("&amp;", "&");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.timeout(PATIENCE).header("Accept-Language", "ja").build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
