package org.openmyna.server.counter;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openmyna.server.web.page.Typed;

/**
 * Whether a clerk's screen is open. It locks when nothing is asked for during five minutes, and
 * keeps what a form held and where that was.
 */
final class ScreenLock {
    static final Duration IDLE = Duration.ofMinutes(5);

    private static final String FIRST = "/work";

    private static final int MOST_FORMS = 20;

    private Instant lastUse;
    private boolean locked;
    private String place = FIRST;

    /** What was typed into the forms of pages, by their paths: several windows may lock. */
    private final Map<String, Typed> forms = new LinkedHashMap<>();

    /**
     * @param now by the machine's clock, as in all that follows
     */
    ScreenLock(Instant now) {
        lastUse = now;
    }

    /** Whether work goes on; if it does, the five minutes begin anew. */
    synchronized boolean use(Instant now) {
        if (isLocked(now)) return false;
        lastUse = now;
        return true;
    }

    synchronized boolean isLocked(Instant now) {
        return locked || !now.isBefore(lastUse.plus(IDLE));
    }

    /**
     * @param address where work goes on afterwards
     */
    synchronized void lock(String address) {
        if (!locked) place = address;
        locked = true;
    }

    /**
     * @param path of the page that has the form
     */
    synchronized void lock(String path, Typed form) {
        lock(path);
        if (forms.size() >= MOST_FORMS) forms.clear();
        forms.put(path, form);
    }

    /**
     * @return where work goes on
     */
    synchronized String open(Instant now) {
        locked = false;
        lastUse = now;
        String there = place;
        place = FIRST;
        return there;
    }

    /** What the form of this page held when the screen was locked; told once. */
    synchronized Optional<Typed> kept(String path) {
        return Optional.ofNullable(forms.remove(path));
    }
}
