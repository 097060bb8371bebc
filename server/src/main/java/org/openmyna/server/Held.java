package org.openmyna.server;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.LoggerFactory;

/** What a server holds beside Spring; the last is let go first. */
final class Held implements AutoCloseable {
    private final Deque<AutoCloseable> all = new ArrayDeque<>();

    Held(AutoCloseable... first) {
        for (AutoCloseable each : first) all.push(each);
    }

    <T extends AutoCloseable> T keep(T more) {
        all.push(more);
        return more;
    }

    @Override
    public void close() {
        while (!all.isEmpty()) {
            try {
                all.pop().close();
            } catch (Exception failed) {
                LoggerFactory.getLogger(Held.class).warn("did not end well: {}", failed.toString());
            }
        }
    }
}
