package org.openmyna.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Spring's authorization server as it is: somebody is logged in already, and everything is in
 * memory.
 */
final class StockProvider implements AutoCloseable {
    private static final String CLIENT = "bench";
    private static final String REDIRECT = "https://bank.example.jp/callback";
    private static final ECKey CLIENT_KEY = key();

    private final ConfigurableApplicationContext context;
    private final int port;

    StockProvider() {
        var application = new SpringApplication(Stock.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        // they would set up the program's log anew
        application.setListeners(List.of());
        application.setDefaultProperties(
                Map.of(
                        "server.port",
                        0,
                        "server.address",
                        "localhost",
                        "spring.jmx.enabled",
                        false));
        context = application.run();
        port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException everyJavaCan) {
            throw new IllegalStateException(everyJavaCan);
        }
    }

    OidcLogin.Visitor visitor() {
        var http = new PlainHttp("localhost", port);
        var flow =
                new CodeFlow(
                        CLIENT,
                        CLIENT_KEY,
                        REDIRECT,
                        "http://localhost:" + port + "/oauth2/token",
                        new CodeFlow.Paths("/oauth2/authorize", "/oauth2/token", "/userinfo"));
        return new OidcLogin.Visitor() {
            @Override
            public void logIn() {
                flow.redeem(http, http.get(flow.authorization()).header("location"));
            }

            @Override
            public void close() {
                http.close();
            }
        };
    }

    @Override
    public void close() {
        context.close();
    }

    /** The smallest configuration that a code flow needs. */
    @Configuration(proxyBeanMethods = false)
    @EnableWebSecurity
    @ImportAutoConfiguration(JettyServletWebServerAutoConfiguration.class)
    static class Stock {
        private final ECKey key = key();

        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            var server = new OAuth2AuthorizationServerConfigurer();
            return http.with(
                            server,
                            each ->
                                    each.oidc(Customizer.withDefaults())
                                            .clientAuthentication(clients ->
                                                    clients.authenticationProviders(
                                                            all -> all.forEach(Stock::withKeys))))
                    .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .securityContext(each -> each.securityContextRepository(new Somebody()))
                    .build();
        }

        private static void withKeys(Object each) {
            if (!(each instanceof JwtClientAssertionAuthenticationProvider assertions)) return;
            var processor = new DefaultJWTProcessor<SecurityContext>();
            processor.setJWSKeySelector(
                    new JWSVerificationKeySelector<>(
                            JWSAlgorithm.ES256,
                            new ImmutableJWKSet<SecurityContext>(
                                    new JWKSet(CLIENT_KEY.toPublicJWK()))));
            JwtDecoder decoder = new NimbusJwtDecoder(processor);
            assertions.setJwtDecoderFactory(_ -> decoder);
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(
                    RegisteredClient.withId(CLIENT)
                            .clientId(CLIENT)
                            .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                            .redirectUri(REDIRECT)
                            .scope("openid")
                            .clientSettings(
                                    ClientSettings.builder()
                                            .requireProofKey(true)
                                            .tokenEndpointAuthenticationSigningAlgorithm(
                                                    SignatureAlgorithm.ES256)
                                            .build())
                            .tokenSettings(
                                    TokenSettings.builder()
                                            .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                                            .build())
                            .build());
        }

        @Bean
        JWKSource<SecurityContext> keys() {
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        @Bean
        JwtDecoder accessTokens(JWKSource<SecurityContext> keys) {
            var processor = new DefaultJWTProcessor<SecurityContext>();
            processor.setJWSKeySelector(
                    new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.ES256), keys));
            return new NimbusJwtDecoder(processor);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> ellipticCurves() {
            return each -> each.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        /** Spring's own store in memory breaks under several clients, and searches one by one. */
        @Bean
        OAuth2AuthorizationService store() {
            return new ByToken();
        }
    }

    /** Whoever comes to the authorization endpoint is logged in. */
    private static final class Somebody implements SecurityContextRepository {
        @Override
        @SuppressWarnings("deprecation") // the interface has it still
        public org.springframework.security.core.context.SecurityContext loadContext(
                HttpRequestResponseHolder holder) {
            return containsContext(holder.getRequest())
                    ? new SecurityContextImpl(
                            new UsernamePasswordAuthenticationToken(
                                    "somebody",
                                    "",
                                    List.of(
                                            FactorGrantedAuthority.fromAuthority(
                                                    "FACTOR_PASSWORD"))))
                    : new SecurityContextImpl();
        }

        @Override
        public void saveContext(
                org.springframework.security.core.context.SecurityContext context,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public boolean containsContext(HttpServletRequest request) {
            return request.getRequestURI().equals("/oauth2/authorize");
        }
    }

    private static final class ByToken implements OAuth2AuthorizationService {
        private final Map<String, OAuth2Authorization> all = new ConcurrentHashMap<>();

        @Override
        public void save(OAuth2Authorization each) {
            put(each, each.getToken(OAuth2AuthorizationCode.class));
            put(each, each.getAccessToken());
        }

        private void put(
                OAuth2Authorization each,
                OAuth2Authorization.@org.jspecify.annotations.Nullable Token<? extends OAuth2Token>
                        token) {
            if (token != null) all.put(token.getToken().getTokenValue(), each);
        }

        @Override
        public void remove(OAuth2Authorization each) {
            all.values().remove(each);
        }

        @Override
        public @org.jspecify.annotations.Nullable OAuth2Authorization findById(String id) {
            return null;
        }

        @Override
        public @org.jspecify.annotations.Nullable OAuth2Authorization findByToken(
                String token, @org.jspecify.annotations.Nullable OAuth2TokenType type) {
            return all.get(token);
        }
    }
}
