package org.openmyna.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.server.OpenMynaServer;
import org.openmyna.server.RunningServer;
import org.openmyna.server.ServerRole;
import org.openmyna.server.ServerSettings;
import org.openmyna.trust.authority.Authorities;
import org.openmyna.trust.authority.AuthoritySettings;
import org.openmyna.trust.profile.CaKind;

/**
 * A running server whose CAs have lived through five years, at {@link Population#NOW} of legal
 * time. Made once in a test run; nobody changes what is in it.
 */
final class ServedAuthority implements AutoCloseable {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ServedAuthority.class);
    private static final Pattern LIST = Pattern.compile("\"name\": \"([^\"]+)\"");

    private final LegalClock clock = new LegalClock(Population.FOUNDED);
    private final Path folder = newFolder();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Database elsewhere = TemporaryDatabase.fresh();
    private final Authorities stranger;
    private final RunningServer server;
    private final List<Subject> people;
    private final Map<String, byte[]> lists = new TreeMap<>();

    static ServedAuthority of(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        ServedAuthority.class, _ -> new ServedAuthority(), ServedAuthority.class);
    }

    private ServedAuthority() {
        stranger =
                Authorities.open(
                        elsewhere,
                        folder.resolve("stranger"),
                        AuthoritySettings.sandbox(),
                        clock,
                        new SecureRandom());
        server =
                OpenMynaServer.start(
                        ServerSettings.in(folder.resolve("data"))
                                .withPort(0)
                                .withRoles(ServerRole.AUTHORITY_ALONE)
                                .withDatabase(TemporaryDatabase.freshUrl())
                                .withLegalTime(clock));
        people = Population.of(authorities(), stranger, clock);
        authorities().lists().publishAll();
        authorities().follower().follow();
        String index = new String(get("/crl/index.json"), java.nio.charset.StandardCharsets.UTF_8);
        LIST.matcher(index)
                .results()
                .forEach(found -> lists.put(found.group(1), get("/crl/" + found.group(1))));
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("openmyna-served");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Authorities authorities() {
        return server.authorities();
    }

    /** A CA of the same name and another key. */
    byte[] strangersCertificate(CaKind kind) {
        return stranger.established(kind).certificate().der();
    }

    /** Where its keys are. */
    Path vault() {
        return folder.resolve("data").resolve("authority").resolve("keys");
    }

    List<Subject> people() {
        return people;
    }

    /** Those of one key generation. */
    List<Subject> people(CaKind kind, int generation) {
        return people.stream()
                .filter(each -> each.generation().ca() == kind)
                .filter(each -> each.generation().number() == generation)
                .toList();
    }

    Subject one(CaKind kind, int generation, Subject.State state) {
        return people(kind, generation).stream()
                .filter(each -> each.state() == state)
                .findFirst()
                .orElseThrow();
    }

    /** All that were published at {@link Population#NOW}, by name. */
    Map<String, byte[]> lists() {
        return lists;
    }

    byte[] list(String name) {
        byte[] found = lists.get(name);
        if (found == null) throw new AssertionError(name + " is not among " + lists.keySet());
        return found;
    }

    /** The certificates of all generations of a CA, as text: what verifiers trust. */
    String trust(CaKind kind) {
        StringBuilder all = new StringBuilder();
        authorities()
                .generations()
                .of(kind)
                .forEach(each -> all.append(Pem.certificate(each.certificate().der())));
        return all.toString();
    }

    /** A moment after everything that happened, when nothing is out of date yet. */
    static Instant checkedAt() {
        return Instant.parse(Population.NOW).plusSeconds(60);
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    }

    byte[] get(String path) {
        return bytes(HttpRequest.newBuilder(at(path)).build());
    }

    byte[] post(String path, byte[] ocspRequest) {
        return bytes(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/ocsp-request")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(ocspRequest))
                        .build());
    }

    private byte[] bytes(HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError(request + " was answered with " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() throws IOException {
        List<AutoCloseable> parts = new ArrayList<>(List.of(http, server, stranger, elsewhere));
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception failed) {
                throw new IOException(failed);
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
