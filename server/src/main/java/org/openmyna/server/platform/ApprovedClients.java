package org.openmyna.server.platform;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The register as Spring's server sees it: who is not approved now is not there. */
final class ApprovedClients implements RegisteredClientRepository {
    /** Among a client's settings: its public keys, as JSON. */
    static final String JWKS = "openmyna.jwks";

    /** Among a client's settings: the host that subjects are made for. */
    static final String SECTOR = "openmyna.sector";

    private static final TokenSettings TOKENS =
            TokenSettings.builder()
                    .authorizationCodeTimeToLive(Duration.ofMinutes(1))
                    .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                    .accessTokenTimeToLive(Duration.ofMinutes(10))
                    .refreshTokenTimeToLive(Duration.ofDays(30))
                    .reuseRefreshTokens(false)
                    .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                    .build();

    private record Made(Client client, RegisteredClient registered) {}

    private final ApprovalRegister register;
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    ApprovedClients(ApprovalRegister register) {
        this.register = register;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are entered in the approval register");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        return register.client(id)
                .filter(client -> client.standing() == Standing.APPROVED)
                .map(this::registered)
                .orElse(null);
    }

    /** Whatever its standing: for what is read from a row of the store. */
    RegisteredClient registered(Client client) {
        Made kept = made.get(client.id());
        if (kept != null && kept.client().equals(client)) return kept.registered();
        var fresh = new Made(client, make(client));
        made.put(client.id(), fresh);
        return fresh.registered();
    }

    private static RegisteredClient make(Client client) {
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientName(client.nameEn())
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(all -> all.addAll(client.redirects()))
                .postLogoutRedirectUris(all -> all.addAll(client.logouts()))
                .scopes(all -> all.addAll(Item.SCOPES))
                .clientSettings(
                        ClientSettings.builder()
                                .requireProofKey(true)
                                .requireAuthorizationConsent(false)
                                .tokenEndpointAuthenticationSigningAlgorithm(
                                        SignatureAlgorithm.ES256)
                                .setting(JWKS, client.jwks())
                                .setting(SECTOR, client.sector())
                                .build())
                .tokenSettings(TOKENS)
                .build();
    }
}
