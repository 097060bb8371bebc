package org.openmyna.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One keep-alive connection that asks under any name of the server, one request after the other.
 */
final class PlainHttp implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final String host;

    /**
     * @param headers by name in small letters; the last of a name
     */
    record Answer(int status, Map<String, String> headers, String body) {
        String header(String name) {
            String value = headers.get(name);
            if (value == null)
                throw new IllegalStateException(status + " without " + name + ": " + body);
            return value;
        }
    }

    PlainHttp(String name, int port) {
        try {
            socket = new Socket("localhost", port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 16_384);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        host = name + ":" + port;
    }

    Answer get(String path, String... headers) {
        return ask("GET " + path, "", headers);
    }

    Answer post(String path, String type, String body, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type: " + type;
        all[headers.length + 1] = "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length;
        return ask("POST " + path, body, all);
    }

    Answer form(String path, String body, String... headers) {
        return post(path, "application/x-www-form-urlencoded", body, headers);
    }

    private Answer ask(String line, String body, String... headers) {
        var request = new StringBuilder(line).append(" HTTP/1.1\r\nHost: ").append(host);
        for (String each : headers) request.append("\r\n").append(each);
        request.append("\r\n\r\n").append(body);
        try {
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
            return read();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Answer read() throws IOException {
        int status = Integer.parseInt(line().split(" ", -1)[1]);
        Map<String, String> headers = new HashMap<>();
        for (String each = line(); !each.isEmpty(); each = line()) {
            int colon = each.indexOf(':');
            headers.put(
                    each.substring(0, colon).toLowerCase(Locale.ROOT),
                    each.substring(colon + 1).strip());
        }
        return new Answer(status, headers, body(headers));
    }

    private String body(Map<String, String> headers) throws IOException {
        if ("chunked".equals(headers.get("transfer-encoding"))) return chunks();
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private String chunks() throws IOException {
        var all = new java.io.ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16);
                size > 0;
                size = Integer.parseInt(line(), 16)) {
            all.write(in.readNBytes(size));
            line();
        }
        line();
        return all.toString(StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        var text = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) throw new IOException("the server closed a connection");
            if (octet != '\r') text.append((char) octet);
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
