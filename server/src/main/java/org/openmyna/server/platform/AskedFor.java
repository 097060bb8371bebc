package org.openmyna.server.platform;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/**
 * What a relying party asked for, by name: the parameters of an authorization request (RFC 6749
 * 4.1.1), each once. Kept as a query.
 */
record AskedFor(Map<String, String> parameters) {
    private static final Set<String> NAMED =
            Set.of("response_type", "client_id", "redirect_uri", "scope", "state");

    /** RFC 9126 2.1: how a client proves who it is comes in the same form, and is kept nowhere. */
    private static final Set<String> PROOF = Set.of("client_assertion", "client_assertion_type");

    AskedFor {
        parameters = Map.copyOf(parameters);
    }

    static AskedFor of(OAuth2AuthorizationRequest request) {
        return of(
                request.getClientId(),
                request.getRedirectUri(),
                request.getState(),
                request.getScopes(),
                request.getAdditionalParameters());
    }

    static AskedFor of(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        return of(
                request.getClientId(),
                request.getRedirectUri(),
                request.getState(),
                request.getScopes(),
                request.getAdditionalParameters());
    }

    private static AskedFor of(
            String client,
            @Nullable String redirect,
            @Nullable String state,
            Set<String> scopes,
            Map<String, Object> more) {
        Map<String, String> all = new LinkedHashMap<>();
        more.forEach((name, value) -> {
            if (value instanceof String text && !PROOF.contains(name)) all.put(name, text);
        });
        all.put("response_type", "code");
        all.put("client_id", client);
        if (redirect != null) all.put("redirect_uri", redirect);
        if (state != null) all.put("state", state);
        all.put("scope", String.join(" ", scopes));
        return new AskedFor(all);
    }

    static AskedFor parse(String query) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String each : query.split("&", -1)) {
            int equals = each.indexOf('=');
            all.put(decoded(each.substring(0, equals)), decoded(each.substring(equals + 1)));
        }
        return new AskedFor(all);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    String query() {
        return parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    String value(String name) {
        return parameters.getOrDefault(name, "");
    }

    Set<String> scopes() {
        return new HashSet<>(Arrays.asList(value("scope").split(" ")));
    }

    /**
     * @param authorizationUri of the endpoint
     */
    OAuth2AuthorizationRequest authorizationRequest(String authorizationUri) {
        Map<String, Object> more = new LinkedHashMap<>(parameters);
        NAMED.forEach(more::remove);
        var request =
                OAuth2AuthorizationRequest.authorizationCode()
                        .authorizationUri(authorizationUri)
                        .clientId(value("client_id"))
                        .scopes(scopes())
                        .additionalParameters(more);
        if (parameters.containsKey("redirect_uri")) request.redirectUri(value("redirect_uri"));
        if (parameters.containsKey("state")) request.state(value("state"));
        return request.build();
    }
}
