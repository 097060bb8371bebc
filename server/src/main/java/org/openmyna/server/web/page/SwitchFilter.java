package org.openmyna.server.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.openmyna.server.web.Origins;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps a choice of language or look: a link with {@code view=…} sets the cookie and leads to the
 * same page without it; a form that is sent with it is shown again, see {@link Typed#redraw()}.
 */
final class SwitchFilter extends OncePerRequestFilter {
    private final Origins origins;

    SwitchFilter(Origins origins) {
        this.origins = origins;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Place.change(request.getQueryString()) == null) {
            chain.doFilter(request, response);
            return;
        }
        Visit visit = new Visit(request, response, origins);
        visit.setChoice(Choices.NAME, visit.choices().tokens());
        if (request.getMethod().equals("GET")) {
            visit.see(visit.place().withoutChange()).render(null, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
