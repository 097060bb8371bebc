package org.openmyna.server.counter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.openmyna.server.residents.api.ResidentId;

/**
 * Which clerks of one office are at the same record, or at one of the same household. It hinders
 * nobody, since the register refuses what has become stale; it says whom to talk to. Whoever asked
 * for nothing during five minutes has a locked screen, and is not company any more.
 */
final class Company {
    private static final Duration FRESH = ScreenLock.IDLE;

    /** The rows of an officer who went on to others are cleared away on the way. */
    private static final String HERE =
            """
            WITH gone AS (
                DELETE FROM at_record WHERE officer = ? AND seen_at < ? AND person <> ?),
            here AS (
                INSERT INTO at_record (person, officer, case_number, editing, seen_at)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (person, officer) DO UPDATE
                   SET case_number = excluded.case_number, editing = excluded.editing, seen_at = excluded.seen_at)
            SELECT o.name, bool_or(a.editing) AS editing
              FROM at_record a JOIN officer o ON o.id = a.officer
             WHERE a.person = ANY ((?::text[])::bigint[]) AND o.municipality = ? AND o.id <> ? AND a.seen_at >= ?
             GROUP BY o.id, o.name ORDER BY o.id
            """;

    private static final String LEAVES_ONE =
            "DELETE FROM at_record WHERE officer = ? AND person = ?";
    private static final String LEAVES = "DELETE FROM at_record WHERE officer = ?";

    private final Table table;
    private final InstantSource realTime;

    /**
     * @param editing whether a notice is being written; else the record is open
     */
    record Other(String name, boolean editing) {}

    Company(Table table, InstantSource realTime) {
        this.table = table;
        this.realTime = realTime;
    }

    /**
     * Notes that a clerk is at a record.
     *
     * @param household who lives with the person
     * @return who else is there
     */
    List<Other> at(Desk desk, ResidentId person, Stream<ResidentId> household, boolean editing) {
        Instant now = realTime.instant();
        Instant since = now.minus(FRESH);
        String officer = desk.clerk().id();
        List<String> people =
                Stream.concat(Stream.of(person), household)
                        .map(each -> String.valueOf(each.value()))
                        .distinct()
                        .toList();
        return table.rows(
                HERE,
                row -> new Other(row.getString("name"), row.getBoolean("editing")),
                officer,
                since,
                person.value(),
                person.value(),
                officer,
                desk.file().number(),
                editing,
                now,
                people,
                desk.clerk().office().code().digits(),
                officer,
                since);
    }

    /** What was being written is recorded. */
    void leave(Desk desk, ResidentId person) {
        table.rows(LEAVES_ONE, row -> person, desk.clerk().id(), person.value());
    }

    void leave(Clerk clerk) {
        table.rows(LEAVES, row -> clerk, clerk.id());
    }
}
