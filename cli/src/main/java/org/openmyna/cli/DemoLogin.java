package org.openmyna.cli;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openmyna.server.RunningServer;
import tools.jackson.databind.JsonNode;

/** The chapter in which a citizen logs in at banks that nobody here configured. */
final class DemoLogin {
    private static final String NAME = "試験　一郎";

    private final Story story;
    private final DemoTown town;

    DemoLogin(Story story, DemoTown town) {
        this.story = story;
        this.town = town;
    }

    void tell() {
        RunningServer server = town.server();
        URI platform = URI.create("http://platform.localhost:" + server.address().getPort());
        URI agent = server.agentAddress().orElseThrow();
        try (var browser = new DemoBrowser()) {
            var customer = new Customer(browser, platform, agent);
            DemoBank first = customer.bank("試験銀行", "https://bank.example.jp/callback");
            DemoBank second = customer.bank("試験証券", "https://shares.example.jp/callback");
            String subject = first(customer, first);
            String other = customer.logIn(second, "openid").subject();
            story.proved(!other.equals(subject), "demo.proof.bank.pairwise");
            town.renewCard();
            String renewed = customer.logIn(first, "openid").subject();
            story.proved(renewed.equals(subject), "demo.proof.bank.renewed");
        }
    }

    private String first(Customer customer, DemoBank bank) {
        LoggedIn person = customer.logIn(bank, "openid name");
        story.proved(
                person.claims().getClaims().containsKey("auth_time"),
                "demo.proof.bank.login",
                person.subject());
        JsonNode told = bank.told(person.tokens());
        story.proved(
                told.path("name").asString("").equals(NAME) && !told.has("address"),
                "demo.proof.bank.items",
                told.path("name").asString(""));
        JsonNode again = person.login().exchange(person.back());
        story.proved(
                again.path("error").asString("").equals("invalid_grant"), "demo.proof.bank.once");
        return person.subject();
    }

    /** What a bank knows after a login. */
    private record LoggedIn(
            DemoBank.Login login, DemoBrowser.Place back, JsonNode tokens, JWTClaimsSet claims) {
        String subject() {
            return claims.getSubject();
        }
    }

    /** A browser, a card in the drawer and its PIN. */
    private record Customer(DemoBrowser browser, URI platform, URI agent) {
        DemoBank bank(String name, String redirect) {
            return DemoBank.entered(browser, platform, name, URI.create(redirect));
        }

        LoggedIn logIn(DemoBank bank, String scope) {
            DemoBank.Login login = bank.new Login();
            DemoBrowser.Place asked = browser.open(login.address(scope), bank.redirect());
            URI way = platform.resolve(asked.address().getPath() + "/way");
            DemoBrowser.Place talk = browser.submit(way, Map.of("way", "here"), bank.redirect());
            Map<String, String> typed = new LinkedHashMap<>();
            typed.put("csrf", talk.found("name=\"csrf\" value=\"([0-9a-f]+)\""));
            typed.put("pin", Specimens.PIN);
            typed.put("items", Specimens.PIN);
            DemoBrowser.Place back =
                    browser.submit(agent.resolve("/talk/login"), typed, bank.redirect());
            JsonNode tokens = login.exchange(back);
            return new LoggedIn(login, back, tokens, login.customer(tokens));
        }
    }
}
