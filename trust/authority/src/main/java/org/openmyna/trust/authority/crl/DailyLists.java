package org.openmyna.trust.authority.crl;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.openmyna.kernel.MynaException;

/**
 * Looks each second whether a day has begun: legal time may jump, so nobody can be woken at
 * midnight. After a failure it waits a minute; the age of the lists tells everybody.
 */
final class DailyLists {
    private static final System.Logger LOG = System.getLogger(DailyLists.class.getName());
    private static final int LOOKS_LEFT_OUT = 60;

    private final RevocationListPublisher publisher;
    private int leaveOut;

    DailyLists(RevocationListPublisher publisher) {
        this.publisher = publisher;
    }

    AutoCloseable start() {
        ScheduledExecutorService looking =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("revocation-lists").factory());
        // the handle would tell of a look that failed, and none does
        var unused = looking.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
        return () -> {
            looking.shutdown();
            looking.awaitTermination(1, TimeUnit.MINUTES);
        };
    }

    void look() {
        if (leaveOut > 0) {
            leaveOut--;
            return;
        }
        try {
            publisher.publishRegular();
        } catch (MynaException failed) {
            leaveOut = LOOKS_LEFT_OUT;
            LOG.log(System.Logger.Level.WARNING, failed.getMessage());
        } catch (RuntimeException mistake) {
            // an exception would end the lists of all days to come
            leaveOut = LOOKS_LEFT_OUT;
            LOG.log(System.Logger.Level.ERROR, "lists not published", mistake);
        }
    }
}
