package org.openmyna.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A browser without a script: cookies, forms with their Origin, no redirect by itself. */
final class Browser {
    private static final Pattern LEAVING =
            Pattern.compile("http-equiv=\"refresh\" content=\"0;url=(http[^\"]*)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]*)\"");

    private final URI agent;
    private final HttpClient http = HttpClient.newHttpClient();
    final Map<String, String> cookies = new LinkedHashMap<>();
    private String csrf = "";

    /**
     * @param location of a redirect, or of a page that leaves at once; or empty
     */
    record Shown(int status, String html, String location, HttpResponse<String> answer) {
        boolean says(String text) {
            return html.contains(text);
        }

        String header(String name) {
            return answer.headers().firstValue(name).orElse("");
        }
    }

    Browser(CardAgent agent) {
        this.agent = agent.address();
    }

    Shown get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** From the platform to the page that follows at once. */
    Shown ask(String request) {
        Shown opened = get("/ask?request=" + request);
        return opened.says("0;url=/talk") ? get("/talk") : opened;
    }

    /** Sends a form of the last page, and follows where it leads. */
    Shown submit(String path, String... namesAndValues) {
        Shown answer = post(path, csrf, agent.toString(), namesAndValues);
        return answer.location().startsWith("/") ? get(answer.location()) : answer;
    }

    Shown post(String path, String token, @Nullable String origin, String... namesAndValues) {
        var form = new StringBuilder("csrf=" + token);
        for (int at = 0; at < namesAndValues.length; at += 2) {
            form.append('&')
                    .append(namesAndValues[at])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[at + 1], StandardCharsets.UTF_8));
        }
        HttpRequest.Builder request = request(path);
        if (origin != null) request.header("Origin", origin);
        return send(
                request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    String csrf() {
        return csrf;
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(agent.resolve(path));
        if (headers.length > 0) request.headers(headers);
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

    private Shown send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                String pair = cookie.substring(0, cookie.indexOf(';'));
                int at = pair.indexOf('=');
                cookies.put(pair.substring(0, at), pair.substring(at + 1));
            }
            Matcher token = CSRF.matcher(answer.body());
            if (token.find()) csrf = token.group(1);
            return new Shown(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("Location").orElseGet(() -> leaving(answer.body())),
                    answer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String leaving(String html) {
        Matcher goal = LEAVING.matcher(html);
        return goal.find() ? goal.group(1).replace("&amp;", "&") : "";
    }

    /** What comes back for these very bytes. */
    String raw(String request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), agent.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
