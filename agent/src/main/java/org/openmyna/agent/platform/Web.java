package org.openmyna.agent.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * HTTP as the agent speaks it: no cookies, no redirects, small answers, little patience. Plain HTTP
 * is sent to this machine's own port whatever the name is: as to a proxy, so that the name arrives
 * without being looked up (RFC 9112 3.2.2 lets every server take such requests).
 */
final class Web {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST = 256 * 1024;

    /**
     * @param body at most {@link #LONGEST} bytes
     */
    record Answer(int status, String body) {}

    private @Nullable HttpClient client;

    /** Made when it is first needed: that takes longer than the start of the agent. */
    private synchronized HttpClient client() {
        if (client == null) {
            client =
                    HttpClient.newBuilder()
                            .connectTimeout(PATIENCE)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .proxy(new ThisMachine())
                            .build();
        }
        return client;
    }

    Answer get(URI address) throws IOException {
        return send(HttpRequest.newBuilder(address).GET());
    }

    Answer post(URI address, String language, String json) throws IOException {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .header("Accept-Language", language)
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<InputStream> answer =
                    client().send(
                                    request.timeout(PATIENCE)
                                            .header("Accept", "application/json")
                                            .build(),
                                    BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return new Answer(answer.statusCode(), text(body));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("told to stop", stopped);
        }
    }

    private static String text(InputStream body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(body.readNBytes(LONGEST + 1));
        if (bytes.size() > LONGEST) throw new IOException("the answer is too long");
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static final class ThisMachine extends ProxySelector {
        private static final int USUAL_PORT = 80;

        @Override
        public List<Proxy> select(URI address) {
            if (!"http".equals(address.getScheme())) return List.of(Proxy.NO_PROXY);
            int port = address.getPort() < 0 ? USUAL_PORT : address.getPort();
            var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            return List.of(new Proxy(Proxy.Type.HTTP, here));
        }

        @Override
        public void connectFailed(URI address, SocketAddress proxy, IOException why) {
            // whoever called is told
        }
    }
}
