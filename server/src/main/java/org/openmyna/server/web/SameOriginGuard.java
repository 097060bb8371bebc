package org.openmyna.server.web;

import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * What changes something comes from a page of the same origin. Browsers say where a form comes from
 * and cannot be made to lie; a program that is no browser has no cookies that could be misused, and
 * says nothing.
 *
 * <p>Two paths of the platform are there for forms of other pages: a request for a login (OpenID
 * Connect Core 3.1.2.1) and one for a logout (RP-Initiated Logout 1.0 2). A link may ask for either
 * as well. No session hears of them: the one begins a login in which a person has yet to agree, on
 * a page of this origin, and with a card; the other ends what is named by an ID token that the page
 * must hold.
 */
final class SameOriginGuard implements FrontHandler.Guard {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String PROTOCOL = "/api/realms/main/protocol/openid-connect";
    private static final Set<String> FOR_OTHERS = Set.of(PROTOCOL + "/auth", PROTOCOL + "/logout");

    private final Origins origins;

    SameOriginGuard(Origins origins) {
        this.origins = origins;
    }

    @Override
    public void check(Request request, String path) {
        if (READING.contains(request.getMethod())) return;
        if (FOR_OTHERS.contains(path)
                && origins.of(request.getHttpURI().getHost()) == Origin.PLATFORM) {
            return;
        }
        String site = request.getHeaders().get("Sec-Fetch-Site");
        boolean own = site != null ? site.equals("same-origin") : isOwn(request);
        if (!own) throw new CrossSite();
    }

    private static boolean isOwn(Request request) {
        @Nullable String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        return origin == null
                || origin.equals(
                        request.getHttpURI().getScheme()
                                + "://"
                                + request.getHttpURI().getAuthority());
    }
}
