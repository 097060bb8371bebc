package org.openmyna.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.openmyna.trust.authority.log.StatusInbox;
import org.postgresql.ds.PGSimpleDataSource;

final class GroupCommitTest {
    private static final int ACTS = 40;

    /** Nobody listens where it connects to; counts how often that is found out. */
    private static final class NobodyThere extends PGSimpleDataSource {
        private final CountDownLatch tellNow = new CountDownLatch(1);
        private final AtomicInteger attempts = new AtomicInteger();

        @Override
        public Connection getConnection() throws SQLException {
            attempts.incrementAndGet();
            try {
                assertThat(tellNow.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                throw new SQLException(stopped);
            }
            return super.getConnection();
        }
    }

    private record Nothing() implements Act<Boolean> {
        @Override
        public void prepare(Needs needs) {}

        @Override
        public Boolean on(Page page) {
            return true;
        }
    }

    private static NobodyThere nobodyThere() throws IOException {
        var database = new NobodyThere();
        try (var free = new ServerSocket(0)) {
            database.setServerNames(new String[] {"127.0.0.1"});
            database.setPortNumbers(new int[] {free.getLocalPort()});
        }
        return database;
    }

    @Test
    void a_database_that_is_not_there_is_asked_once_for_all_who_wait() throws Exception {
        NobodyThere database = nobodyThere();
        var dates = new LegalDates(() -> Instant.EPOCH, Instant.EPOCH);
        var refused = new AtomicInteger();
        try (var writer =
                new GroupCommit(new Transaction(database, new StatusInbox(), dates), () -> {})) {
            List<Thread> asking = new ArrayList<>();
            for (int n = 0; n < ACTS; n++) {
                asking.add(
                        Thread.ofPlatform()
                                .start(() -> {
                                    try {
                                        writer.run(new Nothing(), Instant.EPOCH);
                                    } catch (AuthorityDatabaseFailed asItShould) {
                                        refused.incrementAndGet();
                                    }
                                }));
            }
            while (asking.stream().anyMatch(each -> each.getState() != Thread.State.WAITING)) {
                Thread.onSpinWait();
            }
            database.tellNow.countDown();
            for (Thread each : asking) each.join();
        }
        assertThat(refused).hasValue(ACTS);
        assertThat(database.attempts.get()).as("the first, and all others together").isEqualTo(2);
    }
}
