package org.openmyna.server.residents;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.residents.api.Notice;
import org.openmyna.server.residents.api.NoticeId;
import org.openmyna.server.residents.api.Officer;
import org.openmyna.server.residents.api.Outcome;
import org.openmyna.server.residents.api.ResidentId;

/**
 * Records notices. A notice is accepted if everybody concerned has a history with it in which
 * nothing contradicts; what it changes is written as a difference, with all that must follow, in
 * one transaction.
 */
final class Register {
    private static final int ATTEMPTS = 20;
    private static final String DEADLOCK = "40P01";
    private static final String SERIALIZATION = "40001";
    private static final String TAKEN = "23505";

    private final DataSource database;
    private final InstantSource legalTime;
    private final Attempt.Tools tools;
    private final Afterwards afterwards;

    /** Called when a notice is on the disk. */
    interface Afterwards {
        /**
         * @param news that cards are waiting for
         * @param more whether it led to other jobs
         */
        void recorded(Jobs.News news, boolean more);
    }

    Register(
            DataSource database,
            InstantSource legalTime,
            RandomGenerator chance,
            AccessLog log,
            Afterwards afterwards) {
        this.database = database;
        this.legalTime = legalTime;
        this.afterwards = afterwards;
        this.tools =
                new Attempt.Tools(
                        new RegisterJson(),
                        Terms.ofTheProgram(),
                        new Codes(chance),
                        new IdBlocks("person_id", 100),
                        new IdBlocks("household_id", 100),
                        new KnownAxis(legalTime, new IdBlocks("notice_id", 1000), last(database)),
                        log);
        begin(database, today());
    }

    static Register with(
            DataSource database, InstantSource legalTime, AccessLog log, Afterwards afterwards) {
        return new Register(database, legalTime, new SecureRandom(), log, afterwards);
    }

    private static Instant last(DataSource database) {
        try (Connection connection = database.getConnection()) {
            List<Instant> last =
                    new Statements()
                            .add("SELECT recorded_at FROM notice ORDER BY id DESC LIMIT 1")
                            .query(connection, row -> Statements.moment(row, "recorded_at"));
            return last.isEmpty() ? Instant.EPOCH : last.getFirst();
        } catch (SQLException failed) {
            throw new RegisterNotReached(failed);
        }
    }

    private static void begin(DataSource database, LocalDate today) {
        try (Connection connection = database.getConnection()) {
            new Statements()
                    .add(
                            "INSERT INTO progress (told_through) VALUES (?) ON CONFLICT DO NOTHING",
                            today)
                    .execute(connection);
        } catch (SQLException failed) {
            throw new RegisterNotReached(failed);
        }
    }

    LocalDate today() {
        return Days.of(legalTime.instant());
    }

    KnownAxis axis() {
        return tools.axis();
    }

    RegisterJson json() {
        return tools.json();
    }

    Terms terms() {
        return tools.terms();
    }

    Codes codes() {
        return tools.codes();
    }

    IdBlocks people() {
        return tools.people();
    }

    IdBlocks households() {
        return tools.households();
    }

    Outcome preview(Officer officer, Notice notice) {
        return attempts(
                officer,
                notice,
                attempt -> {
                    Outcome outcome = attempt.preview();
                    return outcome;
                });
    }

    /**
     * @param key of the call: a notice that was recorded under it is not recorded again
     */
    Outcome record(Officer officer, Notice notice, String key) {
        try {
            return attempts(officer, notice, attempt -> attempt.record(key, afterwards));
        } catch (MynaException refused) {
            return recorded(key).orElseThrow(() -> refused);
        }
    }

    private interface Work {
        Outcome with(Attempt attempt) throws SQLException, Reach.Incomplete;
    }

    private Outcome attempts(Officer officer, Notice notice, Work work) {
        NoticeRules.check(officer);
        NoticeRules.check(notice, today());
        for (int n = 0; n < ATTEMPTS; n++) {
            Optional<Outcome> outcome = attempt(officer, notice, work);
            if (outcome.isPresent()) return outcome.get();
        }
        throw new RegisterBusy();
    }

    /** None if it is worth another attempt. */
    private Optional<Outcome> attempt(Officer officer, Notice notice, Work work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return Optional.of(
                        work.with(new Attempt(tools, connection, officer, notice, today())));
            } finally {
                connection.rollback();
            }
        } catch (Reach.Incomplete again) {
            return Optional.empty();
        } catch (SQLException failed) {
            String state = String.valueOf(failed.getSQLState());
            if (state.equals(DEADLOCK) || state.equals(SERIALIZATION)) return Optional.empty();
            boolean key = String.valueOf(failed.getMessage()).contains("call_key");
            if (state.equals(TAKEN) && !key) return Optional.empty();
            throw new RegisterNotReached(failed);
        }
    }

    private Optional<Outcome> recorded(String key) {
        try (Connection connection = database.getConnection()) {
            return new Statements()
                            .add("SELECT id, people, effects FROM notice WHERE call_key = ?", key)
                            .query(
                                    connection,
                                    row ->
                                            new Outcome(
                                                    new NoticeId(row.getLong("id")),
                                                    Statements.longs(row, "people").stream()
                                                            .map(ResidentId::new)
                                                            .toList(),
                                                    json().effects(row.getString("effects"))))
                            .stream()
                            .findFirst();
        } catch (SQLException failed) {
            throw new RegisterNotReached(failed);
        }
    }
}
