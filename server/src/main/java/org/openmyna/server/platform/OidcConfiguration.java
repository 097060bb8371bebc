package org.openmyna.server.platform;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OidcConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2PushedAuthorizationRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.oauth2.server.authorization.web.OAuth2AuthorizationEndpointFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Spring's authorization server with the settings of the platform: a context of its own. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class OidcConfiguration {
    /** The デジタル認証アプリ allows as much (JPKI reference 6.1). */
    private static final int LONGEST = 255;

    private static final String LEVEL = "aal3";

    @Bean
    SecurityFilterChain oidc(HttpSecurity http, Provider provider) throws Exception {
        var server = new OAuth2AuthorizationServerConfigurer();
        server.addObjectPostProcessor(new WithoutSessions());
        return http.with(server, each -> endpoints(each, provider))
                .securityContext(context -> context.securityContextRepository(new LoginContexts()))
                .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                .exceptionHandling(handling ->
                        handling.defaultAuthenticationEntryPointFor(
                                new LoginStart(provider),
                                PathPatternRequestMatcher.withDefaults()
                                        .matcher(PlatformAddress.PROTOCOL + "/auth")))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers ->
                        headers.defaultsDisabled().cacheControl(Customizer.withDefaults()))
                .build();
    }

    /** Spring counts sessions for every OpenID client; here are none to count. */
    private static final class WithoutSessions
            implements ObjectPostProcessor<OAuth2AuthorizationEndpointFilter> {
        @Override
        @SuppressWarnings("unchecked")
        public <O extends OAuth2AuthorizationEndpointFilter> O postProcess(O filter) {
            filter.setSessionAuthenticationStrategy((granted, request, response) -> {});
            return filter;
        }
    }

    private static void endpoints(OAuth2AuthorizationServerConfigurer server, Provider provider) {
        AuthorizationResponses responses = provider.responses();
        server.clientAuthentication(clients ->
                        clients.authenticationProviders(
                                all -> all.forEach(each -> withRegisteredKeys(each, provider))))
                .authorizationEndpoint(endpoint ->
                        endpoint.authenticationProviders(OidcConfiguration::withOurRules)
                                .authorizationResponseHandler(responses::granted)
                                .errorResponseHandler(responses::refused))
                .pushedAuthorizationRequestEndpoint(endpoint ->
                        endpoint.authenticationProviders(OidcConfiguration::withOurRules))
                .oidc(oidc -> openId(oidc, provider));
    }

    private static void openId(OidcConfigurer oidc, Provider provider) {
        oidc.providerConfigurationEndpoint(endpoint ->
                        endpoint.providerConfigurationCustomizer(OidcConfiguration::discovery))
                .userInfoEndpoint(endpoint ->
                        endpoint.userInfoMapper(asked -> userInfo(asked, provider))
                                .errorResponseHandler(OidcConfiguration::noSuchToken))
                .logoutEndpoint(endpoint ->
                        endpoint.logoutResponseHandler(
                                (request, response, done) -> loggedOut(response, done, provider)));
    }

    private static void withRegisteredKeys(AuthenticationProvider each, Provider provider) {
        if (each instanceof JwtClientAssertionAuthenticationProvider assertions) {
            assertions.setJwtDecoderFactory(provider.assertions());
        }
    }

    private static void withOurRules(List<AuthenticationProvider> all) {
        Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> rules =
                new OAuth2AuthorizationCodeRequestAuthenticationValidator()
                        .andThen(OidcConfiguration::mustFit);
        for (AuthenticationProvider each : all) {
            if (each instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider direct) {
                direct.setAuthenticationValidator(rules);
            } else if (each
                    instanceof OAuth2PushedAuthorizationRequestAuthenticationProvider pushed) {
                pushed.setAuthenticationValidator(rules);
            }
        }
    }

    /** JPKI reference 6.1: lengths, and always OpenID. */
    private static void mustFit(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        rfc6749_3_1_eachOnce(request);
        oidc_3_1_2_6_notSupported(request);
        String state = request.getState();
        must(request, state == null || state.length() <= LONGEST, "invalid_request", "state");
        Object nonce = request.getAdditionalParameters().get("nonce");
        must(
                request,
                !(nonce instanceof String text) || text.length() <= LONGEST,
                "invalid_request",
                "nonce");
        must(request, request.getScopes().contains(Item.OPENID), "invalid_scope", "scope");
    }

    /** Spring looks at the parameters that it knows; of the others, several are a list. */
    private static void rfc6749_3_1_eachOnce(
            OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        request.getAdditionalParameters()
                .forEach((name, value) ->
                        must(request, value instanceof String, "invalid_request", name));
    }

    /** OpenID Connect Core 6.1 and 7.2.1: ignored, they would make another request of this one. */
    private static void oidc_3_1_2_6_notSupported(
            OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        for (String each : List.of("request", "registration")) {
            must(
                    request,
                    !request.getAdditionalParameters().containsKey(each),
                    each + "_not_supported",
                    each);
        }
    }

    private static void must(
            OAuth2AuthorizationCodeRequestAuthenticationToken request,
            boolean holds,
            String error,
            String parameter) {
        if (!holds) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error(error, "OAuth 2.0 Parameter: " + parameter, null), request);
        }
    }

    private static void discovery(OidcProviderConfiguration.Builder builder) {
        List<String> assertions =
                AssertionDecoders.algorithms().stream()
                        .map(JWSAlgorithm::getName)
                        .sorted()
                        .toList();
        builder.claims(claims -> {
            // endpoints and ways in that this provider does not have
            claims.keySet()
                    .removeIf(name ->
                            name.startsWith("introspection_endpoint")
                                    || name.startsWith("tls_client")
                                    || name.startsWith("dpop_"));
            claims.put("scopes_supported", Item.SCOPES);
            claims.put("response_types_supported", List.of("code"));
            claims.put("response_modes_supported", List.of("query"));
            claims.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
            claims.put("subject_types_supported", List.of("pairwise"));
            claims.put("id_token_signing_alg_values_supported", List.of("ES256"));
            for (String endpoint : List.of("token_endpoint", "revocation_endpoint")) {
                claims.put(endpoint + "_auth_methods_supported", List.of("private_key_jwt"));
                claims.put(endpoint + "_auth_signing_alg_values_supported", assertions);
            }
            claims.put("code_challenge_methods_supported", List.of("S256"));
            claims.put("authorization_response_iss_parameter_supported", true);
            claims.put("acr_values_supported", List.of(LEVEL));
            claims.put(
                    "claims_supported",
                    List.of(
                            "sub",
                            "iss",
                            "aud",
                            "exp",
                            "iat",
                            "auth_time",
                            "nonce",
                            "acr",
                            "amr",
                            "name",
                            "address",
                            "birthdate",
                            "gender",
                            "card_name",
                            "card_address",
                            "card_birthdate",
                            "card_gender"));
            claims.put("request_parameter_supported", false);
            // those of RFC 9126 need no such word
            claims.put("request_uri_parameter_supported", false);
            claims.put("claims_parameter_supported", false);
        });
    }

    private static OidcUserInfo userInfo(
            OidcUserInfoAuthenticationContext asked, Provider provider) {
        OAuth2Authorization grant = asked.getAuthorization();
        CardHolderLogin holder = holder(grant.getAttribute(Principal.class.getName()));
        Client client = provider.register().mustBeApproved(grant.getRegisteredClientId());
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", provider.secrets().pairwiseSubject(holder.person(), client.sector()));
        holder.items()
                .ifPresent(kept -> claims.putAll(provider.items().claims(kept, holder.person())));
        return new OidcUserInfo(claims);
    }

    private static CardHolderLogin holder(@org.jspecify.annotations.Nullable Object principal) {
        if (principal instanceof CardHolderLogin holder) return holder;
        throw new IllegalStateException("granted by nobody's card");
    }

    /** RFC 6750 3.1. */
    private static void noSuchToken(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException refused) {
        response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }

    /** Nobody has a session here that could end; what the login gave out does. */
    private static void loggedOut(
            HttpServletResponse response, Authentication done, Provider provider)
            throws IOException {
        if (!(done instanceof OidcLogoutAuthenticationToken logout)) {
            throw new IllegalStateException("no logout");
        }
        provider.grants().endOf(logout.getIdTokenHint());
        String back = logout.getPostLogoutRedirectUri();
        String state = logout.getState();
        response.sendRedirect(
                back == null
                        ? "/signed-out"
                        : back
                                + (state == null
                                        ? ""
                                        : (back.contains("?") ? "&" : "?")
                                                + "state="
                                                + AskedFor.encoded(state)));
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(Provider provider) {
        String at = PlatformAddress.PROTOCOL;
        return AuthorizationServerSettings.builder()
                .issuer(provider.address().issuer())
                .authorizationEndpoint(at + "/auth")
                .pushedAuthorizationRequestEndpoint(at + "/ext/par/request")
                .tokenEndpoint(at + "/token")
                .jwkSetEndpoint(at + "/certs")
                .tokenRevocationEndpoint(at + "/revoke")
                .oidcUserInfoEndpoint(at + "/userinfo")
                .oidcLogoutEndpoint(at + "/logout")
                .build();
    }

    @Bean
    RegisteredClientRepository clients(Provider provider) {
        return provider.clients();
    }

    @Bean
    OAuth2AuthorizationService grants(Provider provider) {
        return provider.grants();
    }

    @Bean
    JWKSource<SecurityContext> published(Provider provider) {
        return (selector, context) -> selector.select(provider.keys().published());
    }

    @Bean
    JwtEncoder idTokens(Provider provider) {
        return new IdTokenEncoder(provider.keys());
    }

    /** An access token says nothing by itself: the endpoint looks it up, once. */
    @Bean
    JwtDecoder accessTokens() {
        return token ->
                Jwt.withTokenValue(token).header("typ", "opaque").claim("sub", "bearer").build();
    }

    /** OpenID Connect Core 2 and 8.1. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> idTokenClaims(Provider provider) {
        return context -> {
            CardHolderLogin holder = holder(context.getPrincipal());
            RegisteredClient client = context.getRegisteredClient();
            String sector =
                    Objects.requireNonNull(
                            client.getClientSettings().getSetting(ApprovedClients.SECTOR));
            context.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
            context.getClaims()
                    .subject(provider.secrets().pairwiseSubject(holder.person(), sector))
                    .claim("auth_time", holder.at().getEpochSecond())
                    .claim("acr", LEVEL)
                    .claim("amr", List.of("sc", "pin"));
        };
    }
}
