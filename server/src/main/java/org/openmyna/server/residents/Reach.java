package org.openmyna.server.residents;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.residents.api.HouseholdId;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.timeline.Entry;
import org.openmyna.server.residents.timeline.Span;
import org.openmyna.server.residents.timeline.Start;

/**
 * Everybody whom a change from a day on can concern: those it names, whoever lives with them then
 * or later, whoever is in a later notice with one of them, and so on. All of them are locked in the
 * order of their ids.
 *
 * @param codes present resident record code of everybody
 * @param toldThrough last legal day whose changes were told to cards
 * @param versions as known now, of the day before and later
 * @param entered versions without a notice, as loaded, from the day on
 * @param entries notices not cancelled that take effect on the day or later
 */
record Reach(
        LocalDate day,
        Map<ResidentId, ResidentRecordCode> codes,
        LocalDate toldThrough,
        List<VersionRow> versions,
        List<VersionRow> entered,
        List<NoticeRow> entries) {
    /** Turns of days wait for recordings under way, and the other way round. */
    static final long DAY_LOCK = 0x6d796e61_72657301L;

    /** Plans are made once, and none of them for tables as small as they were on the first day. */
    private static final String HOLD_DAY =
            "SELECT pg_advisory_xact_lock_shared(?), set_config('plan_cache_mode', 'force_generic_plan', true),"
                    + " set_config('enable_seqscan', 'off', true)";

    private static final String TOLD = "SELECT told_through FROM progress";

    private static final String LOCK =
            """
            WITH RECURSIVE near(person, household) AS (
                SELECT first.person, first.household
                  FROM (SELECT unnest(?::bigint[]) AS person, NULL::bigint AS household
                        UNION ALL
                        SELECT NULL, unnest(?::bigint[])) first
                UNION
                SELECT next.person, next.household
                  FROM near CROSS JOIN LATERAL (
                       SELECT NULL::bigint AS person, household
                         FROM version
                        WHERE person = near.person AND known_to = 'infinity' AND valid_to >= ?
                          AND household IS NOT NULL
                       UNION ALL
                       SELECT person, NULL
                         FROM version
                        WHERE household = near.household AND known_to = 'infinity' AND valid_to >= ?
                       UNION ALL
                       SELECT unnest(n.people), NULL
                         FROM notice_person p JOIN notice n ON n.id = p.notice
                        WHERE p.person = near.person AND p.effective_on >= ? AND NOT p.cancelled) next)
            SELECT id, record_code
              FROM person WHERE id = ANY (ARRAY (SELECT person FROM near WHERE person IS NOT NULL)) ORDER BY id FOR UPDATE
            """;

    /** Whoever is one step away from those who are locked, and is not: who came in meanwhile. */
    private static final String MISSED =
            """
            SELECT person FROM version
             WHERE household = ANY (?::bigint[]) AND known_to = 'infinity' AND valid_to >= ?
               AND person <> ALL (?::bigint[])
            UNION ALL
            SELECT other.person
              FROM version own JOIN version other ON other.household = own.household
             WHERE own.person = ANY (?::bigint[]) AND own.known_to = 'infinity' AND own.valid_to >= ?
               AND other.known_to = 'infinity' AND other.valid_to >= ? AND other.person <> ALL (?::bigint[])
            UNION ALL
            SELECT other.person
              FROM notice_person p JOIN notice n ON n.id = p.notice CROSS JOIN unnest(n.people) AS other (person)
             WHERE p.person = ANY (?::bigint[]) AND p.effective_on >= ? AND NOT p.cancelled
               AND other.person <> ALL (?::bigint[])
             LIMIT 1
            """;

    private static final String VERSIONS =
            "SELECT "
                    + VersionRow.COLUMNS
                    + """
                    , known_to = 'infinity' AND valid_to >= ? AS present, notice = 0 AND valid_from >= ? AS loaded
                      FROM version
                     WHERE person = ANY (?::bigint[])
                       AND ((known_to = 'infinity' AND valid_to >= ?) OR (notice = 0 AND valid_from >= ?))
                     ORDER BY person, valid_from
                    """;

    private static final String NOTICES =
            "SELECT "
                    + NoticeRow.COLUMNS
                    + """
                      FROM notice n
                     WHERE n.id IN (SELECT notice FROM notice_person
                                     WHERE person = ANY (?::bigint[]) AND effective_on >= ? AND NOT cancelled)
                    """;

    private record Locked(ResidentId id, ResidentRecordCode code) {}

    /** Others came in between: who locks again gets everybody. */
    static final class Incomplete extends Exception {
        private static final long serialVersionUID = 1;
    }

    static Reach lock(
            Connection connection,
            RegisterJson json,
            Collection<ResidentId> people,
            Collection<HouseholdId> households,
            LocalDate day)
            throws SQLException, Incomplete {
        var first = Statements.longs(connection, people.stream().map(ResidentId::value).toList());
        var joined =
                Statements.longs(connection, households.stream().map(HouseholdId::value).toList());
        Statements lock =
                new Statements()
                        .add(HOLD_DAY, DAY_LOCK)
                        .add(TOLD)
                        .add(LOCK, first, joined, day, day, day);
        List<Locked> locked;
        LocalDate told;
        try (PreparedStatement statement = lock.prepared(connection)) {
            statement.execute();
            statement.getMoreResults();
            told =
                    Statements.rows(statement, row -> Statements.day(row, "told_through"))
                            .getFirst();
            statement.getMoreResults();
            locked = Statements.rows(statement, Reach::locked);
        }
        Map<ResidentId, ResidentRecordCode> codes = new LinkedHashMap<>();
        locked.forEach(each -> codes.put(each.id(), each.code()));
        var ids =
                Statements.longs(
                        connection, codes.keySet().stream().map(ResidentId::value).toList());
        Statements load =
                new Statements()
                        .add(MISSED, joined, day, ids, ids, day, day, ids, ids, day, ids)
                        .add(VERSIONS, day, day, ids, day, day)
                        .add(NOTICES, ids, day);
        try (PreparedStatement statement = load.prepared(connection)) {
            statement.execute();
            if (!Statements.rows(statement, row -> row.getLong(1)).isEmpty())
                throw new Incomplete();
            statement.getMoreResults();
            List<VersionRow> versions = new ArrayList<>();
            List<VersionRow> entered = new ArrayList<>();
            Statements.rows(
                    statement,
                    row -> {
                        VersionRow version = VersionRow.from(row, json);
                        if (row.getBoolean("present")) versions.add(version);
                        if (row.getBoolean("loaded")) entered.add(version);
                        return version;
                    });
            statement.getMoreResults();
            List<NoticeRow> entries = Statements.rows(statement, row -> NoticeRow.from(row, json));
            return new Reach(day, codes, told, versions, entered, entries);
        }
    }

    private static Locked locked(ResultSet row) throws SQLException {
        return new Locked(
                new ResidentId(row.getLong("id")),
                new ResidentRecordCode(row.getString("record_code")));
    }

    ResidentRecordCode code(ResidentId person) {
        return Optional.ofNullable(codes.get(person)).orElseThrow(RecordNotFound::new);
    }

    /** What a replay from the day on begins with. */
    Start start() {
        Map<ResidentId, Span> before = new HashMap<>();
        for (VersionRow row : versions)
            if (row.holdsOn(day.minusDays(1))) before.put(row.span().record().id(), row.span());
        return new Start(
                day,
                before,
                entered.stream()
                        .map(row -> new Start.Entered(row.span().from(), row.span().record()))
                        .toList());
    }

    List<Entry> entries(long without) {
        return entries.stream()
                .filter(row -> row.id().value() != without)
                .map(NoticeRow::entry)
                .toList();
    }
}
