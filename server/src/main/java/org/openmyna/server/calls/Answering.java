package org.openmyna.server.calls;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import org.jspecify.annotations.Nullable;

/** Interfaces whose methods are all answered by one function. */
final class Answering {
    private static final Object[] NONE = {};

    private Answering() {}

    /** What a method leads to. */
    interface Answer {
        @Nullable Object to(Method method, Object[] arguments);
    }

    /**
     * @param marks further interfaces, without methods
     */
    static <S> S by(Answer answer, Class<S> service, Class<?>... marks) {
        Class<?>[] all = new Class<?>[marks.length + 1];
        all[0] = service;
        System.arraycopy(marks, 0, all, 1, marks.length);
        return service.cast(
                Proxy.newProxyInstance(
                        service.getClassLoader(),
                        all,
                        (proxy, method, arguments) ->
                                method.getDeclaringClass() == Object.class
                                        ? ofAnyObject(proxy, service, method, arguments)
                                        : answer.to(method, arguments == null ? NONE : arguments)));
    }

    private static Object ofAnyObject(
            Object proxy, Class<?> service, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> service.getSimpleName();
        };
    }

    /** Calls a method; what it throws comes out as it is. */
    static @Nullable Object invoke(Method method, Object target, Object[] arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            switch (failed.getCause()) {
                case RuntimeException why -> throw why;
                case Error why -> throw why;
                case null, default -> throw new UndeclaredThrowableException(failed.getCause());
            }
        } catch (IllegalAccessException notPublic) {
            throw new IllegalStateException(notPublic);
        }
    }
}
