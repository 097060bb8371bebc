package org.openmyna.server.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Where Spring's server finds that nobody is logged in: there is a card login to be begun. */
final class LoginStart implements AuthenticationEntryPoint {
    private static final String PUSHED = "urn:ietf:params:oauth:request_uri:";

    private final Provider provider;

    LoginStart(Provider provider) {
        this.provider = provider;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException nobody)
            throws IOException {
        AskedFor asked = asked(request);
        if (asked.value("prompt").contains("none")) {
            // there is no session that could be gone on with
            provider.responses().error(response, asked, "login_required");
            return;
        }
        provider.waiting().mustHaveRoom(asked.value("client_id"));
        CardLogins.Begun begun = provider.logins().begin(asked);
        provider.browsers().give(response, begun);
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect("/login/" + begun.id());
    }

    private AskedFor asked(HttpServletRequest request) {
        Object found =
                request.getAttribute(
                        OAuth2AuthorizationCodeRequestAuthenticationToken.class.getName());
        if (found instanceof OAuth2AuthorizationCodeRequestAuthenticationToken token) {
            return AskedFor.of(token);
        }
        return rfc9126_4_pushed(
                request.getParameter("client_id"), request.getParameter("request_uri"));
    }

    private AskedFor rfc9126_4_pushed(@Nullable String client, @Nullable String requestUri) {
        if (client == null || requestUri == null || !requestUri.startsWith(PUSHED)) {
            throw new NotDone(PlatformError.REQUEST_REFUSED, Map.of("parameter", "request_uri"));
        }
        var unused = provider.register().mustBeApproved(client);
        return provider.grants()
                .takePushed(requestUri.substring(PUSHED.length()), client)
                .orElseThrow(() ->
                        new NotDone(
                                PlatformError.REQUEST_REFUSED, Map.of("parameter", "request_uri")));
    }
}
