package org.openmyna.server.calls;

import org.openmyna.server.house.Organisation;

/** Who calls, for whoever answers behind a desk. */
public final class Caller {
    private static final ScopedValue<Organisation> CURRENT = ScopedValue.newInstance();

    private Caller() {}

    /**
     * The organisation that the call under way is from.
     *
     * @throws IllegalStateException outside of a call, on threads that it began too
     */
    public static Organisation current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("nobody calls here"));
    }

    static <T> T bound(Organisation caller, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedValue.where(CURRENT, caller).call(work);
    }
}
