package org.openmyna.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

class AskedForTest {
    private static AskedFor of(Map<String, Object> more) {
        return AskedFor.of(
                OAuth2AuthorizationRequest.authorizationCode()
                        .authorizationUri("https://platform.example/auth")
                        .clientId("client")
                        .redirectUri("https://bank.example.jp/callback")
                        .scope("openid")
                        .additionalParameters(more)
                        .build());
    }

    /** RFC 9126 2.1: it comes in the same form, and is no part of what is asked for. */
    @Test
    void how_a_client_proved_who_it_is_is_not_kept() {
        AskedFor kept =
                of(
                        Map.of(
                                "client_assertion",
                                "secret",
                                "client_assertion_type",
                                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                                "nonce",
                                "a nonce"));
        assertThat(kept.parameters())
                .containsEntry("nonce", "a nonce")
                .doesNotContainKeys("client_assertion", "client_assertion_type");
        assertThat(AskedFor.parse(kept.query())).isEqualTo(kept);
    }
}
