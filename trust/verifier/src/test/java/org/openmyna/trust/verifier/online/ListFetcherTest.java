package org.openmyna.trust.verifier.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.DistributionPoint;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.verifier.Forge;
import org.openmyna.trust.verifier.World;

/** Revocation lists fetched over real HTTP into a folder. */
final class ListFetcherTest {
    @TempDir Path folder;

    private final World world = new World();
    private final Map<String, byte[]> published = new ConcurrentHashMap<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger unchanged = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile boolean down;
    private final Site site = new Site(this::serve);

    @AfterEach
    void close() {
        site.close();
    }

    private void serve(HttpExchange exchange) throws IOException, InterruptedException {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            byte[] list = published.get(exchange.getRequestURI().getPath().substring(1));
            if (down || list == null) {
                Site.answer(exchange, down ? 503 : 404, new byte[0]);
                return;
            }
            String tag = "\"" + java.util.Arrays.hashCode(list) + "\"";
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                unchanged.incrementAndGet();
                Site.answer(exchange, 304, new byte[0]);
            } else {
                sent.incrementAndGet();
                Site.answer(exchange, 200, list);
            }
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private ListFetcher fetcher() {
        return new ListFetcher(settings(), world);
    }

    private ListSettings settings() {
        return new ListSettings(
                folder,
                place -> site.address("/" + place.point().municipality()),
                Duration.ofSeconds(5),
                100_000,
                4,
                Duration.ofMinutes(1));
    }

    private ListPlace place(String municipality) {
        return new ListPlace(
                world.loginAuthority.certificate(),
                new DistributionPoint(
                        CaKind.USER_AUTHENTICATION, Hierarchy.TEST, "Tokyo-to", municipality));
    }

    private String login(ListFetcher fetcher) {
        return World.code(world.logIn(world.settings().status(fetcher), world.login().der()));
    }

    private String failure(ListFetcher fetcher) {
        ListRefresh refresh = fetcher.refresh(List.of(place("Chiyoda-ku")));
        assertThat(refresh.fetched() + refresh.unchanged()).isZero();
        return refresh.failures().getFirst().refusal().code();
    }

