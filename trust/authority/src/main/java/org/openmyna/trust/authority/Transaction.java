package org.openmyna.trust.authority;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.authority.log.StatusInbox;

/**
 * The writer's transactions: the legal clock is locked first, so that all engines on the database
 * take turns, dates rise, and what is read stays true until the commit. Keeps its connection, and
 * takes another when that breaks; used by one thread.
 */
final class Transaction implements AutoCloseable {
    /** Plans made while the tables were small must not read all of them when they are large. */
    private static final String BY_INDEX = "SET enable_seqscan = off";

    private static final String AS_BEFORE = "RESET enable_seqscan";

    private final DataSource database;
    private final StatusInbox inbox;
    private final LegalDates dates;
    private @Nullable Connection kept;

    Transaction(DataSource database, StatusInbox inbox, LegalDates dates) {
        this.database = database;
        this.inbox = inbox;
        this.dates = dates;
    }

    /**
     * Runs acts on a page and commits what they changed. A broken connection is tried anew once:
     * every act may be repeated.
     */
    void run(Instant earliest, Needs needs, Consumer<Page> acts) throws SQLException {
        boolean wasKept = kept != null;
        try {
            attempt(earliest, needs, acts);
        } catch (SQLException broken) {
            if (!wasKept || kept != null) throw broken;
            attempt(earliest, needs, acts);
        }
    }

    private void attempt(Instant earliest, Needs needs, Consumer<Page> acts) throws SQLException {
        Connection connection = connection();
        boolean done = false;
        try {
            Instant now = dates.now();
            Instant date = inbox.lockClock(connection, now.isBefore(earliest) ? earliest : now);
            Page page = new PageReader(connection).read(date, needs);
            acts.accept(page);
            new PageWriter(connection, page).write();
            if (!page.events().isEmpty()) inbox.put(connection, date, page.events());
            connection.commit();
            dates.saw(date);
            done = true;
        } finally {
            if (!done) giveUp(connection);
        }
    }

    private Connection connection() throws SQLException {
        Connection known = kept;
        if (known != null) return known;
        Connection fresh = database.getConnection();
        boolean usable = false;
        try {
            execute(fresh, BY_INDEX);
            fresh.setAutoCommit(false);
            usable = true;
        } finally {
            if (!usable) fresh.close();
        }
        kept = fresh;
        return fresh;
    }

    /** A connection that cannot even roll back is given away. */
    private void giveUp(Connection connection) {
        try {
            connection.rollback();
            if (connection.isValid(1)) return;
        } catch (SQLException broken) {
            // as the check would have said
        }
        kept = null;
        closeQuietly(connection);
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException already) {
            // the pool makes another
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        Connection known = kept;
        kept = null;
        if (known == null) return;
        try {
            known.setAutoCommit(true);
            execute(known, AS_BEFORE);
        } catch (SQLException broken) {
            // it is given back as it is, and the pool finds out
        }
        closeQuietly(known);
    }
}
