package org.openmyna.server.platform;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.openmyna.kernel.NativeCrypto;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionDecoderFactory;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * {@code private_key_jwt} (RFC 7523) with the keys of the register: an asymmetric algorithm, a key
 * that was entered, whatever the assertion's own header brings along, and each assertion once.
 */
final class AssertionDecoders implements JwtDecoderFactory<RegisteredClient> {
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256, JWSAlgorithm.RS256);
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(60);

    /** Not waited for on the disk: whoever replays one needs the crash of that second as well. */
    private static final String USE =
            """
            INSERT INTO assertion_used (name, expires_at)
            SELECT ?, ? FROM set_config('synchronous_commit', 'off', true)
            ON CONFLICT (name) DO NOTHING
            """;

    private record Made(String jwks, JwtDecoder decoder) {}

    private final JdbcClient jdbc;
    private final InstantSource realTime;
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    AssertionDecoders(DataSource database, InstantSource realTime) {
        this.jdbc = JdbcClient.create(database);
        this.realTime = realTime;
    }

    /** As RFC 8414 lists them. */
    static Set<JWSAlgorithm> algorithms() {
        return ALGORITHMS;
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        String jwks =
                Objects.requireNonNull(client.getClientSettings().getSetting(ApprovedClients.JWKS));
        Made kept = made.get(client.getId());
        if (kept != null && kept.jwks().equals(jwks)) return kept.decoder();
        JwtDecoder decoder = decoder(client, jwks);
        made.put(client.getId(), new Made(jwks, decoder));
        return decoder;
    }

    private JwtDecoder decoder(RegisteredClient client, String jwks) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(
                        ALGORITHMS, new ImmutableJWKSet<SecurityContext>(keys(jwks))));
        var verifiers = new DefaultJWSVerifierFactory();
        NativeCrypto.provider().ifPresent(verifiers.getJCAContext()::setProvider);
        processor.setJWSVerifierFactory(verifiers);
        // claims are judged below
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<Jwt>(
                        JwtClientAssertionDecoderFactory.DEFAULT_JWT_VALIDATOR_FACTORY.apply(
                                client),
                        this::rfc7523_3_4_livesShortly,
                        once(client.getId())));
        return decoder;
    }

    private static JWKSet keys(String jwks) {
        try {
            return JWKSet.parse(jwks);
        } catch (ParseException neverEntered) {
            throw new BadJwtException("no keys are registered", neverEntered);
        }
    }

    /** An assertion that lives for years is a password. */
    private OAuth2TokenValidatorResult rfc7523_3_4_livesShortly(Jwt assertion) {
        Instant end = assertion.getExpiresAt();
        return end != null && end.isBefore(realTime.instant().plus(LONGEST_LIFE))
                ? OAuth2TokenValidatorResult.success()
                : refused("exp is too far away");
    }

    private OAuth2TokenValidator<Jwt> once(String client) {
        return assertion -> rfc7523_3_7_once(client, assertion);
    }

    private OAuth2TokenValidatorResult rfc7523_3_7_once(String client, Jwt assertion) {
        String name = assertion.getId();
        Instant end = assertion.getExpiresAt();
        if (name == null || end == null) return refused("jti is missing");
        int fresh =
                jdbc.sql(USE)
                        .params(
                                Hashes.sha256(client + "\n" + name),
                                ApprovalRegister.utc(end.plus(LONGEST_LIFE)))
                        .update();
        return fresh == 1 ? OAuth2TokenValidatorResult.success() : refused("jti was used");
    }

    private static OAuth2TokenValidatorResult refused(String why) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_client", why, null));
    }
}
