package org.openmyna.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openmyna.agent.Browser.Shown;
import org.openmyna.agent.error.AgentPortTaken;
import org.openmyna.agent.error.PlatformMalformed;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.protocol.ResponseApdu;

/** What others try with the agent of somebody else. */
class AttackTest {
    private final AgentWorld world = new AgentWorld();
    private final Browser browser = world.browser;

    @AfterEach
    void end() {
        world.close();
    }

    private void refused(String request, String code) {
        Shown page = browser.ask(request);
        assertThat(page.html()).contains(code).doesNotContain("type=\"password\"", "<form");
        assertThat(page.status()).isBetween(400, 502);
        assertThat(page.location()).isEmpty();
        assertThat(world.platform.answers).isEmpty();
    }

    @Test
    void a_request_is_good_once() {
        world.layCard();
        String request = world.platform.ask();
        browser.ask(request);
        // the same window may come back, another may not
        assertThat(browser.ask(request).html()).contains("暗証番号を入力");
        assertThat(new Browser(world.agent).ask(request).html()).contains("MYNA-AGT-014");
        browser.submit("/talk/login", "pin", Town.PIN);
        assertThat(new Browser(world.agent).ask(request).html()).contains("MYNA-AGT-014");
        browser.ask(world.platform.ask());
        browser.submit("/talk/cancel");
        assertThat(browser.ask(request).html()).contains("MYNA-AGT-014");
    }

    @Test
    void an_expired_request_asks_for_nothing() {
        String request = world.platform.ask();
        world.pass(300);
        refused(request, "MYNA-AGT-013");
        refused(
                world.platform.ask(claims -> claims.put("exp", Town.NOW.getEpochSecond() + 86_400)),
                "MYNA-AGT-010");
        refused(
                world.platform.ask(claims -> {
                    claims.put("iat", Town.NOW.getEpochSecond() + 3_600);
                    claims.put("exp", Town.NOW.getEpochSecond() + 3_700);
                }),
                "MYNA-AGT-010");
    }

    @Test
    void an_unknown_party_is_asked_nothing_and_its_addresses_are_not_followed() {
        try (var stranger = new TestPlatform(Town.NOW)) {
            refused(stranger.ask(), "MYNA-AGT-011");
            assertThat(stranger.keysAsked).isZero();
        }
    }

    @Test
    void the_key_is_the_issuers_and_never_the_requests() {
        ECKey own = TestPlatform.newKey("ask-1");
        refused(
                TestPlatform.sign(
                        new JWSHeader.Builder(JWSAlgorithm.ES256).jwk(own.toPublicJWK()),
                        world.platform.claims(),
                        own),
                "MYNA-AGT-012");
        try (var foreign = new TestPlatform(Town.NOW)) {
            refused(
                    TestPlatform.sign(
                            new JWSHeader.Builder(JWSAlgorithm.ES256)
                                    .jwkURL(
                                            URI.create(
                                                    foreign.issuer()
                                                            + "/protocol/openid-connect/certs")),
                            world.platform.claims(),
                            foreign.key),
                    "MYNA-AGT-012");
            assertThat(foreign.keysAsked).isZero();
        }
        refused(
                TestPlatform.sign(
                        new JWSHeader.Builder(JWSAlgorithm.ES256),
                        world.platform.claims(),
                        TestPlatform.newKey("ask-9")),
                "MYNA-AGT-012");
    }

    @Test
    void a_new_key_is_fetched_once_and_an_old_one_is_remembered() {
        browser.ask(world.platform.ask());
        browser.submit("/talk/cancel");
        browser.ask(world.platform.ask());
        browser.submit("/talk/cancel");
        assertThat(world.platform.keysAsked).isEqualTo(1);
        world.platform.key = TestPlatform.newKey("ask-2");
        assertThat(browser.ask(world.platform.ask()).html()).contains("カードを置いてください");
        assertThat(world.platform.keysAsked).isEqualTo(2);
    }

    @Test
    void made_up_names_of_keys_do_not_ask_the_issuer_again_and_again() {
        browser.ask(world.platform.ask());
        browser.submit("/talk/cancel");
        ECKey known = world.platform.key;
        for (int n = 0; n < 5; n++) {
            world.platform.key = TestPlatform.newKey("made-up-" + n);
            String request = world.platform.ask();
            world.platform.key = known;
            assertThat(browser.ask(request).html()).contains("MYNA-AGT-012");
        }
        assertThat(world.platform.keysAsked).isEqualTo(2);
        world.pass(5);
        world.platform.key = TestPlatform.newKey("ask-2");
        assertThat(browser.ask(world.platform.ask()).html()).contains("カードを置いてください");
        assertThat(world.platform.keysAsked).isEqualTo(3);
    }

