package org.openmyna.server.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.web.CallMalformed;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceArgumentResolver;

/**
 * A {@link Call} as headers of a request. The deadline travels as the time that is left, since the
 * clocks of two machines differ.
 */
final class CallHeaders implements HttpServiceArgumentResolver, HandlerMethodArgumentResolver {
    static final String KEY = "Idempotency-Key";
    static final String LEFT = "OpenMyna-Deadline-Millis";
    private static final long LONGEST = Duration.ofHours(1).toMillis();

    private final InstantSource realTime;

    CallHeaders(InstantSource realTime) {
        this.realTime = realTime;
    }

    @Override
    public boolean resolve(
            @Nullable Object argument,
            MethodParameter parameter,
            HttpRequestValues.Builder request) {
        if (!(argument instanceof Call call)) return false;
        long left = Duration.between(realTime.instant(), call.deadline()).toMillis();
        request.addHeader(KEY, call.key());
        request.addHeader(LEFT, String.valueOf(Math.clamp(left, 0, LONGEST)));
        return true;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Call.class;
    }

    @Override
    public Call resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        String key = request.getHeader(KEY);
        String left = request.getHeader(LEFT);
        if (key == null) throw new CallMalformed(KEY);
        if (left == null || !left.matches("[0-9]{1,7}")) throw new CallMalformed(LEFT);
        long millis = Long.parseLong(left);
        Instant now = realTime.instant();
        // nothing left is over, not just about to be
        return new Call(key, millis == 0 ? now.minusMillis(1) : now.plusMillis(millis));
    }
}
