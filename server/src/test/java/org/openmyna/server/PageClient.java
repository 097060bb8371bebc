package org.openmyna.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks for pages of any origin, which Java's own client cannot. */
final class PageClient {
    private final int port;

    PageClient(TestCountry country) {
        this.port = country.server.address().getPort();
    }

    /**
     * An answer.
     *
     * @param headers each as {@code name: value}, the name in small letters
     */
    record Answer(int status, List<String> headers, String body) {
        Optional<String> header(String name) {
            return headers.stream()
                    .filter(each -> each.startsWith(name + ": "))
                    .map(each -> each.substring(name.length() + 2))
                    .findFirst();
        }

        /** The heading, without markup. */
        String heading() {
            int from = body.indexOf("<h1>");
            int to = body.indexOf("</h1>");
            return from < 0 || to < from
                    ? ""
                    : body.substring(from + 4, to).replaceAll("<.*?>", "");
        }
    }

    /** As a browser that prefers Japanese. */
    Answer get(String origin, String path, String... headers) {
        return send("GET", origin, path, "", headers);
    }

    Answer post(String origin, String path, Map<String, String> form, String... headers) {
        String body =
                form.entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
        return send("POST", origin, path, body, headers);
    }

    /** As a program. */
    Answer postJson(String origin, String path, String json) {
        return send(
                "POST",
                origin,
                path,
                json,
                "Content-Type: application/json",
                "Accept: application/json");
    }

    /** As one chunk, so that its length is not known before. */
    Answer postChunked(String origin, String path, String json) {
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        return send(
                "POST",
                origin,
                path,
                Integer.toHexString(length) + "\r\n" + json + "\r\n0\r\n\r\n",
                "Content-Type: application/json",
                "Accept: application/json",
                "Transfer-Encoding: chunked");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(String method, String origin, String path, String body, String... more) {
        List<String> lines = new ArrayList<>();
        lines.add(method + " " + path + " HTTP/1.1");
        lines.add("Host: " + origin + ":" + port);
        lines.add("Connection: close");
        lines.addAll(List.of(more));
        if (lines.stream().noneMatch(each -> each.startsWith("Accept:"))) {
            lines.add("Accept: text/html,*/*;q=0.8");
        }
        if (method.equals("POST")
                && lines.stream().noneMatch(each -> each.startsWith("Transfer-Encoding:"))) {
            lines.add("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
        }
        if (method.equals("POST")
                && lines.stream().noneMatch(each -> each.startsWith("Content-Type:"))) {
            lines.add("Content-Type: application/x-www-form-urlencoded");
        }
        if (lines.stream().noneMatch(each -> each.startsWith("Accept-Language:"))) {
            lines.add("Accept-Language: ja");
        }
        String request = String.join("\r\n", lines) + "\r\n\r\n" + body;
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Answer read(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        List<String> head = List.of(answer.substring(0, end).split("\r\n", -1));
        return new Answer(
                Integer.parseInt(head.getFirst().split(" ", -1)[1]),
                head.stream().skip(1).map(PageClient::small).toList(),
                answer.substring(end + 4));
    }

    private static String small(String header) {
        int colon = header.indexOf(':');
        return header.substring(0, colon).toLowerCase(Locale.ROOT) + header.substring(colon);
    }
}