    @Test
    void the_first_card_of_a_place_fetches_its_list_and_the_others_do_not() throws Exception {
        published.put("Chiyoda-ku", world.loginAuthority.crl("Chiyoda-ku").der());
        ListFetcher fetcher = fetcher();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> logins = new ArrayList<>();
            for (int n = 0; n < 20; n++) logins.add(threads.submit(() -> login(fetcher)));
            for (Future<String> login : logins) assertThat(login.get()).isEqualTo("accepted");
        }
        assertThat(sent).hasValue(1);
    }

    @Test
    void what_is_unchanged_is_not_sent_again_even_after_a_restart() {
        published.put("Chiyoda-ku", world.loginAuthority.crl("Chiyoda-ku").der());
        assertThat(fetcher().refresh(List.of(place("Chiyoda-ku"))).fetched()).isEqualTo(1);
        ListFetcher again = fetcher();
        assertThat(again.refresh(List.of(place("Chiyoda-ku"))))
                .isEqualTo(new ListRefresh(0, 1, List.of()));
        assertThat(sent).hasValue(1);
        assertThat(unchanged).hasValue(1);
        assertThat(login(again)).isEqualTo("accepted");
    }

    @Test
    void a_newer_list_counts_and_an_older_one_does_not() {
        published.put("Chiyoda-ku", world.loginAuthority.crl("Chiyoda-ku").number(7).der());
        ListFetcher fetcher = fetcher();
        assertThat(login(fetcher)).isEqualTo("accepted");
        published.put(
                "Chiyoda-ku",
                world.loginAuthority
                        .crl("Chiyoda-ku")
                        .number(8)
                        .revoked(20_000_001, "2026-11-20T00:00:00Z", 3)
                        .der());
        assertThat(fetcher.refresh(List.of(place("Chiyoda-ku"))).fetched()).isEqualTo(1);
        assertThat(login(fetcher)).isEqualTo("MYNA-VRF-104");
        published.put("Chiyoda-ku", world.loginAuthority.crl("Chiyoda-ku").number(7).der());
        assertThat(failure(fetcher)).isEqualTo("MYNA-VRF-121");
        assertThat(login(fetcher)).isEqualTo("MYNA-VRF-104");
        assertThat(login(fetcher())).isEqualTo("MYNA-VRF-104");
    }

    @Test
    void lists_of_another_place_key_or_time_are_not_taken() {
        ListFetcher fetcher = fetcher();
        published.put("Chiyoda-ku", world.loginAuthority.crl("Minato-ku").der());
        assertThat(failure(fetcher)).isEqualTo("MYNA-VRF-124");
        published.put("Chiyoda-ku", world.signatureAuthority.crl("Chiyoda-ku").der());
        assertThat(failure(fetcher)).isEqualTo("MYNA-VRF-124");
        published.put(
                "Chiyoda-ku", world.loginAuthority.crl("Chiyoda-ku").ofTheWholeGeneration().der());
        assertThat(failure(fetcher)).isEqualTo("MYNA-VRF-124");
        published.put(
                "Chiyoda-ku",
                world.loginAuthority
                        .crl("Chiyoda-ku")
                        .signedBy(Forge.keys("stranger", 2048).getPrivate())
                        .der());
        assertThat(failure(fetcher)).isEqualTo("MYNA-VRF-123");
        published.put(
                "Chiyoda-ku",
                world.loginAuthority
                        .crl("Chiyoda-ku")
                        .of("2026-11-20T15:00:00Z", "2026-11-22T15:00:00Z")
                        .der());
        assertThat(failure(fetcher)).isEqualTo("MYNA-VRF-121");
        published.put("Chiyoda-ku", new byte[100_001]);
        assertThat(failure(fetcher)).isEqualTo("MYNA-VRF-086");
        published.put("Chiyoda-ku", "<html>".getBytes());
        assertThat(failure(fetcher)).isEqualTo("MYNA-VRF-086");
        published.remove("Chiyoda-ku");
        assertThat(failure(fetcher)).isEqualTo("MYNA-VRF-086");
        assertThat(folder).isEmptyDirectory();
        assertThat(login(fetcher)).isEqualTo("MYNA-VRF-086");
    }

    @Test
    void when_the_server_is_down_the_old_list_serves_until_it_is_stale() {
        published.put("Chiyoda-ku", world.loginAuthority.crl("Chiyoda-ku").der());
        ListFetcher fetcher = fetcher();
        assertThat(login(fetcher)).isEqualTo("accepted");
        down = true;
        assertThat(failure(fetcher)).isEqualTo("MYNA-VRF-086");
        assertThat(login(fetcher)).isEqualTo("accepted");
        world.passes(Duration.ofDays(2));
        assertThat(login(fetcher)).isEqualTo("MYNA-VRF-121");
        down = false;
        published.put(
                "Chiyoda-ku",
                world.loginAuthority
                        .crl("Chiyoda-ku")
                        .number(9)
                        .of("2026-11-25T15:00:00Z", "2026-11-27T15:00:00Z")
                        .der());
        assertThat(login(fetcher)).isEqualTo("MYNA-VRF-121");
        world.passes(Duration.ofSeconds(61));
        assertThat(login(fetcher)).isEqualTo("accepted");
    }

    @Test
    void a_damaged_copy_is_forgotten_and_fetched_again() throws IOException {
        published.put("Chiyoda-ku", world.loginAuthority.crl("Chiyoda-ku").der());
        fetcher().refresh(List.of(place("Chiyoda-ku")));
        Path copy = folder.resolve(place("Chiyoda-ku").fileName() + ".crl");
        byte[] bytes = Files.readAllBytes(copy);
        bytes[bytes.length - 1] ^= 1;
        Files.delete(copy);
        Files.write(copy, bytes);
        ListFetcher again = fetcher();
        assertThat(again.refresh(List.of(place("Chiyoda-ku"))).fetched()).isEqualTo(1);
        assertThat(login(again)).isEqualTo("accepted");
    }

    @Test
    void all_municipalities_are_fetched_and_only_so_many_at_the_same_time() {
        List<ListPlace> places = new ArrayList<>();
        for (int n = 0; n < 400; n++) {
            String name = "Shiken" + (char) ('a' + n / 26 % 26) + (char) ('a' + n % 26) + "-shi";
            published.put(name, world.loginAuthority.crl(name).der());
            places.add(place(name));
        }
        ListFetcher fetcher = fetcher();
        assertThat(fetcher.refresh(places)).isEqualTo(new ListRefresh(400, 0, List.of()));
        assertThat(fetcher.refresh(places)).isEqualTo(new ListRefresh(0, 400, List.of()));
        assertThat(mostAtOnce.get()).isBetween(2, 4);
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        var settings = ListSettings.standard(file.resolve("lists"), any -> URI.create("http://x"));
        assertThatThrownBy(() -> new ListFetcher(settings, world))
                .isInstanceOf(ListFolderUnusable.class)
                .hasMessageContaining("MYNA-VRF-087");
    }
}
