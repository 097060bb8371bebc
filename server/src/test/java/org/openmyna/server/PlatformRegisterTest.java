package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.server.RelyingParty.assertRefused;
import static org.openmyna.server.RelyingParty.code;
import static org.openmyna.server.RelyingParty.json;

import com.nimbusds.jose.jwk.ECKey;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openmyna.database.Database;
import org.openmyna.server.platform.Client;
import org.openmyna.server.platform.PartyKind;
import org.openmyna.server.platform.PlatformRegister;
import org.openmyna.trust.profile.ValidityRule;

/** Parties that an officer enters beside the running server, and no developer. */
class PlatformRegisterTest {
    private static final TestCountry COUNTRY = TestCountry.shared();
    private static final Database DATABASE = Database.at(COUNTRY.databaseUrl);
    private static final String REDIRECT = "https://window.city.example.jp/callback";

    private final PlatformRegister register =
            PlatformRegister.open(
                    DATABASE.open("platform", 1),
                    COUNTRY.folder.resolve("platform"),
                    Instant::now,
                    new SecureRandom(),
                    "試験 一郎");

    @AfterAll
    static void end() {
        DATABASE.close();
    }

    private RelyingParty window(String party) throws ParseException {
        var key = new AtomicReference<>("");
        Client client =
                register.addClient(
                                new PlatformRegister.Wish(
                                        party,
                                        "試験市の窓口",
                                        "TEST City",
                                        List.of(REDIRECT),
                                        List.of(),
                                        Optional.empty()),
                                key::set)
                        .client();
        return RelyingParty.known(COUNTRY, client.id(), ECKey.parse(key.get()), REDIRECT);
    }

    /** Nobody waits here for a server to look again: its own acts it sees at once. */
    private static void serverLooksAgain(RelyingParty window) {
        String act = "/developer/" + window.id + "/lifting";
        assertThat(window.browser.post(RelyingParty.HOST, act, Map.of()).status()).isEqualTo(303);
    }

    private static void assertNoLogin(RelyingParty window, String reason) {
        serverLooksAgain(window);
        assertRefused(window.authorize(window.request("openid")), 403, reason);
        assertRefused(window.push(window.request("openid")), 401, "invalid_client");
    }

    private static String loggedIn(RelyingParty window) {
        serverLooksAgain(window);
        String code = code(window.loggedIn("openid", COUNTRY.issued()));
        String access = json(window.token(code)).get("access_token").asString();
        assertThat(window.userInfo(access).status()).isEqualTo(200);
        return access;
    }

    @Test
    void a_city_logs_people_in_from_the_day_of_its_approval_until_it_is_suspended()
            throws ParseException {
        register.addParty("test-city", PartyKind.ADMINISTRATIVE, "試験市", "TEST City");
        RelyingParty window = window("test-city");
        assertNoLogin(window, "MYNA-PLT-002");

        LocalDate today = LocalDate.now(ValidityRule.JAPAN);
        register.approve("test-city", Optional.of(today.plusDays(9)), Optional.empty());
        assertNoLogin(window, "MYNA-PLT-002");

        register.approve("test-city", Optional.of(today), Optional.of(today.plusYears(1)));
        String access = loggedIn(window);

        register.suspendParty("test-city", "試験の停止", "試験法1条");
        assertNoLogin(window, "MYNA-PLT-003");
        assertThat(window.userInfo(access).status()).isEqualTo(401);

        register.liftParty("test-city");
        loggedIn(window);

        register.approve("test-city", Optional.of(today.minusDays(9)), Optional.of(today));
        assertNoLogin(window, "MYNA-PLT-002");
    }
}
