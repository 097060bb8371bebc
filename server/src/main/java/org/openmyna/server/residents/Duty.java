package org.openmyna.server.residents;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.residents.api.Deadline;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;

/**
 * What happens because a legal day has come or is over: moves that were notified ahead, and
 * deadlines that nobody averted. Every day is gone through once, in order, however far legal time
 * was moved.
 */
final class Duty {
    private static final String TURN = "SELECT pg_advisory_xact_lock(?)";

    private static final String BEGINS =
            "SELECT "
                    + VersionRow.COLUMNS
                    + """
                      , known_from
                      , (SELECT record_code FROM person WHERE person.id = version.person) AS record_code
                      FROM version
                     WHERE known_to = 'infinity' AND ahead AND valid_from > ? AND valid_from <= ?
                     ORDER BY valid_from, person
                    """;

    private static final String BEFORE =
            "SELECT "
                    + VersionRow.COLUMNS
                    + """
                      FROM version
                     WHERE known_to = 'infinity'
                       AND (person, valid_to) IN (
                           SELECT person, valid_from FROM version
                            WHERE known_to = 'infinity' AND ahead AND valid_from > ? AND valid_from <= ?)
                    """;

    private static final String OVER =
            """
            UPDATE deadline SET fired = true FROM person
             WHERE person.id = deadline.person AND NOT fired AND last_day < ?
            RETURNING deadline.person, deadline.kind, deadline.last_day, person.record_code,
                      (SELECT recorded_at FROM notice WHERE notice.id = deadline.notice) AS recorded_at
            """;

    private static final Set<Deadline.Kind> END_CARDS =
            Set.of(Deadline.Kind.MOVE_IN, Deadline.Kind.SHOW_CARD, Deadline.Kind.STAY);

    private final Sessions sessions;
    private final InstantSource legalTime;
    private final RegisterJson json;
    private final Runnable jobsWait;

    Duty(Sessions sessions, InstantSource legalTime, RegisterJson json, Runnable jobsWait) {
        this.sessions = sessions;
        this.legalTime = legalTime;
        this.json = json;
        this.jobsWait = jobsWait;
    }

    private record Begins(VersionRow row, ResidentRecordCode code, Instant knownFrom) {
        /** Who reads the record from this moment on sees it. */
        Instant since() {
            return later(Days.begin(row.span().from()), knownFrom);
        }
    }

    /**
     * @param recordedAt of the notice that it follows from; none if it was loaded
     */
    private record Over(
            long person,
            Deadline.Kind kind,
            LocalDate lastDay,
            ResidentRecordCode code,
            Optional<Instant> recordedAt) {
        /**
         * A card that was made after a move-in shows it; any other is over with the day, and no
         * sooner than the register knew.
         */
        Instant since() {
            Instant over = Days.begin(lastDay.plusDays(1));
            return kind == Deadline.Kind.SHOW_CARD
                    ? recordedAt.orElse(over)
                    : later(over, recordedAt.orElse(over));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Does whatever is due; to be called every second. */
    void look() {
        LocalDate today = Days.of(legalTime.instant());
        LocalDate told = sessions.run(Duty::toldThrough);
        if (told.isBefore(today)) sessions.run(connection -> turn(connection, today));
        int ended = sessions.run(connection -> deadlines(connection, today));
        if (told.isBefore(today) || ended > 0) jobsWait.run();
    }

    private static LocalDate toldThrough(Connection connection) throws SQLException {
        return new Statements()
                .add("SELECT told_through FROM progress")
                .query(connection, row -> Statements.day(row, "told_through"))
                .getFirst();
    }

    /** No recording is under way meanwhile: each change ahead is seen here, or was told then. */
    private LocalDate turn(Connection connection, LocalDate today) throws SQLException {
        new Statements().add(TURN, Reach.DAY_LOCK).query(connection, row -> 0);
        LocalDate told = toldThrough(connection);
        if (!told.isBefore(today)) return told;
        List<Begins> begins =
                new Statements()
                        .add(BEGINS, told, today)
                        .query(
                                connection,
                                row ->
                                        new Begins(
                                                VersionRow.from(row, json),
                                                new ResidentRecordCode(
                                                        row.getString("record_code")),
                                                Statements.moment(row, "known_from")));
        Map<ResidentId, Map<LocalDate, ResidentRecord>> before = new HashMap<>();
        new Statements()
                .add(BEFORE, told, today)
                .query(connection, row -> VersionRow.from(row, json))
                .forEach(row ->
                        before.computeIfAbsent(row.span().record().id(), any -> new HashMap<>())
                                .put(row.span().to(), row.span().record()));
        Statements jobs = new Statements();
        for (Begins each : begins) tell(jobs, each, before);
        jobs.add("UPDATE progress SET told_through = ?", today);
        jobs.execute(connection);
        return today;
    }

    private static void tell(
            Statements jobs, Begins each, Map<ResidentId, Map<LocalDate, ResidentRecord>> before) {
        ResidentRecord record = each.row().span().record();
        LocalDate day = each.row().span().from();
        Optional<ResidentRecord> yesterday =
                Optional.ofNullable(before.getOrDefault(record.id(), Map.of()).get(day));
        Ending.What what = Ending.What.between(yesterday, Optional.of(record));
        if (what != Ending.What.NOTHING)
            Jobs.tellCards(
                    jobs,
                    new Jobs.News(
                            "version-" + each.row().id(),
                            each.since(),
                            List.of(new Ending(each.code(), what == Ending.What.BOTH))));
    }

    private static int deadlines(Connection connection, LocalDate today) throws SQLException {
        List<Over> over =
                new Statements()
                        .add(OVER, today)
                        .query(
                                connection,
                                row ->
                                        new Over(
                                                row.getLong("person"),
                                                Deadline.Kind.valueOf(row.getString("kind")),
                                                Statements.day(row, "last_day"),
                                                new ResidentRecordCode(
                                                        row.getString("record_code")),
                                                Statements.maybe(row, "recorded_at")));
        Statements jobs = new Statements();
        for (Over each : over)
            if (END_CARDS.contains(each.kind()))
                Jobs.tellCards(
                        jobs,
                        new Jobs.News(
                                "deadline-"
                                        + each.kind()
                                        + "-"
                                        + each.person()
                                        + "-"
                                        + each.lastDay(),
                                each.since(),
                                List.of(new Ending(each.code(), true))));
        jobs.execute(connection);
        return over.size();
    }
}
