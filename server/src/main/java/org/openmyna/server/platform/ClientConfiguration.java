package org.openmyna.server.platform;

/** What a developer copies: configurations that work with one client as it was entered. */
public record ClientConfiguration(Client client, PlatformAddress address) {
    public String springSecurity() {
        return """
        # application.yml (spring-boot-starter-oauth2-client)
        spring.security.oauth2.client:
          registration.openmyna:
            client-id: %s
            client-authentication-method: private_key_jwt
            authorization-grant-type: authorization_code
            redirect-uri: %s
            scope: openid, name, address, birthdate, gender
          provider.openmyna:
            issuer-uri: %s
        ---
        // Java: the key of this client signs the assertion; PKCE for a confidential client
        JWK key = JWK.parse(Files.readString(Path.of("client-key.json")));
        var assertion = new NimbusJwtClientAuthenticationParametersConverter<OAuth2AuthorizationCodeGrantRequest>(
            registration -> key);
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.addParametersConverter(assertion);
        var requests = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        http.oauth2Login(login -> login
            .authorizationEndpoint(e -> e.authorizationRequestResolver(requests))
            .tokenEndpoint(e -> e.accessTokenResponseClient(tokens)));
        // and a bean: a JwtDecoderFactory<ClientRegistration> for ES256
        var idTokens = new OidcIdTokenDecoderFactory();
        idTokens.setJwsAlgorithmResolver(registration -> SignatureAlgorithm.ES256);
        """
                .formatted(client.id(), client.redirects().getFirst(), address.issuer());
    }

    public String keycloak() {
        return """
        # Keycloak: the platform as an identity provider of a realm (kcadm.sh create identity-provider/instances -f -).
        # Give the realm an ecdsa-generated key (P-256) and register its certs address' keys here as JWKS;
        # the redirect address is https://KEYCLOAK/realms/REALM/broker/openmyna/endpoint
        {
          "alias": "openmyna", "providerId": "oidc", "enabled": true,
          "config": {
            "issuer": "%s",
            "authorizationUrl": "%s",
            "tokenUrl": "%s",
            "userInfoUrl": "%s",
            "jwksUrl": "%s", "useJwksUrl": "true", "validateSignature": "true",
            "clientId": "%s",
            "clientAuthMethod": "private_key_jwt", "clientAssertionSigningAlg": "ES256",
            "pkceEnabled": "true", "pkceMethod": "S256",
            "defaultScope": "openid name address birthdate gender"
          }
        }
        """
                .formatted(
                        address.issuer(),
                        address.endpoint("auth"),
                        address.endpoint("token"),
                        address.endpoint("userinfo"),
                        address.endpoint("certs"),
                        client.id());
    }

    public String oauth2Proxy() {
        return """
        # oauth2-proxy does not know private_key_jwt: it stands behind Keycloak, which does (above).
        # client of the realm: openmyna-proxy, with a secret
        provider = "keycloak-oidc"
        oidc_issuer_url = "https://KEYCLOAK/realms/REALM"
        client_id = "openmyna-proxy"
        client_secret = "SECRET"
        redirect_url = "https://APP/oauth2/callback"
        code_challenge_method = "S256"
        oidc_email_claim = "sub"
        email_domains = ["*"]
        scope = "openid"
        """;
    }

    public String curl() {
        return """
        # 1. open in a browser; V is any 43 random characters, kept
        V=$(openssl rand -hex 32); C=$(printf %%s "$V" | openssl dgst -sha256 -binary | basenc --base64url | tr -d =)
        echo "%s?response_type=code&client_id=%s&redirect_uri=%s&scope=openid&state=1&nonce=1&code_challenge=$C&code_challenge_method=S256"
        # 2. JWT is signed with the client's key: iss = sub = %s, aud = %s, jti, exp
        curl -d grant_type=authorization_code -d client_id=%s -d code=CODE -d code_verifier=$V \\
             -d redirect_uri=%s --data-urlencode client_assertion="$JWT" \\
             -d client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \\
             %s
        # 3. what was passed on
        curl -H "Authorization: Bearer TOKEN" %s
        """
                .formatted(
                        address.endpoint("auth"),
                        client.id(),
                        AskedFor.encoded(client.redirects().getFirst()),
                        client.id(),
                        address.endpoint("token"),
                        client.id(),
                        client.redirects().getFirst(),
                        address.endpoint("token"),
                        address.endpoint("userinfo"));
    }
}
