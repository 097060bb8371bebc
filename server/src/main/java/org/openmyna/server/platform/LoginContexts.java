package org.openmyna.server.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Somebody is logged in for the one request that a card's answer led to; nothing is kept. */
final class LoginContexts implements SecurityContextRepository {
    static final String HOLDER = "openmyna.holder";

    @Override
    @SuppressWarnings("deprecation") // the interface has it still
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return of(holder.getRequest());
    }

    private static SecurityContext of(HttpServletRequest request) {
        return request.getAttribute(HOLDER) instanceof CardHolderLogin login
                ? new SecurityContextImpl(login)
                : new SecurityContextImpl();
    }

    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return request.getAttribute(HOLDER) instanceof CardHolderLogin;
    }
}
