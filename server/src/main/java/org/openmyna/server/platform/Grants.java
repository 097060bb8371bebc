package org.openmyna.server.platform;

import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;

/**
 * What was granted, and what was pushed and waits. Spring's server hands in tokens as they are; a
 * row has their SHA-256 alone. What is read back carries the token it was found by, and names in
 * the place of all others that nobody can present.
 */
final class Grants implements OAuth2AuthorizationService {
    private static final String VERSION = "openmyna.version";
    private static final String HASHED = "sha256:";
    private static final String INVALIDATED = OAuth2Authorization.Token.INVALIDATED_METADATA_NAME;

    private static final String PUSH =
            """
            INSERT INTO pushed_request (state, id, client, request, expires_at)
            VALUES (?, ?, ?, ?, ?)
            """;
    private static final String TAKE_PUSHED =
            """
            DELETE FROM pushed_request WHERE state = ? AND client = ? AND expires_at > ?
            RETURNING request
            """;

    /** What this request has read before; what it changes fails if somebody changed it since. */
    private record Read(
            AuthorizationServerContext request, String token, OAuth2Authorization found) {}

    private final ThreadLocal<@Nullable Read> read = new ThreadLocal<>();
    private final JdbcClient jdbc;
    private final ApprovalRegister register;
    private final ApprovedClients clients;
    private final PlatformAddress address;
    private final InstantSource realTime;

    Grants(
            DataSource database,
            ApprovalRegister register,
            ApprovedClients clients,
            PlatformAddress address,
            InstantSource realTime) {
        this.jdbc = JdbcClient.create(database);
        this.register = register;
        this.clients = clients;
        this.address = address;
        this.realTime = realTime;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        Integer version = authorization.getAttribute(VERSION);
        if (version != null) {
            change(authorization, version);
        } else if (authorization.getToken(OAuth2AuthorizationCode.class) != null) {
            grant(authorization);
        } else {
            push(authorization);
        }
    }

    /** RFC 9126 2.2; the end of its life is written in the name itself, in milliseconds. */
    private void push(OAuth2Authorization pushed) {
        String state = String.valueOf(pushed.<Object>getAttribute(OAuth2ParameterNames.STATE));
        long end = Long.parseLong(state.substring(state.lastIndexOf('_') + 1));
        jdbc.sql(PUSH)
                .params(
                        Hashes.sha256(state),
                        pushed.getId(),
                        pushed.getRegisteredClientId(),
                        AskedFor.of(request(pushed)).query(),
                        utc(Instant.ofEpochMilli(end)))
                .update();
    }

    /**
     * What was pushed under this name (RFC 9126 4), once: whoever takes it goes on with it.
     *
     * @param state the part of {@code request_uri} after its prefix
     */
    Optional<AskedFor> takePushed(String state, String client) {
        return jdbc.sql(TAKE_PUSHED)
                .params(Hashes.sha256(state), client, utc(realTime.instant()))
                .query(String.class)
                .optional()
                .map(AskedFor::parse);
    }

    private void grant(OAuth2Authorization fresh) {
        if (!(principal(fresh) instanceof CardHolderLogin holder)) {
            throw new IllegalStateException("granted by nobody's card");
        }
        OAuth2AuthorizationCode code = token(fresh, OAuth2AuthorizationCode.class);
        int done =
                jdbc.sql(GrantRow.INSERT)
                        .params(
                                holder.login(),
                                holder.person(),
                                fresh.getId(),
                                fresh.getRegisteredClientId(),
                                fresh.getAuthorizedScopes().toArray(String[]::new),
                                AskedFor.of(request(fresh)).query(),
                                hash(code),
                                issued(code),
                                expires(code))
                        .update();
        if (done != 1) throw new NotDone(PlatformError.LOGIN_UNKNOWN);
    }

