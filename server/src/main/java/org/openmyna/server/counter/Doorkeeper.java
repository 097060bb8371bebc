package org.openmyna.server.counter;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives a controller's method whoever is {@link AtWork}; nobody passes who is not signed in. */
final class Doorkeeper implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private final CounterSessions sessions;

    Doorkeeper(CounterSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == AtWork.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
        if (request == null) throw new SignedOut();
        return token(request).flatMap(sessions::of).orElseThrow(SignedOut::new);
    }

    void signIn(Clerk clerk, HttpServletRequest request, HttpServletResponse response) {
        signOut(request, response);
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie(sessions.begin(clerk), request).build().toString());
    }

    void signOut(HttpServletRequest request, HttpServletResponse response) {
        token(request)
                .ifPresent(before -> {
                    sessions.end(before);
                    response.addHeader(
                            HttpHeaders.SET_COOKIE,
                            cookie("", request).maxAge(0).build().toString());
                });
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(
            String value, HttpServletRequest request) {
        return ResponseCookie.from(CounterSessions.NAME, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict");
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(each -> each.getName().equals(CounterSessions.NAME))
                .map(Cookie::getValue)
                .findFirst();
    }
}
