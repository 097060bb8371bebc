package org.openmyna.server.counter;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.openmyna.server.residents.api.Search;

/** A clerk who is signed in. A controller's method takes it as parameter. */
final class AtWork {
    private static final int MOST_SEARCHES = 50;

    private final Clerk clerk;

    /** The last search of a case: what was typed belongs in no address. */
    private final Map<String, Searched> searches = new ConcurrentHashMap<>();

    /** What was searched for, and how it was typed. */
    record Searched(Search search, Sheet sheet) {}

    private final ScreenLock lock;
    private volatile boolean keys;
    private final AtomicReference<SecondScreen> screen = new AtomicReference<>(new SecondScreen());

    /**
     * @param keys whether keys do what links and buttons of the header do
     * @param now by the machine's clock
     */
    AtWork(Clerk clerk, boolean keys, Instant now) {
        this.keys = keys;
        this.clerk = clerk;
        this.lock = new ScreenLock(now);
    }

    boolean keys() {
        return keys;
    }

    void useKeys(boolean on) {
        keys = on;
    }

    ScreenLock lock() {
        return lock;
    }

    /** What the citizen at this counter sees. */
    SecondScreen screen() {
        return screen.get();
    }

    /** The screen that was there, if any, is let go. */
    SecondScreen freshScreen() {
        SecondScreen fresh = new SecondScreen();
        screen.getAndSet(fresh).end();
        return fresh;
    }

    Clerk clerk() {
        return clerk;
    }

    void remember(CaseFile file, Searched search) {
        if (searches.size() > MOST_SEARCHES) searches.clear();
        searches.put(file.number(), search);
    }

    void forget(CaseFile file) {
        searches.remove(file.number());
    }

    Optional<Searched> search(CaseFile file) {
        return Optional.ofNullable(searches.get(file.number()));
    }

    /** In the header. */
    String title() {
        return clerk.office().name() + "　" + clerk.name();
    }
}
