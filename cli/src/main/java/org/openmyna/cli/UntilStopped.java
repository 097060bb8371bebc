package org.openmyna.cli;

import java.util.concurrent.CountDownLatch;

/** Waits until the program is told to stop: Ctrl-C, or SIGTERM. */
final class UntilStopped implements AutoCloseable {
    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().unstarted(told::countDown);

    UntilStopped() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    void await() throws InterruptedException {
        told.await();
    }

    /** Whether it was told already; what fails now fails because of that. */
    boolean isTold() {
        return told.getCount() == 0;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the program ends, and its hooks with it
        }
    }
}
