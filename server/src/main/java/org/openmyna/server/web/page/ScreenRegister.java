package org.openmyna.server.web.page;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All screens. A server with a screen that is not named here, or the other way, does not start. */
final class ScreenRegister implements SmartInitializingSingleton {
    private final Supplier<Collection<Screens>> screens;
    private final Supplier<RequestMappingHandlerMapping> mappings;

    ScreenRegister(
            Supplier<Collection<Screens>> screens,
            Supplier<RequestMappingHandlerMapping> mappings) {
        this.screens = screens;
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Set<String> named = new TreeSet<>();
        for (Screens each : screens.get()) {
            each.routes().forEach(route -> named.add(each.origin() + " " + route));
        }
        Set<String> answered = new TreeSet<>();
        mappings.get()
                .getHandlerMethods()
                .forEach((mapping, method) -> routes(mapping, method).forEach(answered::add));
        if (!named.equals(answered)) {
            throw new IllegalStateException(
                    "screens that are named: " + named + ", that are answered: " + answered);
        }
    }

    private static Stream<String> routes(RequestMappingInfo mapping, HandlerMethod method) {
        On on = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), On.class);
        if (on == null) return Stream.of();
        return mapping.getPatternValues().stream()
                .flatMap(pattern ->
                        mapping.getMethodsCondition().getMethods().stream()
                                .map(verb -> on.value() + " " + verb + " " + pattern));
    }
}
