package org.openmyna.trust.authority.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.RevocationReason;

/** Counters at work whatever happens to the database: each event is about a serial of its own. */
final class Committers implements AutoCloseable {
    private static final int THREADS = 2;
    private static final Instant END = Instant.parse("2031-06-07T14:59:59Z");
    private static final StatusEvent.Kind[] KINDS = StatusEvent.Kind.values();

    private final DataSource database;
    private final StatusInbox inbox = new StatusInbox();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final AtomicLong serials = new AtomicLong();
    private final Queue<CertificateSerial> acknowledged = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    Committers(DataSource database) {
        this.database = database;
        for (int n = 0; n < THREADS; n++) {
            int seed = n;
            threads.execute(() -> commitUntilEnded(new Random(seed)));
        }
    }

    private void commitUntilEnded(Random chance) {
        while (!ended) {
            List<StatusEvent> events = new ArrayList<>();
            int count = 1 + chance.nextInt(20);
            while (events.size() < count) events.add(event());
            // the clock of each moment is another one, an hour to and fro
            Instant now = END.minusSeconds(chance.nextInt(7_200));
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                inbox.put(connection, inbox.lockClock(connection, now), events);
                connection.commit();
                events.forEach(each -> acknowledged.add(each.serial()));
                connection.setAutoCommit(true);
            } catch (SQLException notAcknowledged) {
                // these may be in the log or not
            }
        }
    }

    private StatusEvent event() {
        long serial = serials.incrementAndGet();
        StatusEvent.Kind kind = KINDS[(int) (serial % KINDS.length)];
        return new StatusEvent(
                kind,
                RandomHistory.FIRST,
                CertificateSerial.of(serial),
                kind == StatusEvent.Kind.REVOKED
                        ? Optional.of(RevocationReason.SUPERSEDED)
                        : Optional.empty(),
                StatusEvent.NO_POINT,
                END,
                Optional.empty());
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /** Ends the work; then everything that was acknowledged is in the log, and nothing twice. */
    void endAndCheck(StatusLog log) {
        close();
        log.catchUp();
        Set<CertificateSerial> logged = new HashSet<>();
        log.read(
                0,
                entry -> {
                    CertificateSerial serial = entry.event().serial();
                    if (!logged.add(serial)) throw new AssertionError(serial + " is there twice");
                    return true;
                });
        assertThat(logged.containsAll(acknowledged)).as("all that was acknowledged").isTrue();
        assertThat(log.verify()).isInstanceOf(LogCheck.Sound.class);
        assertThat(log.sequence()).isEqualTo(logged.size());
    }

    @Override
    public void close() {
        ended = true;
        threads.close();
    }
}
