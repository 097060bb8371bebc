package org.openmyna.server.calls;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.lang.reflect.Method;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.web.CallInsideTransaction;
import org.openmyna.server.web.CallMalformed;
import org.openmyna.server.web.DeadlinePassed;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.service.annotation.GetExchange;

/** What stands before a service, whether the caller is in this process or far away. */
final class Gate<S> implements Desks<S> {
    private final Organisation owner;
    private final Class<S> service;
    private final S implementation;
    private final Map<Method, Operation> operations = new HashMap<>();
    private final Permissions permissions;
    private final KeptOutcomes outcomes = new KeptOutcomes();
    private final MeterRegistry meters;
    private final InstantSource realTime;

    private record Operation(String name, boolean acts) {}

    Gate(
            Organisation owner,
            Class<S> service,
            S implementation,
            MeterRegistry meters,
            InstantSource realTime) {
        this.owner = owner;
        this.service = service;
        this.implementation = implementation;
        this.meters = meters;
        this.realTime = realTime;
        for (Method method : service.getMethods()) operations.put(method, operation(method));
        this.permissions =
                Permissions.beside(
                        implementation.getClass(),
                        operations.values().stream()
                                .map(Operation::name)
                                .collect(Collectors.toUnmodifiableSet()));
    }

    private static Operation operation(Method method) {
        Permitted permitted = method.getAnnotation(Permitted.class);
        Class<?>[] parameters = method.getParameterTypes();
        if (permitted == null || parameters.length == 0 || parameters[0] != Call.class) {
            throw new IllegalStateException(method + ": @Permitted and a Call first");
        }
        boolean asks = AnnotatedElementUtils.hasAnnotation(method, GetExchange.class);
        return new Operation(permitted.value(), permitted.acts() && !asks);
    }

    @Override
    public S desk(Organisation caller) {
        return Answering.by((method, arguments) -> call(caller, method, arguments), service);
    }

    Class<S> service() {
        return service;
    }

    @Nullable Object call(Organisation caller, Method method, Object[] arguments) {
        Operation operation = operations.get(method);
        if (operation == null || !(arguments[0] instanceof Call call)) {
            throw new CallMalformed("call");
        }
        return counted(
                caller,
                operation,
                () -> {
                    check(caller, operation, call);
                    Supplier<@Nullable Object> work = () -> answer(caller, method, arguments);
                    return operation.acts
                            ? outcomes.once(
                                    caller, call.key(), Fingerprint.of(method, arguments), work)
                            : work.get();
                });
    }

    private @Nullable Object answer(Organisation caller, Method method, Object[] arguments) {
        return Caller.bound(caller, () -> Answering.invoke(method, implementation, arguments));
    }

    private void check(Organisation caller, Operation operation, Call call) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new CallInsideTransaction();
        }
        permissions.mustPermit(caller, operation.name);
        if (realTime.instant().isAfter(call.deadline())) throw new DeadlinePassed();
    }

    /** How often, how long, and with which outcome. */
    private @Nullable Object counted(
            Organisation caller, Operation operation, Supplier<@Nullable Object> work) {
        Timer.Sample sample = Timer.start(meters);
        String outcome = "unexpected";
        try {
            Object result = work.get();
            outcome = "done";
            return result;
        } catch (MynaException refused) {
            outcome = refused.errorCode().code();
            throw refused;
        } finally {
            sample.stop(
                    Timer.builder("openmyna.calls")
                            .description("Calls at the desks of organisations")
                            .tag("desk", owner.id())
                            .tag("caller", caller.id())
                            .tag("operation", operation.name)
                            .tag("outcome", outcome)
                            .register(meters));
        }
    }
}
