package org.openmyna.server.authority;

import org.openmyna.server.authority.api.HolderItems;
import org.openmyna.server.calls.Call;

/** Whoever knows what is written on the cards of certificates; the authority itself does not. */
@FunctionalInterface
public interface HolderBook {
    /**
     * @param call of whoever asks the authority
     * @param serial of a 利用者証明用電子証明書, hexadecimal
     */
    boolean holds(Call call, String serial, HolderItems items);

    /** Where no card management is known: nothing is confirmed. */
    static HolderBook empty() {
        return (call, serial, items) -> false;
    }
}