    private void change(OAuth2Authorization changed, int version) {
        OAuth2Authorization.Token<OAuth2AccessToken> access = changed.getAccessToken();
        OAuth2Authorization.Token<OAuth2RefreshToken> refresh = changed.getRefreshToken();
        OAuth2Authorization.Token<OidcIdToken> idToken = changed.getToken(OidcIdToken.class);
        var statement =
                jdbc.sql(GrantRow.UPDATE)
                        .params(changed.getId(), version)
                        .param(refresh == null ? null : hash(refresh.getToken()))
                        .param(isEnded(changed.getToken(OAuth2AuthorizationCode.class)));
        statement = statement.param(access == null ? null : hash(access.getToken()));
        statement = withDates(statement, access).param(isEnded(access));
        statement = withDates(statement, refresh).param(isEnded(refresh));
        int done = withDates(statement, idToken).param(changed.getId()).param(version).update();
        if (done != 1) {
            // used twice at once: nobody keeps anything
            end(changed.getId());
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    private static JdbcClient.StatementSpec withDates(
            JdbcClient.StatementSpec statement,
            OAuth2Authorization.@Nullable Token<? extends OAuth2Token> token) {
        return statement
                .param(token == null ? null : hash(token.getToken()))
                .param(token == null ? null : issued(token.getToken()))
                .param(token == null ? null : expires(token.getToken()));
    }

    private static boolean isEnded(
            OAuth2Authorization.@Nullable Token<? extends OAuth2Token> token) {
        return token != null && token.isInvalidated();
    }

    /** Nothing of this grant is good any more. */
    void end(String id) {
        jdbc.sql(GrantRow.END).param(id).update();
    }

    /**
     * The same for the grant of an ID token.
     *
     * @param idToken as {@link #findByToken} told it: of a grant that was found by its first, the
     *     newest by its hash
     */
    void endOf(String idToken) {
        jdbc.sql(GrantRow.ID_BY_ID_TOKEN)
                .param(hash(idToken))
                .query(String.class)
                .optional()
                .ifPresent(this::end);
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        // pushed requests are taken out when they are used
        end(authorization.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        throw new UnsupportedOperationException("nobody asks by id");
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        byte[] hash = Hashes.sha256(token);
        String kind = type == null ? "" : type.getValue();
        return switch (kind) {
            case "code" -> byCode(hash, token);
            case "access_token" -> found(GrantRow.BY_ACCESS, hash, token);
            case "refresh_token" -> byRefresh(hash, token);
            case "id_token" -> {
                OAuth2Authorization newest = found(GrantRow.BY_ID_TOKEN, hash, token);
                yield newest != null ? newest : found(GrantRow.BY_FIRST_ID_TOKEN, hash, token);
            }
            case "" -> {
                OAuth2Authorization access = found(GrantRow.BY_ACCESS, hash, token);
                yield access != null ? access : byRefresh(hash, token);
            }
            default -> null;
        };
    }

    /** A request for tokens asks twice, for the verifier of PKCE and for the code. */
    private @Nullable OAuth2Authorization byCode(byte[] hash, String token) {
        AuthorizationServerContext request = AuthorizationServerContextHolder.getContext();
        Read before = read.get();
        if (before != null && before.request() == request && before.token().equals(token)) {
            read.remove();
            return before.found();
        }
        OAuth2Authorization found = found(GrantRow.BY_CODE, hash, token);
        if (found != null && request != null) read.set(new Read(request, token, found));
        return found;
    }

    private @Nullable OAuth2Authorization byRefresh(byte[] hash, String token) {
        OAuth2Authorization found = found(GrantRow.BY_REFRESH, hash, token);
        if (found == null) jdbc.sql(GrantRow.END_COPIED).param(hash).update();
        return found;
    }

    private @Nullable OAuth2Authorization found(String query, byte[] hash, String token) {
        return jdbc.sql(query)
                .param(hash)
                .query(GrantRow::from)
                .optional()
                .flatMap(row ->
                        register.client(row.client())
                                // of a suspended client nothing is good
                                .filter(client -> client.standing() == Standing.APPROVED)
                                .map(client -> authorization(row, client, token)))
                .orElse(null);
    }

    private OAuth2Authorization authorization(GrantRow row, Client client, String presented) {
        Set<String> scopes = new LinkedHashSet<>(row.scopes());
        OAuth2AuthorizationRequest request =
                AskedFor.parse(row.request()).authorizationRequest(address.endpoint("auth"));
        var holder = new CardHolderLogin("", row.person(), row.authenticatedAt(), row.items());
        var builder =
                OAuth2Authorization.withRegisteredClient(clients.registered(client))
                        .id(row.id())
                        .principalName(holder.getName())
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .authorizedScopes(scopes)
                        .attribute(Principal.class.getName(), holder)
                        .attribute(OAuth2AuthorizationRequest.class.getName(), request)
                        .attribute(VERSION, row.version())
                        .token(
                                new OAuth2AuthorizationCode(
                                        name(row.code(), presented),
                                        row.codeIssued(),
                                        row.codeExpires()),
                                metadata -> metadata.put(INVALIDATED, row.codeUsed()));
        row.access()
                .ifPresent(each ->
                        builder.token(
                                new OAuth2AccessToken(
                                        OAuth2AccessToken.TokenType.BEARER,
                                        name(each.hash(), presented),
                                        each.issued(),
                                        each.expires(),
                                        scopes),
                                metadata -> metadata.put(INVALIDATED, each.ended())));
        row.refresh()
                .ifPresent(each ->
                        builder.token(
                                new OAuth2RefreshToken(
                                        name(each.hash(), presented),
                                        each.issued(),
                                        each.expires()),
                                metadata -> metadata.put(INVALIDATED, each.ended())));
        row.idToken().ifPresent(each -> builder.token(idToken(each, client, holder, presented)));
        return builder.build();
    }

    private OidcIdToken idToken(
            GrantRow.Token token, Client client, CardHolderLogin holder, String presented) {
        return new OidcIdToken(
                name(token.hash(), presented),
                token.issued(),
                token.expires(),
                Map.of(
                        "iss",
                        address.issuer(),
                        "sub",
                        holder.getName(),
                        "aud",
                        List.of(client.id()),
                        "iat",
                        token.issued(),
                        "exp",
                        token.expires()));
    }

    /** The token itself if it was presented, else a name that no token can have. */
    private static String name(byte[] hash, String presented) {
        return java.util.Arrays.equals(hash, Hashes.sha256(presented))
                ? presented
                : HASHED + HexFormat.of().formatHex(hash);
    }

    private static byte[] hash(OAuth2Token token) {
        return hash(token.getTokenValue());
    }

    private static byte[] hash(String value) {
        return value.startsWith(HASHED)
                ? HexFormat.of().parseHex(value.substring(HASHED.length()))
                : Hashes.sha256(value);
    }

    private static OffsetDateTime issued(OAuth2Token token) {
        return utc(java.util.Objects.requireNonNull(token.getIssuedAt()));
    }

    private static OffsetDateTime expires(OAuth2Token token) {
        return utc(java.util.Objects.requireNonNull(token.getExpiresAt()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return ApprovalRegister.utc(instant);
    }

    private static <T extends OAuth2Token> T token(OAuth2Authorization from, Class<T> type) {
        OAuth2Authorization.Token<T> token = from.getToken(type);
        if (token == null) throw new IllegalStateException("no " + type.getSimpleName());
        return token.getToken();
    }

    private static OAuth2AuthorizationRequest request(OAuth2Authorization from) {
        OAuth2AuthorizationRequest request =
                from.getAttribute(OAuth2AuthorizationRequest.class.getName());
        if (request == null) throw new IllegalStateException("granted without a request");
        return request;
    }

    private static @Nullable Object principal(OAuth2Authorization from) {
        return from.getAttribute(Principal.class.getName());
    }
}
