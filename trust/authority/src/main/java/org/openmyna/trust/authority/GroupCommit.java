package org.openmyna.trust.authority;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.MynaException;

/**
 * One thread a process turns whatever acts are waiting into one transaction: while it syncs, the
 * next batch gathers. An act that may not happen fails alone; an act that the database refuses
 * fails alone too, for its batch is then repeated one by one. Where the database cannot be reached
 * the whole batch fails at once: each act more would wait as long as the first.
 */
final class GroupCommit implements AutoCloseable {
    private static final int MOST = 256;
    private static final long IDLE_MILLIS = 500;

    private final LinkedBlockingQueue<Waiting<?>> queue = new LinkedBlockingQueue<>();
    private final Transaction transaction;
    private final Runnable afterCommit;
    private final Thread thread;
    private volatile boolean closed;

    /** An act and who waits for it. */
    private static final class Waiting<T> {
        private final Act<T> act;
        private final Instant earliest;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private @Nullable T decided;
        private @Nullable RuntimeException refused;

        Waiting(Act<T> act, Instant earliest) {
            this.act = act;
            this.earliest = earliest;
        }

        void decide(Page page) {
            try {
                decided = act.on(page);
                refused = null;
            } catch (MynaException mayNotHappen) {
                refused = mayNotHappen;
            }
        }

        void tell() {
            if (refused == null) {
                answer.complete(decided);
            } else {
                answer.completeExceptionally(refused);
            }
        }
    }

    /**
     * @param afterCommit called when something was written
     */
    GroupCommit(Transaction transaction, Runnable afterCommit) {
        this.transaction = transaction;
        this.afterCommit = afterCommit;
        this.thread = Thread.ofPlatform().name("authority-writer").daemon().start(this::run);
    }

    /**
     * Waits until the act is durable, or refused. An interrupt is kept for later: the act happens
     * all the same.
     *
     * @param earliest the act's date is not before
     * @throws AuthorityDatabaseFailed if the database refused; the act may be repeated
     *     (MYNA-AUT-037)
     */
    <T> T run(Act<T> act, Instant earliest) {
        var waiting = new Waiting<>(act, earliest);
        if (closed) throw new AuthorityClosed();
        queue.add(waiting);
        if (closed && queue.remove(waiting)) throw new AuthorityClosed();
        return Waits.forAnswer(waiting.answer);
    }

    private void run() {
        List<Waiting<?>> batch = new ArrayList<>();
        while (!closed || !queue.isEmpty()) {
            try {
                Waiting<?> first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (first == null) continue;
                batch.add(first);
                queue.drainTo(batch, MOST - 1);
                write(batch);
            } catch (InterruptedException nobodyMay) {
                // the thread is ours: it ends when it is closed
            } finally {
                batch.clear();
            }
        }
        transaction.close();
    }

    private void write(List<Waiting<?>> batch) {
        try {
            commit(batch);
        } catch (SQLException | RuntimeException | Error refused) {
            // whatever it is: this thread must live, or everybody who asks would wait for ever
            if (batch.size() == 1 || isNotReached(refused)) {
                batch.forEach(each -> fail(each, refused));
            } else {
                batch.forEach(each -> write(List.of(each)));
            }
        }
    }

    /** SQLSTATE classes 08 (connection) and 57P (the server goes down), and what pools throw. */
    private static boolean isNotReached(Throwable refused) {
        if (!(refused instanceof SQLException failed)) return false;
        String state = failed.getSQLState();
        return failed instanceof SQLTransientConnectionException
                || state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    private static void fail(Waiting<?> waiting, Throwable cause) {
        waiting.answer.completeExceptionally(
                cause instanceof MynaException known ? known : new AuthorityDatabaseFailed(cause));
    }

    private void commit(List<Waiting<?>> batch) throws SQLException {
        Needs needs = new Needs();
        batch.forEach(each -> each.act.prepare(needs));
        Instant earliest =
                batch.stream()
                        .map(each -> each.earliest)
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH);
        transaction.run(earliest, needs, page -> batch.forEach(each -> each.decide(page)));
        afterCommit.run();
        batch.forEach(Waiting::tell);
    }

    /** Lets what is queued happen, then ends. */
    @Override
    public void close() {
        closed = true;
        Waits.forEnd(thread);
    }
}
