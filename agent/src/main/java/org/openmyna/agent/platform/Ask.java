package org.openmyna.agent.platform;

import java.net.URI;
import java.time.Instant;
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
 * @param crossDevice whether the browser that began is on another device, which shows a number
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
        boolean crossDevice) {
    public Ask {
        items = Set.copyOf(items);
    }

    /** Scheme, host and port of the platform. */
    public String origin() {
        return challenge.platformOrigin();
    }
}
