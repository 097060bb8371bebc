package org.openmyna.server.authority;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.authority.api.Operation;
import org.openmyna.server.calls.Call;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.web.CallInsideTransaction;
import org.openmyna.server.web.DeadlinePassed;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What stands before every act, whether the caller is in this process or far away. */
final class Gate {
    private final Permissions permissions;
    private final InstantSource realTime;
    private final KeptOutcomes outcomes = new KeptOutcomes();

    private final MeterRegistry meters;

    Gate(Permissions permissions, InstantSource realTime, MeterRegistry meters) {
        this.meters = meters;
        this.permissions = permissions;
        this.realTime = realTime;
    }

    /** For what changes nothing. */
    <T> T look(Organisation caller, Operation operation, Call call, Supplier<T> work) {
        return counted(
                caller,
                operation,
                () -> {
                    check(caller, operation, call);
                    return work.get();
                });
    }

    /** For what changes something: once for each key. */
    <T> T act(
            Organisation caller,
            Operation operation,
            Call call,
            String fingerprint,
            Class<T> type,
            Supplier<T> work) {
        return counted(
                caller,
                operation,
                () -> {
                    check(caller, operation, call);
                    return outcomes.once(caller, call.key(), fingerprint, type, work);
                });
    }

    /** How often, how long, and with which outcome. */
    private <T> T counted(Organisation caller, Operation operation, Supplier<T> work) {
        Timer.Sample sample = Timer.start(meters);
        String outcome = "unexpected";
        try {
            T result = work.get();
            outcome = "done";
            return result;
        } catch (MynaException refused) {
            outcome = refused.errorCode().code();
            throw refused;
        } finally {
            sample.stop(
                    Timer.builder("openmyna.authority.calls")
                            .description("Calls at the authority's desk")
                            .tag("caller", caller.id())
                            .tag("operation", operation.name())
                            .tag("outcome", outcome)
                            .register(meters));
        }
    }

    private void check(Organisation caller, Operation operation, Call call) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new CallInsideTransaction();
        }
        permissions.mustPermit(caller, operation);
        if (realTime.instant().isAfter(call.deadline())) throw new DeadlinePassed();
    }
}
