package org.openmyna.server.authority;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.openmyna.server.authority.api.Call;
import org.openmyna.server.authority.api.Operation;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.web.CallInsideTransaction;
import org.openmyna.server.web.DeadlinePassed;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What stands before every act, whether the caller is in this process or far away. */
final class Gate {
    private final Permissions permissions;
    private final InstantSource realTime;
    private final KeptOutcomes outcomes = new KeptOutcomes();

    Gate(Permissions permissions, InstantSource realTime) {
        this.permissions = permissions;
        this.realTime = realTime;
    }

    /** For what changes nothing. */
    <T> T look(Organisation caller, Operation operation, Call call, Supplier<T> work) {
        check(caller, operation, call);
        return work.get();
    }

    /** For what changes something: once for each key. */
    <T> T act(
            Organisation caller,
            Operation operation,
            Call call,
            String fingerprint,
            Class<T> type,
            Supplier<T> work) {
        check(caller, operation, call);
        return outcomes.once(caller, call.key(), fingerprint, type, work);
    }

    private void check(Organisation caller, Operation operation, Call call) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new CallInsideTransaction();
        }
        permissions.mustPermit(caller, operation);
        if (realTime.instant().isAfter(call.deadline())) throw new DeadlinePassed();
    }
}
