package org.openmyna.server.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.web.Origins;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller's method its {@link Visit} and what was {@link Typed}. */
final class PageArguments implements HandlerMethodArgumentResolver {
    private final Origins origins;

    PageArguments(Origins origins) {
        this.origins = origins;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == Visit.class || type == Typed.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
        HttpServletResponse response = webRequest.getNativeResponse(HttpServletResponse.class);
        if (request == null || response == null) throw new IllegalStateException("not HTTP");
        return parameter.getParameterType() == Visit.class
                ? new Visit(request, response, origins)
                : typed(request);
    }

    private static Typed typed(HttpServletRequest request) {
        return new Typed(request.getParameterMap(), Place.change(request.getQueryString()) != null);
    }
}
