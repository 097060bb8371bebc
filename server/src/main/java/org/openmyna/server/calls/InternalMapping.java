package org.openmyna.server.calls;

import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.house.HouseGuard;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.web.CallerNotKnown;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Opens the desks of this program to machines of the house, under the addresses of their services:
 * whoever calls gets the desk of the organisation that the machine certificate names.
 */
final class InternalMapping extends RequestMappingHandlerMapping {
    private final List<Gate<?>> gates;

    InternalMapping(List<Gate<?>> gates) {
        this.gates = List.copyOf(gates);
    }

    /** What a method returns is the body of the answer. */
    @RestController
    interface Answers {}

    /** Nothing of the application but the desks. */
    @Override
    protected void initHandlerMethods() {
        gates.forEach(gate -> detectHandlerMethods(opened(gate)));
    }

    private static <S> S opened(Gate<S> gate) {
        return Answering.by(
                (method, arguments) -> answer(gate, method, arguments),
                gate.service(),
                Answers.class);
    }

    /** Without a machine certificate there is no desk at all. */
    private static @Nullable Object answer(Gate<?> gate, Method method, Object[] arguments) {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        if (request.getAttribute(HouseGuard.CALLER, RequestAttributes.SCOPE_REQUEST)
                instanceof Organisation caller) {
            return gate.call(caller, method, arguments);
        }
        throw new CallerNotKnown();
    }
}
