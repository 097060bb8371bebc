package org.openmyna.server;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** For what somebody else is doing. */
final class Waiting {
    private Waiting() {}

    /** The outcome; what went wrong comes out as it is. */
    static <T> T on(Future<T> work) {
        try {
            return work.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException why) throw why;
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
