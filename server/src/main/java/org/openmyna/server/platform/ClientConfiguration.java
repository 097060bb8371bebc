package org.openmyna.server.platform;

/** What a developer copies: configurations that work with one client as it was entered. */
public record ClientConfiguration(Client client, PlatformAddress address) {
    public String springSecurity() {
        return """
        # application.yml (spring-boot-starter-security-oauth2-client)
        spring.security.oauth2.client:
          registration.openmyna:
            client-id: %s
            client-authentication-method: private_key_jwt
            authorization-grant-type: authorization_code
            redirect-uri: "%s"
            scope: openid, name, address, birthdate, gender
          provider.openmyna:
            issuer-uri: %s

        // two beans: the client's own key, and ES256 (a whole program is in examples/relying-party)
        @Bean
        OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codesForTokens()
                throws IOException, ParseException {
            JWK key = JWK.parse(Files.readString(Path.of("client-key.json")));
            var client = new RestClientAuthorizationCodeTokenResponseClient();
            client.addParametersConverter(
                    new NimbusJwtClientAuthenticationParametersConverter<>(registration -> key));
            return client;
        }

        @Bean
        JwtDecoderFactory<ClientRegistration> identityTokens() {
            var decoders = new OidcIdTokenDecoderFactory();
            decoders.setJwsAlgorithmResolver(registration -> SignatureAlgorithm.ES256);
            return decoders;
        }

        // on this machine alone, so that Java finds %s: org.openmyna:openmyna-localhost
        """
                .formatted(
                        client.id(),
                        client.redirects().getFirst(),
                        address.issuer(),
                        address.host());
    }

    public String keycloak() {
        return """
        # Keycloak: the platform as an identity provider of a realm.
        # Give the realm an ecdsa-generated key (P-256) and register its certs address' keys here as JWKS;
        # the redirect address is https://KEYCLOAK/realms/REALM/broker/openmyna/endpoint.
        # A card has no e-mail address: leave "Review profile" out of the flow of the first login, or ask there.
        kcadm.sh create identity-provider/instances -r REALM -f - <<'JSON'
        {
          "alias": "openmyna", "providerId": "oidc", "enabled": true,
          "config": {
            "issuer": "%s",
            "authorizationUrl": "%s",
            "tokenUrl": "%s",
            "userInfoUrl": "%s",
            "jwksUrl": "%s",
            "useJwksUrl": "true", "validateSignature": "true",
            "clientId": "%s",
            "clientAuthMethod": "private_key_jwt", "clientAssertionSigningAlg": "ES256",
            "pkceEnabled": "true", "pkceMethod": "S256",
            "defaultScope": "openid name address birthdate gender"
          }
        }
        JSON
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

    /** Bash, with openssl and coreutils; the client's key as PEM in {@code client-key.pem}. */
    public String curl() {
        return """
        # 1. open what this prints in a browser; CODE is what it comes back with
        V=$(openssl rand -hex 32)
        C=$(printf %%s "$V" | openssl dgst -sha256 -binary | basenc --base64url | tr -d =)
        echo "%s?response_type=code&client_id=%s&redirect_uri=%s&scope=openid%%20name&state=1&nonce=1&code_challenge=$C&code_challenge_method=S256"
        # 2. the client proves who it is with its key, and gets tokens for the code
        url() { basenc --base64url -w0 | tr -d =; }
        JWT=$(printf '{"alg":"ES256"}' | url).$(printf '{"iss":"%s","sub":"%s","aud":"%s","jti":"%%s","exp":%%s}' $(openssl rand -hex 16) $(($(date +%%s) + 60)) | url)
        S=$(printf %%s "$JWT" | openssl dgst -sha256 -sign client-key.pem | openssl asn1parse -inform DER | sed -n 's/.*INTEGER *://p' | while read -r N; do printf '%%64s' "$N" | tr ' ' 0; done | basenc --base16 -d | url)
        curl -s -d grant_type=authorization_code -d client_id=%s -d "code=$CODE" -d "code_verifier=$V" \\
             --data-urlencode redirect_uri=%s -d "client_assertion=$JWT.$S" \\
             -d client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer %s | tee tokens.json
        # 3. what was passed on
        curl -s -H "Authorization: Bearer $(sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/' tokens.json)" %s
        """
                .formatted(
                        address.endpoint("auth"),
                        client.id(),
                        AskedFor.encoded(client.redirects().getFirst()),
                        client.id(),
                        client.id(),
                        address.endpoint("token"),
                        client.id(),
                        client.redirects().getFirst(),
                        address.endpoint("token"),
                        address.endpoint("userinfo"));
    }
}
