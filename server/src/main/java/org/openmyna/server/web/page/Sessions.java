package org.openmyna.server.web.page;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a service remembers between two pages of one visitor, in memory, at one origin. The browser
 * holds 128 random bits in a cookie that scripts and links from elsewhere do not get.
 *
 * @param <T> what is remembered; changed by {@link #keep} alone
 */
public final class Sessions<T> {
    private static final String COOKIE = "session";

    private final String cookie;
    private final SessionStore<T> store;

    /** Those of an origin; others beside them need a name of their own. */
    public Sessions(Duration idle, InstantSource realTime, RandomGenerator chance) {
        this(COOKIE, idle, realTime, chance);
    }

    /**
     * @param cookie its name
     * @param idle how long nothing may be asked for
     * @param realTime sessions do not go by the law's clock
     * @param chance unpredictable: a {@link java.security.SecureRandom}
     */
    public Sessions(String cookie, Duration idle, InstantSource realTime, RandomGenerator chance) {
        this.cookie = cookie;
        this.store = new SessionStore<>(idle, realTime, chance);
    }

    /**
     * Begins one, under a new name always: what somebody planted before is worth nothing.
     *
     * @throws TooManySessions if as many as the machine bears are open (MYNA-SRV-042)
     */
    public void begin(Visit visit, T content) {
        visit.cookie(cookie).ifPresent(store::end);
        visit.setSecret(cookie, store.begin(content));
    }

    /** What is remembered of this visitor; it is young again by being asked for. */
    public Optional<T> of(Visit visit) {
        return visit.cookie(cookie).flatMap(store::of);
    }

    /** Remembers something else from now on; nothing if there is no session. */
    public void keep(Visit visit, T content) {
        visit.cookie(cookie).ifPresent(id -> store.keep(id, content));
    }

    /** Forgets this visitor. */
    public void end(Visit visit) {
        visit.cookie(cookie)
                .ifPresent(id -> {
                    store.end(id);
                    visit.removeCookie(cookie);
                });
    }
}
