package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrontTest {
    private final TestCountry country = TestCountry.shared();

    /** Writes bytes and reads until the server closes. */
    private String raw(byte[] bytes) throws IOException {
        try (Socket socket = new Socket("localhost", country.server.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String forHost(String host, String path) throws IOException {
        return raw(
                ("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void each_origin_has_its_own() throws IOException {
        int port = country.server.address().getPort();
        assertThat(forHost("authority.localhost:" + port, "/cps")).startsWith("HTTP/1.1 200");
        assertThat(forHost("AUTHORITY.localhost:" + port, "/")).startsWith("HTTP/1.1 200");
        assertThat(forHost("ocsp.authority.localhost:" + port, "/any/path"))
                .as("whatever the path, it is OCSP")
                .startsWith("HTTP/1.1 200")
                .contains("application/ocsp-response");
        assertThat(forHost("127.0.0.1:" + port, "/cps")).startsWith("HTTP/1.1 200");
    }

    @Test
    void a_strangers_name_is_refused_and_told_which_there_are() throws IOException {
        assertThat(forHost("bank.example", "/cps"))
                .startsWith("HTTP/1.1 421")
                .contains("MYNA-SRV-004", "ocsp.authority.localhost");
    }

    @Test
    void a_problem_has_a_code_and_the_language_that_was_asked_for() {
        HttpResponse<String> japanese =
                country.get("/nothing", "Accept-Language", "ja-JP, en;q=0.5");
        assertThat(japanese.statusCode()).isEqualTo(404);
        assertThat(japanese.headers().firstValue("content-type"))
                .hasValue("application/problem+json");
        assertThat(japanese.headers().firstValue("content-language")).hasValue("ja");
        assertThat(japanese.body()).contains("\"code\": \"MYNA-SRV-005\"", "何もありません");
        assertThat(country.get("/nothing").body()).contains("There is nothing at /nothing");
    }

    @Test
    void every_page_says_how_little_a_browser_may_do_with_it() {
        for (String path : new String[] {"/cps", "/nothing", "/log/head", "/actuator/health"}) {
            var headers = country.get(path).headers();
            assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
            assertThat(headers.firstValue("content-security-policy").orElse(""))
                    .contains("default-src 'none'");
            assertThat(headers.firstValue("referrer-policy")).hasValue("no-referrer");
            assertThat(headers.firstValue("server")).isEmpty();
        }
    }

    @Test
    void a_path_with_two_readings_is_refused() {
        assertThat(country.get("/cps%2f..%2factuator").statusCode()).isEqualTo(400);
        assertThat(country.get("//actuator/health").statusCode()).isEqualTo(400);
    }

    @Test
    void health_tells_the_age_of_every_product() {
        country.issued();
        HttpResponse<String> health = country.get("/actuator/health");
        assertThat(health.body())
                .contains("database", "statusLog", "statusIndex", "responders", "revocationLists")
                .contains("lagMillis", "signedPosition", "logPosition");
        assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
    }

    @Test
    void metrics_count_and_name_nobody() {
        country.post("/ocsp", "application/ocsp-request", new byte[3]);
        assertThat(country.get("/actuator/prometheus").body())
                .contains("openmyna_ocsp_answers_total{outcome=\"malformedRequest\"}")
                .contains("openmyna_log_position", "openmyna_log_lag_seconds")
                .contains("openmyna_ocsp_responder_left_seconds", "openmyna_list_age_seconds")
                .doesNotContain("test-");
        assertThat(country.get("/actuator/env").statusCode()).isEqualTo(404);
    }

    @Test
    void garbage_on_the_port_gets_a_refusal_and_hurts_nobody() throws IOException {
        byte[] noise = new byte[4_000];
        for (int seed = 0; seed < 40; seed++) {
            Random chance = new Random(seed);
            chance.nextBytes(noise);
            // a line end, so that it is taken for a request at all
            noise[noise.length - 2] = '\r';
            noise[noise.length - 1] = '\n';
            assertThat(raw(noise))
                    .satisfiesAnyOf(
                            answer -> assertThat(answer).isEmpty(),
                            answer -> assertThat(answer).startsWith("HTTP/1.1 400"),
                            answer -> assertThat(answer).startsWith("HTTP/1.1 431"));
        }
        assertThat(raw("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8)))
                .startsWith("HTTP/1.1 400")
                .contains("MYNA-SRV-020");
        assertThat(
                        raw(
                                ("GET /"
                                                + "a".repeat(20_000)
                                                + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                        .getBytes(StandardCharsets.UTF_8)))
                .startsWith("HTTP/1.1 4");
        assertThat(country.get("/cps").statusCode()).isEqualTo(200);
    }

    @Test
    void slow_senders_hold_up_nobody_else() throws IOException {
        Socket[] slow = new Socket[200];
        try {
            for (int n = 0; n < slow.length; n++) {
                slow[n] = new Socket("localhost", country.server.address().getPort());
                slow[n].getOutputStream()
                        .write(
                                ("POST /ocsp HTTP/1.1\r\nHost: localhost\r\n"
                                                + "Content-Type: application/ocsp-request\r\n"
                                                + "Content-Length: 100\r\n\r\nhalf")
                                        .getBytes(StandardCharsets.UTF_8));
            }
            long began = System.nanoTime();
            assertThat(country.get("/cps").statusCode()).isEqualTo(200);
            assertThat(country.get("/log/head").statusCode()).isEqualTo(200);
            assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
            slow[0].getOutputStream().write(new byte[96]);
            slow[0].setSoTimeout(10_000);
            InputStream answer = slow[0].getInputStream();
            assertThat(new String(answer.readNBytes(15), StandardCharsets.UTF_8))
                    .as("even the slowest is answered in the end")
                    .isEqualTo("HTTP/1.1 200 OK");
        } finally {
            for (Socket socket : slow) if (socket != null) socket.close();
        }
    }

    @Test
    void the_fixed_body_is_only_there_for_benchmarks() {
        assertThat(country.getBytes("/bench/fixed/500").body()).hasSize(500);
        assertThat(country.get("/bench/fixed/-1").statusCode()).isEqualTo(404);
        assertThat(country.get("/bench/fixed/99999999").statusCode()).isEqualTo(404);
    }
}
