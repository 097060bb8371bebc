package org.openmyna.server.counter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openmyna.server.ScreensServer;

/** A browser without script, as far as forms need one: cookies, redirects, fields. */
final class Browser {
    private static final Pattern TAG =
            Pattern.compile("<(?:input|option|select)[^>]*>", Pattern.DOTALL);

    private final HttpClient http;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final ScreensServer server;

    /** The page that is open. */
    record Page(int status, URI address, String html, HttpResponse<byte[]> answer) {
        String header(String name) {
            return answer.headers().firstValue(name).orElse("");
        }
    }

    Browser(ScreensServer server) {
        this.server = server;
        // the machine need not know the names of our origins
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(ProxySelector.of(new InetSocketAddress("127.0.0.1", server.port())))
                        .build();
    }

    /** Another one with the same cookies. */
    Browser copy() {
        Browser copy = new Browser(server);
        copy.cookies.putAll(cookies);
        return copy;
    }

    Page get(String path) {
        return follow(request(path).GET());
    }

    /**
     * @param fields names and values by turns
     */
    Page post(String path, String... fields) {
        return follow(body(path, fields));
    }

    /** One request, wherever it leads. */
    Page postOnce(String path, String... fields) {
        return once(body(path, fields));
    }

    private HttpRequest.Builder body(String path, String... fields) {
        List<String> parts = new ArrayList<>();
        for (int n = 0; n < fields.length; n += 2) {
            parts.add(encoded(fields[n]) + "=" + encoded(fields[n + 1]));
        }
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", parts)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.at(CounterTown.HOST, path))
                        .header("Accept-Language", "ja");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    String.join(
                            "; ",
                            cookies.entrySet().stream()
                                    .map(each -> each.getKey() + "=" + each.getValue())
                                    .toList()));
        }
        return request;
    }

    private Page follow(HttpRequest.Builder request) {
        Page page = once(request);
        for (int n = 0; n < 5 && page.status() == 303; n++) {
            page = once(request(page.header("Location")).GET());
        }
        return page;
    }

    private Page once(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Page(
                    answer.statusCode(),
                    answer.uri(),
                    new String(answer.body(), StandardCharsets.UTF_8),
                    answer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private void keep(String header) {
        String[] parts = header.split(";", 2)[0].split("=", 2);
        if (parts[1].isEmpty()) cookies.remove(parts[0]);
        else cookies.put(parts[0], parts[1]);
    }

    /** What stands in the fields of a page's last form, to be sent as it is but for some. */
    static String[] fields(Page page, String... changes) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        String form =
                page.html()
                        .substring(
                                page.html().lastIndexOf("<form method=\"post\" action=\"/cases"));
        String select = "";
        Matcher tags = TAG.matcher(form);
        while (tags.find()) {
            String tag = tags.group();
            if (tag.startsWith("<select")) {
                select = attribute(tag, "name");
            } else if (tag.startsWith("<option")) {
                if (tag.contains(" selected")) put(values, select, attribute(tag, "value"));
            } else if (!tag.contains("type=\"radio\"") && !tag.contains("type=\"checkbox\"")
                    || tag.contains(" checked")) {
                put(values, attribute(tag, "name"), attribute(tag, "value"));
            }
        }
        for (int n = 0; n < changes.length; n += 2) {
            values.put(changes[n], new ArrayList<>(List.of(changes[n + 1])));
        }
        List<String> all = new ArrayList<>();
        values.forEach((name, each) ->
                each.forEach(value -> {
                    all.add(name);
                    all.add(value);
                }));
        return all.toArray(String[]::new);
    }

    private static void put(Map<String, List<String>> values, String name, String value) {
        values.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find()
                ? found.group(1).replace("&amp;", "&").replace("&#39;", "'").replace("&#34;", "\"")
                : "";
    }
}
