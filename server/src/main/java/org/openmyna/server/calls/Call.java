package org.openmyna.server.calls;

import java.time.Instant;
import java.util.regex.Pattern;
import org.openmyna.server.web.CallMalformed;

/**
 * What goes along with each call. Who calls is not in it: nobody says that of himself.
 *
 * @param key of this call (idempotency key): 1 to 80 of A-Z, a-z, 0-9, hyphen, underscore and dot.
 *     A call that is repeated with its key has the same outcome
 * @param deadline real time after which nobody waits for the answer
 */
public record Call(String key, Instant deadline) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]{1,80}");

    /**
     * @throws CallMalformed if the key is another text (MYNA-SRV-013)
     */
    public Call {
        if (!KEY.matcher(key).matches()) throw new CallMalformed("key");
    }
}