    @Test
    void no_other_algorithm_and_no_other_type_is_read() {
        String[] parts = world.platform.ask().split("\\.", -1);
        String none =
                Base64URL.encode(
                                "{\"alg\":\"none\",\"typ\":\"openmyna-ask+jwt\",\"kid\":\"ask-1\"}")
                        .toString();
        refused(none + "." + parts[1] + ".", "MYNA-AGT-010");
        String mac =
                Base64URL.encode(
                                "{\"alg\":\"HS256\",\"typ\":\"openmyna-ask+jwt\",\"kid\":\"ask-1\"}")
                        .toString();
        refused(mac + "." + parts[1] + "." + parts[2], "MYNA-AGT-010");
        String type =
                Base64URL.encode("{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"ask-1\"}")
                        .toString();
        refused(type + "." + parts[1] + "." + parts[2], "MYNA-AGT-010");
        String other =
                Base64URL.encode(
                                new String(new Base64URL(parts[1]).decode(), StandardCharsets.UTF_8)
                                        .replace("試験銀行", "別の銀行"))
                        .toString();
        refused(parts[0] + "." + other + "." + parts[2], "MYNA-AGT-012");
    }

    @Test
    void answers_and_browsers_go_to_who_asked_alone() {
        for (String foreign :
                List.of(
                        "http://evil.localhost:1/answer",
                        "https://platform.localhost/answer",
                        world.platform.origin().replace("http:", "https:") + "/answer",
                        world.platform.origin() + "@evil.example/answer",
                        world.platform.origin().replace("http://", "http://who@") + "/answer",
                        world.platform.origin() + "/answer#x",
                        "javascript:alert(1)")) {
            for (String claim : List.of("answer", "back")) {
                refused(world.platform.ask(claims -> claims.put(claim, foreign)), "MYNA-AGT-015");
            }
        }
    }

    @Test
    void what_is_signed_names_who_is_shown() {
        String other =
                new String(world.platform.challenge().bytes(), StandardCharsets.UTF_8)
                        .replace("client: demo-bank", "client: other-bank");
        refused(world.platform.ask(claims -> claims.put("challenge", other)), "MYNA-AGT-016");
        String elsewhere =
                new String(world.platform.challenge().bytes(), StandardCharsets.UTF_8)
                        .replace(world.platform.origin(), "https://platform.example");
        refused(world.platform.ask(claims -> claims.put("challenge", elsewhere)), "MYNA-AGT-016");
        refused(
                world.platform.ask(claims -> claims.put("challenge", other + "more: 1\n")),
                "MYNA-AGT-010");
        refused(world.platform.ask(claims -> claims.put("purpose", "sign")), "MYNA-AGT-010");
        refused(world.platform.ask(claims -> claims.put("aud", "another")), "MYNA-AGT-010");
        refused(
                world.platform.ask(claims -> claims.put("items", List.of("name", "number"))),
                "MYNA-AGT-010");
        refused(
                world.platform.ask(claims ->
                        claims.put(
                                "client",
                                Map.of(
                                        "id", "demo-bank",
                                        "name", "銀行\u202Eknab",
                                        "name_en", "Bank",
                                        "registered", true))),
                "MYNA-AGT-010");
    }

    @Test
    void an_unregistered_party_can_only_be_cancelled() {
        world.layCard();
        Shown page =
                browser.ask(
                        world.platform.ask(claims ->
                                claims.put(
                                        "client",
                                        Map.of(
                                                "id", "demo-bank",
                                                "name", "だれか",
                                                "name_en", "Somebody"))));
        assertThat(page.html())
                .contains("登録されていない相手です", "/talk/cancel")
                .doesNotContain("type=\"password\"", "/talk/login");
        assertThat(browser.submit("/talk/login", "pin", Town.PIN).html()).contains("登録されていない相手です");
        browser.submit("/talk/cancel");
        assertThat(world.answer()).containsEntry("reason", "MYNA-AGT-017");
    }

    @Test
    void a_name_that_was_bound_to_this_machine_reaches_nothing() {
        String request = world.platform.ask();
        for (String host :
                List.of("evil.example", "evil.example:" + port(), "127.0.0.1", "localhost:1", "")) {
            String answer =
                    browser.raw(
                            "GET /ask?request=%s HTTP/1.1\nHost: %s\nConnection: close\n\n"
                                    .formatted(request, host));
            assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Set-Cookie", "合言葉：");
        }
        String twice =
                browser.raw(
                        "GET / HTTP/1.1\nHost: 127.0.0.1:%s\nHost: evil.example\nConnection: close\n\n"
                                .formatted(port()));
        assertThat(twice).startsWith("HTTP/1.1 4");
        // none of them used it up
        assertThat(browser.ask(request).html()).contains("カードを置いてください");
    }

