package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.server.RelyingParty.HOST;
import static org.openmyna.server.RelyingParty.assertRefused;
import static org.openmyna.server.RelyingParty.code;
import static org.openmyna.server.RelyingParty.json;
import static org.openmyna.server.RelyingParty.returnCode;
import static org.openmyna.server.RelyingParty.signed;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmyna.server.RelyingParty.Login;
import tools.jackson.databind.JsonNode;

/** A client that may not ask: at every step of a login, whatever it holds already. */
class PlatformStandingTest {
    private static final TestCountry COUNTRY = TestCountry.shared();

    private final RelyingParty bank =
            RelyingParty.entered(COUNTRY, "試験銀行", "https://bank.example.jp/callback");

    /** Why it may not, and what the register has for that. */
    enum Why {
        NEVER_APPROVED("MYNA-PLT-002", "", ""),
        NOT_YET("MYNA-PLT-002", "now() + interval '1 hour'", "NULL"),
        NO_LONGER("MYNA-PLT-002", "now() - interval '1 hour'", "now() - interval '1 minute'"),
        SUSPENDED("MYNA-PLT-003", "now() - interval '1 hour'", "NULL");

        private final String code;
        private final String from;
        private final String until;

        Why(String code, String from, String until) {
            this.code = code;
            this.from = from;
            this.until = until;
        }
    }

    /** The bank belongs to a party of its own from now on; of the register's tables. */
    private void becomes(Why why) {
        String party = "party-" + bank.id;
        COUNTRY.change(
                "INSERT INTO platform.party (id, kind, name_ja, name_en, entered_at)"
                        + " VALUES (?, 'SERVICE_PROVIDER', '試験', 'TEST', now())",
                party);
        if (!why.from.isEmpty()) {
            COUNTRY.change(
                    "INSERT INTO platform.approval (party, law, valid_from, valid_to, entered_at)"
                            + " VALUES (?, '試験', "
                            + why.from
                            + ", "
                            + why.until
                            + ", now())",
                    party);
        }
        COUNTRY.change("UPDATE platform.client SET party = ? WHERE id = ?", party, bank.id);
        // either tells the server that something changed
        String what = why == Why.SUSPENDED ? "/suspension" : "/lifting";
        assertThat(bank.browser.post(HOST, "/developer/" + bank.id + what, Map.of()).status())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @EnumSource
    void gets_nothing_any_more_wherever_it_was(Why why) {
        Login begun = bank.begin("openid");
        Login asked = bank.begin("openid");
        String ask = bank.ask(asked);
        Login answered = bank.begin("openid");
        String returnCode =
                returnCode(bank.answer(answered, signed(bank.ask(answered), COUNTRY.issued())));
        String code = code(bank.loggedIn("openid", COUNTRY.issued()));
        JsonNode tokens = json(bank.token(code(bank.loggedIn("openid", COUNTRY.issued()))));
        String pushed = json(bank.push(bank.request("openid"))).get("request_uri").asString();
        String access = tokens.get("access_token").asString();
        assertThat(bank.userInfo(access).status()).isEqualTo(200);

        becomes(why);

        assertRefused(bank.authorize(bank.request("openid")), 403, why.code);
        assertRefused(
                bank.authorize(Map.of("client_id", bank.id, "request_uri", pushed)), 403, why.code);
        assertRefused(bank.push(bank.request("openid")), 401, "invalid_client");
        assertRefused(bank.browser.get(HOST, begun.path(), begun.cookieHeader()), 403, why.code);
        assertRefused(
                bank.browser.post(
                        HOST, begun.path() + "/way", Map.of("way", "here"), begun.cookieHeader()),
                403,
                why.code);
        assertRefused(bank.answer(asked, signed(ask, COUNTRY.issued())), 403, why.code);
        assertRefused(bank.back(answered, returnCode), 403, why.code);
        assertRefused(bank.token(code), 401, "invalid_client");
        assertRefused(bank.refresh(tokens.get("refresh_token").asString()), 401, "invalid_client");
        assertThat(bank.userInfo(access).status()).isEqualTo(401);
    }
}
