package org.openmyna.server.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request as the protocol sees it: everything below the issuer's path. */
class RealmRequest extends HttpServletRequestWrapper {
    RealmRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getContextPath() {
        return PlatformAddress.REALM;
    }

    @Override
    public String getServletPath() {
        return getRequestURI().substring(PlatformAddress.REALM.length());
    }
}
