package org.openmyna.server.calls;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import org.openmyna.server.house.Organisation;

/**
 * The desks of a service, each organisation's own. An organisation is given its desk by whoever
 * puts the application together, and never asks here itself.
 *
 * <p>A service is an interface with {@code @HttpExchange}; each of its methods has a {@link Call}
 * first and says with {@link Permitted} what the caller must be allowed to do. As a bean, desks of
 * this program are open to machines of the house as well, under the addresses of the interface.
 *
 * @param <S> the service
 */
@FunctionalInterface
public interface Desks<S> {
    /**
     * The desk as this organisation has it. Its methods throw what the implementation throws, and
     * {@link org.openmyna.server.web.CallNotPermitted} (MYNA-SRV-010), {@link
     * org.openmyna.server.web.DeadlinePassed} (MYNA-SRV-011), {@link
     * org.openmyna.server.web.CallInsideTransaction} (MYNA-SRV-012) and {@link
     * org.openmyna.server.web.KeyUsedOtherwise} (MYNA-SRV-014); over the network, under the same
     * codes, {@link RemoteRefusal}, and {@link org.openmyna.server.web.OrganisationNotReached}
     * (MYNA-SRV-015) if nobody answered: then it is unknown whether it happened, and the call is to
     * be repeated.
     */
    S desk(Organisation caller);

    /**
     * Desks in this program.
     *
     * @param owner whose service it is
     * @param implementation with {@code permissions.csv} beside its class; it knows the {@link
     *     Caller}
     * @throws IllegalStateException if interface and permissions do not fit together
     */
    static <S> Desks<S> of(
            Organisation owner, Class<S> service, S implementation, MeterRegistry meters) {
        // deadlines of calls are of this world, whatever the law's clock says
        return new Gate<>(owner, service, implementation, meters, Instant::now);
    }
}
