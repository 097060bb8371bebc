package org.openmyna.server.sandbox.screens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Somebody at the sandbox's origin who reads Japanese, follows links and sends forms. */
final class Visitor {
    private final int port;
    private final String language;

    Visitor(int port, String language) {
        this.port = port;
        this.language = language;
    }

    /**
     * An answer.
     *
     * @param headers as they came
     */
    record Answer(int status, String headers, String body) {
        Optional<String> location() {
            return headers.lines()
                    .filter(each ->
                            each.toLowerCase(java.util.Locale.ROOT).startsWith("location: "))
                    .map(each -> each.substring(10))
                    .findFirst();
        }

        /** Without markup. */
        String text() {
            return body.replaceAll("(?s)<(rt|rp)[ >].*?</\\1>", "").replaceAll("<[^>]*>", "");
        }
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer post(String path, Map<String, String> form) {
        return send(
                "POST",
                path,
                form.entrySet().stream()
                        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&")));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(String method, String path, String body) {
        String origin = "http://sandbox.localhost:" + port;
        String request =
                String.join(
                        "\r\n",
                        method + " " + path + " HTTP/1.1",
                        "Host: sandbox.localhost:" + port,
                        "Origin: " + origin,
                        "Referer: " + origin + "/",
                        "Accept: text/html",
                        "Accept-Language: " + language,
                        "Content-Type: application/x-www-form-urlencoded",
                        "Content-Length: " + body.length(),
                        "Connection: close",
                        "",
                        body);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return answer(socket.getInputStream().readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Answer answer(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String[] parts = text.split("\r\n\r\n", 2);
        int status = Integer.parseInt(Arrays.asList(parts[0].split(" ", 3)).get(1));
        return new Answer(status, parts[0], parts[1]);
    }
}