    private int port() {
        return world.agent.address().getPort();
    }

    @Test
    void nobody_outside_this_machine_is_answered() throws Exception {
        Optional<InetAddress> outside =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(Inet4Address.class::isInstance)
                        .filter(address -> !address.isLoopbackAddress())
                        .findFirst();
        if (outside.isEmpty()) return; // a machine without a network has nobody outside
        assertThatThrownBy(() -> new Socket(outside.get(), port()).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void no_page_is_shown_inside_another() {
        String request = world.platform.ask();
        for (String frame : List.of("iframe", "frame", "embed", "object", "empty", "image")) {
            Shown framed = browser.get("/ask?request=" + request, "Sec-Fetch-Dest", frame);
            assertThat(framed.status()).isEqualTo(403);
            assertThat(framed.html()).contains("MYNA-AGT-025").doesNotContain("合言葉：");
        }
        assertThat(browser.get("/ask?request=" + request, "Sec-Purpose", "prefetch").status())
                .isEqualTo(403);
        Shown page = browser.ask(request);
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self'")
                .contains("form-action 'self';")
                .doesNotContain("unsafe");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void a_form_of_another_page_is_not_taken() {
        VirtualCard card = world.layCard();
        browser.ask(world.platform.ask());
        String token = browser.csrf();
        String ours = world.agent.address().toString();
        assertThat(browser.cookies.keySet()).allMatch(name -> name.endsWith("-" + port()));
        // without the token, with another one, without the cookie
        assertThat(browser.post("/talk/login", "", ours, "pin", "0000").status()).isEqualTo(403);
        assertThat(browser.post("/talk/login", "0".repeat(64), ours, "pin", "0000").status())
                .isEqualTo(403);
        assertThat(
                        new Browser(world.agent)
                                .post("/talk/login", token, ours, "pin", "0000")
                                .status())
                .isEqualTo(403);
        assertThat(AgentWorld.left(card, PinReference.USER_AUTHENTICATION)).isEqualTo(3);
        assertThat(world.platform.answers).isEmpty();
    }

    @Test
    void the_cookie_is_for_our_own_pages_alone() {
        Shown opened = browser.get("/ask?request=" + world.platform.ask());
        assertThat(opened.header("Set-Cookie"))
                .contains("SameSite=Strict", "HttpOnly", "Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void a_form_from_another_origin_ends_the_request() {
        VirtualCard card = world.layCard();
        for (String origin : new String[] {"http://evil.example", "null", null}) {
            browser.ask(world.platform.ask());
            Shown answer = browser.post("/talk/login", browser.csrf(), origin, "pin", "0000");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.html()).contains("MYNA-AGT-022");
            assertThat(browser.get("/talk").html()).contains("MYNA-AGT-026");
            assertThat(world.answer()).containsEntry("reason", "MYNA-AGT-026");
        }
        assertThat(AgentWorld.left(card, PinReference.USER_AUTHENTICATION)).isEqualTo(3);
    }

    @Test
    void a_request_goes_on_under_the_name_that_it_began_with() {
        browser.ask(world.platform.ask());
        String cookie =
                browser.cookies.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .reduce("", (one, other) -> one.isEmpty() ? other : one + "; " + other);
        assertThat(
                        browser.raw(
                                "GET /talk HTTP/1.1\nHost: localhost:%s\nCookie: %s\nConnection: close\n\n"
                                        .formatted(port(), cookie)))
                .contains("MYNA-AGT-026");
    }

    @Test
    void guessing_stops_before_the_last_try_on_a_shared_machine() {
        try (var shared = new AgentWorld(true)) {
            VirtualCard card = shared.layCard();
            for (int guess = 0; guess < 10; guess++) {
                String pin = "%04d".formatted(guess);
                shared.browser.ask(shared.platform.ask());
                shared.browser.submit("/talk/last-try");
                shared.browser.submit("/talk/login", "pin", pin);
                shared.browser.submit("/talk/cancel");
            }
            assertThat(AgentWorld.left(card, PinReference.USER_AUTHENTICATION)).isEqualTo(1);
            Shown stopped = shared.browser.ask(shared.platform.ask());
            assertThat(stopped.html())
                    .contains("MYNA-AGT-036", "data-shared=\"yes\"")
                    .doesNotContain("type=\"password\"", "/talk/last-try", "合言葉：");
        }
    }

    /** A card whose certificates say JPKI instead of JPKI-TEST, as those of real cards do. */
    private record SaysReal(CardChannel card, List<String> sent) implements CardChannel {
        private static final String TEST =
                HexFormat.of().formatHex("JPKI-TEST".getBytes(StandardCharsets.US_ASCII));
        private static final String REAL =
                HexFormat.of().formatHex("JPKI-REAL".getBytes(StandardCharsets.US_ASCII));

        @Override
        public ResponseApdu transmit(CommandApdu command) {
            if (command.ins() == 0x20 && command.data().length > 0) sent.add("a PIN");
            ResponseApdu answer = card.transmit(command);
            String data = HexFormat.of().formatHex(answer.data()).replace(TEST, REAL);
            return new ResponseApdu(HexFormat.of().parseHex(data), answer.statusWord());
        }

        @Override
        public byte[] atr() {
            return card.atr();
        }

        @Override
        public void close() {
            card.close();
        }
    }

    @Test
    void a_card_that_is_none_of_tests_is_refused_before_any_pin() {
        VirtualCard card = Town.get().newCard();
        List<String> sent = new CopyOnWriteArrayList<>();
        world.table.lay(
                "reader",
                () -> {
                    card.powerOn();
                    return new SaysReal(card.channel(), sent);
                });
        assertThat(browser.ask(world.platform.ask()).html())
                .contains("MYNA-AGT-031", "本物のマイナンバーカードはここでは使えません")
                .doesNotContain("type=\"password\"");
        assertThat(browser.submit("/talk/login", "pin", Town.PIN).html()).contains("MYNA-AGT-031");
        assertThat(sent).isEmpty();
        browser.submit("/talk/cancel");
        assertThat(world.answer()).containsEntry("reason", "MYNA-AGT-031");
    }

    @Test
    void a_pin_is_in_no_page_no_address_no_answer_and_no_line() {
        world.layCard();
        String pin = "7391";
        var said = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        var ear = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(ear);
        System.setErr(ear);
        try {
            browser.ask(world.platform.ask());
            Shown wrong = browser.submit("/talk/login", "pin", pin);
            assertThat(wrong.html()).contains("違います").doesNotContain(pin);
            browser.submit("/talk/cancel");
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(world.answer().toString()).doesNotContain(pin);
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain(pin);
    }

    @Test
    void what_is_not_there_is_not_there_and_other_methods_do_nothing() {
        assertThat(browser.get("/nothing").html()).contains("MYNA-AGT-027");
        assertThat(browser.get("/talk").html()).contains("MYNA-AGT-021");
        assertThat(
                        browser.raw(
                                "DELETE / HTTP/1.1\nHost: 127.0.0.1:%s\nConnection: close\n\n"
                                        .formatted(port())))
                .startsWith("HTTP/1.1 404");
    }

    /** What a link to the agent leads to is the agent. */
    @Test
    void no_address_of_the_agent_leads_to_somebody_else() {
        for (String path :
                List.of(
                        "/%2Fevil.example/x",
                        "/%5Cevil.example",
                        "/%2F%2Fevil.example",
                        "/%0d%0aSet-Cookie:%20a=b",
                        "/x%22%3E",
                        "/%61sk")) {
            for (String query : List.of("?view=en", "?view=light&a=b", "")) {
                Shown page = browser.get(path + query);
                assertThat(page.status()).as(path + query).isEqualTo(404);
                assertThat(page.location()).isEmpty();
                assertThat(page.html())
                        .contains("MYNA-AGT-027", "href=\"/?view=en\"")
                        .doesNotContain("evil", "href=\"//");
            }
        }
        String twoSlashes =
                browser.raw(
                        "GET //evil.example/x?view=en HTTP/1.1\nHost: 127.0.0.1:%s\nConnection: close\n\n"
                                .formatted(port()));
        assertThat(twoSlashes).startsWith("HTTP/1.1 404").doesNotContain("Location", "evil");
        assertThat(browser.get("/ask?request=a%2Fb&view=en").location())
                .isEqualTo("/ask?request=a%2Fb");
    }

    @Test
    void a_port_that_is_taken_and_a_platform_that_cannot_be_trusted_are_told() {
        assertThatThrownBy(
                        () -> CardAgent.start(AgentSettings.in(Town.newFolder()).withPort(port())))
                .isInstanceOf(AgentPortTaken.class)
                .hasMessageContaining("--agent-port");
        Stream.of(
                        "http://platform.example",
                        "ftp://localhost",
                        "http://127.0.0.1.evil.example",
                        "http://localhost@evil.example",
                        "https://platform.example/",
                        "nothing",
                        "")
                .forEach(issuer ->
                        assertThatThrownBy(() ->
                                        CardAgent.start(
                                                AgentSettings.in(Town.newFolder())
                                                        .withPort(0)
                                                        .withPlatforms(Set.of(issuer))))
                                .as(issuer)
                                .isInstanceOf(PlatformMalformed.class));
    }
}
