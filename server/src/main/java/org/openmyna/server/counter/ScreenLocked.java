package org.openmyna.server.counter;

/** The clerk went away from the screen: the way leads to the page that asks who is there. */
final class ScreenLocked extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient AtWork work;

    ScreenLocked(AtWork work) {
        super(null, null, false, false);
        this.work = work;
    }

    AtWork work() {
        return work;
    }
}
