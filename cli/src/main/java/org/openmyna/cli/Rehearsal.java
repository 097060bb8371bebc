package org.openmyna.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;

/**
 * What a server answers first, asked of one that starts only so that the classes it loads can be
 * recorded.
 */
final class Rehearsal {
    private static final List<String> FIRST =
            List.of("/", "/actuator/health", "/crl/index.json", "/log/head", "/nothing");

    private Rehearsal() {}

    static void with(URI server) {
        for (String path : FIRST) ask(server.resolve(path));
    }

    private static void ask(URI address) {
        try {
            if (address.toURL().openConnection() instanceof HttpURLConnection http) {
                boolean refused = http.getResponseCode() >= HttpURLConnection.HTTP_BAD_REQUEST;
                try (InputStream answer = refused ? http.getErrorStream() : http.getInputStream()) {
                    if (answer != null) answer.readAllBytes();
                }
            }
        } catch (IOException notAnswered) {
            // what is not asked is loaded when somebody asks
            return;
        }
    }
}
