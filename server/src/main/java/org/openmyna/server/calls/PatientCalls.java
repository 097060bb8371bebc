package org.openmyna.server.calls;

import java.lang.reflect.Method;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.web.CallInsideTransaction;
import org.openmyna.server.web.CallMalformed;
import org.openmyna.server.web.DeadlinePassed;
import org.openmyna.server.web.OrganisationNotReached;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Around an HTTP client: nobody waits longer than his deadline, nobody calls from within a
 * transaction, and whatever goes wrong on the way has one name.
 */
final class PatientCalls {
    private final Object target;
    private final URI address;
    private final InstantSource realTime;

    private PatientCalls(Object target, URI address, InstantSource realTime) {
        this.target = target;
        this.address = address;
        this.realTime = realTime;
    }

    static <T> T around(Class<T> type, T target, URI address, InstantSource realTime) {
        var calls = new PatientCalls(target, address, realTime);
        return Answering.by(calls::call, type);
    }

    private @Nullable Object call(Method method, Object[] arguments) {
        if (arguments.length == 0 || !(arguments[0] instanceof Call call)) {
            throw new CallMalformed("call");
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new CallInsideTransaction();
        }
        Duration left = Duration.between(realTime.instant(), call.deadline());
        if (!left.isPositive()) throw new DeadlinePassed();
        FutureTask<@Nullable Object> answer =
                new FutureTask<>(() -> Answering.invoke(method, target, arguments));
        Thread.ofVirtual().start(answer);
        return await(answer, left);
    }

    private @Nullable Object await(FutureTask<@Nullable Object> answer, Duration left) {
        try {
            return answer.get(left.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof MynaException known) throw known;
            }
            throw new OrganisationNotReached(address.toString(), deepest(failed), failed);
        } catch (TimeoutException tooLong) {
            answer.cancel(true);
            throw new OrganisationNotReached(address.toString(), "deadline", tooLong);
        } catch (InterruptedException stop) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new OrganisationNotReached(address.toString(), "interrupted", stop);
        }
    }

    /** The name alone: what was on its way is nobody else's business. */
    private static String deepest(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) cause = cause.getCause();
        return cause.getClass().getSimpleName();
    }
}
