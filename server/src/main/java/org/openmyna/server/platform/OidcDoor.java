package org.openmyna.server.platform;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.Origins;
import org.openmyna.server.web.PathUnknown;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The way to Spring's authorization server: its paths, at the platform's origin. Its context comes
 * up with the first request, so that a start waits for nothing that nobody asks for.
 */
final class OidcDoor implements Filter, DisposableBean {
    /** All of the server's endpoints that are open; others do not exist. */
    private static final Set<String> OPEN =
            Set.of(
                    "/.well-known/openid-configuration",
                    PlatformAddress.PROTOCOL + "/auth",
                    PlatformAddress.PROTOCOL + "/ext/par/request",
                    PlatformAddress.PROTOCOL + "/token",
                    PlatformAddress.PROTOCOL + "/revoke",
                    PlatformAddress.PROTOCOL + "/userinfo",
                    PlatformAddress.PROTOCOL + "/certs",
                    PlatformAddress.PROTOCOL + "/logout");

    private final Origins origins;
    private final WebApplicationContext platform;
    private final ObjectProvider<HandlerExceptionResolver> problems;
    private final ReentrantLock opening = new ReentrantLock();
    private volatile @Nullable AnnotationConfigWebApplicationContext server;

    /**
     * @param problems makes pages and answers of errors
     */
    OidcDoor(
            Origins origins,
            WebApplicationContext platform,
            ObjectProvider<HandlerExceptionResolver> problems) {
        this.origins = origins;
        this.platform = platform;
        this.problems = problems;
    }

    private AnnotationConfigWebApplicationContext server() {
        AnnotationConfigWebApplicationContext there = server;
        if (there != null) return there;
        opening.lock();
        try {
            there = server;
            if (there == null) {
                there = open();
                server = there;
            }
            return there;
        } finally {
            opening.unlock();
        }
    }

    private AnnotationConfigWebApplicationContext open() {
        var context = new AnnotationConfigWebApplicationContext();
        context.setParent(platform);
        context.setServletContext(platform.getServletContext());
        context.register(OidcConfiguration.class);
        context.refresh();
        return context;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain others)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest asked)
                || !(response instanceof HttpServletResponse answer)
                || origins.of(asked.getServerName()) != Origin.PLATFORM) {
            others.doFilter(request, response);
            return;
        }
        String path = asked.getRequestURI().substring(PlatformAddress.REALM.length());
        if (OPEN.contains(path)) {
            serve(new RealmRequest(asked), answer);
        } else {
            others.doFilter(request, response);
        }
    }

    /** Goes on with what a browser asked for before the card did. */
    void resume(
            HttpServletRequest request,
            HttpServletResponse response,
            AskedFor asked,
            CardHolderLogin holder)
            throws IOException, ServletException {
        serve(new ResumedRequest(request, asked, holder), response);
    }

    private void serve(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            Filter chain = server().getBean("springSecurityFilterChain", Filter.class);
            chain.doFilter(
                    request,
                    response,
                    (_, _) -> {
                        throw new PathUnknown(request.getServletPath());
                    });
        } catch (RuntimeException failure) {
            tell(request, response, failure);
        }
    }

    private void tell(
            HttpServletRequest request, HttpServletResponse response, RuntimeException failure) {
        var told = problems.getObject().resolveException(request, response, null, failure);
        if (told == null) throw failure;
    }

    @Override
    public void destroy() {
        AnnotationConfigWebApplicationContext opened = server;
        if (opened != null) opened.close();
    }
}
