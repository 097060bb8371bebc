package org.openmyna.server.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/**
 * What goes back to a relying party through the browser, always with {@code iss} (RFC 9207), so
 * that a client of several providers knows whose answer it holds. What cannot go back is a page
 * here.
 */
final class AuthorizationResponses {
    private static final String PARAMETER = "OAuth 2.0 Parameter: ";

    private final PlatformAddress address;
    private final ApprovalRegister register;

    AuthorizationResponses(PlatformAddress address, ApprovalRegister register) {
        this.address = address;
        this.register = register;
    }

    void granted(HttpServletRequest request, HttpServletResponse response, Authentication granted)
            throws IOException {
        if (!(granted instanceof OAuth2AuthorizationCodeRequestAuthenticationToken token)) {
            throw new IllegalStateException("no authorization code");
        }
        OAuth2AuthorizationCode code = token.getAuthorizationCode();
        String redirect = token.getRedirectUri();
        if (code == null || redirect == null) throw new IllegalStateException("no code");
        send(response, redirect, token.getState(), Map.of("code", code.getTokenValue()));
    }

    /**
     * RFC 6749 4.1.2.1: to the relying party, unless it is not known or its address is not its own.
     */
    void refused(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException refused)
            throws IOException {
        if (!(refused instanceof OAuth2AuthorizationCodeRequestAuthenticationException known)) {
            throw new NotDone(PlatformError.REQUEST_REFUSED, Map.of("parameter", "?"));
        }
        OAuth2AuthorizationCodeRequestAuthenticationToken token =
                known.getAuthorizationCodeRequestAuthentication();
        OAuth2Error error = known.getError();
        String redirect = token == null ? null : token.getRedirectUri();
        if (token == null || redirect == null || redirect.isEmpty()) {
            throw page(request, error);
        }
        Map<String, String> told = new LinkedHashMap<>();
        told.put("error", error.getErrorCode());
        String description = error.getDescription();
        if (description != null) told.put("error_description", description);
        send(response, redirect, token.getState(), told);
    }

    private NotDone page(HttpServletRequest request, OAuth2Error error) {
        String description = String.valueOf(error.getDescription());
        String parameter =
                description.startsWith(PARAMETER)
                        ? description.substring(PARAMETER.length())
                        : error.getErrorCode();
        String client = request.getParameter("client_id");
        if (client != null && parameter.equals("client_id")) {
            // says which of the reasons it is
            var unused = register.mustBeApproved(client.length() > 128 ? "…" : client);
        }
        return parameter.equals("redirect_uri")
                ? new NotDone(PlatformError.REDIRECT_NOT_REGISTERED)
                : new NotDone(PlatformError.REQUEST_REFUSED, Map.of("parameter", parameter));
    }

    /** The request may not ask at all. */
    void error(HttpServletResponse response, AskedFor asked, String error) throws IOException {
        leave(response, errorAddress(asked, error));
    }

    /** Where the browser goes with an error (RFC 6749 4.1.2.1). */
    String errorAddress(AskedFor asked, String error) {
        return address(
                asked.value("redirect_uri"),
                asked.parameters().get("state"),
                Map.of("error", error));
    }

    private void send(
            HttpServletResponse response,
            String redirect,
            @Nullable String state,
            Map<String, String> parameters)
            throws IOException {
        leave(response, address(redirect, state, parameters));
    }

    private static void leave(HttpServletResponse response, String address) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.sendRedirect(address);
    }

    private String address(
            String redirect, @Nullable String state, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        if (state != null && !state.isEmpty()) all.put("state", state);
        all.put("iss", address.issuer());
        return redirect
                + (redirect.contains("?") ? "&" : "?")
                + all.entrySet().stream()
                        .map(each -> each.getKey() + "=" + AskedFor.encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
    }
}
