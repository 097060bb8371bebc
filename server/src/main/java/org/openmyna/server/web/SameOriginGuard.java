package org.openmyna.server.web;

import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * What changes something comes from a page of the same origin. Browsers say where a form comes from
 * and cannot be made to lie; a program that is no browser has no cookies that could be misused, and
 * says nothing.
 */
final class SameOriginGuard implements FrontHandler.Guard {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public void check(Request request, String path) {
        if (READING.contains(request.getMethod())) return;
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
