package org.openmyna.agent.platform;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.openmyna.trust.verifier.LoginChallenge;

/**
 * A request that was checked: somebody known asks for a login.
 *
 * @param request the JWS, which goes back with the answer
 * @param id {@code jti}: used once
 * @param until the request is worth nothing after this, by real time
 * @param challenge what the card signs
 * @param items what is read from the card; empty for none
 * @param answer where the answer goes
 * @param back where the browser goes
 * @param code what the first screen shows, where that is another device's: to be typed
 */
public record Ask(
        String request,
        String issuer,
        String id,
        Instant until,
        Client client,
        LoginChallenge challenge,
        Set<Item> items,
        URI answer,
        URI back,
        Optional<String> code) {
    public Ask {
        items = Set.copyOf(items);
    }

    /** Scheme, host and port of the platform. */
    public String origin() {
        return challenge.platformOrigin();
    }

    /** Whether the browser that began is on another device. */
    public boolean crossDevice() {
        return code.isPresent();
    }
}
