package org.openmyna.server.residents;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.residents.api.Deadline;
import org.openmyna.server.residents.api.HouseholdId;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.Notice;
import org.openmyna.server.residents.api.Officer;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.timeline.Entry;
import org.openmyna.server.residents.timeline.Span;

/** Puts a recorded notice and all that it changes into statements of one round trip. */
final class Writing {
    private static final String NOTICE =
            """
            INSERT INTO notice (id, kind, event, effective_on, notified_on, recorded_at, officer, municipality,
                                people, newcomers, household, effects, call_key)
            VALUES (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?::bigint, ?::jsonb, ?)
            """;
    private static final String NOTICE_PERSON =
            "INSERT INTO notice_person (person, notice, effective_on, cancelled) SELECT unnest(?::bigint[]), ?, ?, ?";
    private static final String ENDS =
            "UPDATE version SET known_to = ? WHERE person = ANY (?::bigint[]) AND id = ANY (?::bigint[])";

    private final Statements statements = new Statements();
    private final Connection connection;
    private final RegisterJson json;
    private final long number;
    private final Instant at;

    Writing(Connection connection, RegisterJson json, KnownAxis.Moment moment) {
        this.connection = connection;
        this.json = json;
        this.number = moment.number();
        this.at = moment.at();
    }

    Statements statements() {
        return statements;
    }

    void notice(
            Officer officer,
            Notice notice,
            Entry entry,
            Collection<ResidentId> people,
            Consequences consequences,
            String key)
            throws SQLException {
        var everybody = longs(people);
        statements.add(
                NOTICE,
                number,
                notice.event().kind(),
                json.event(notice.event()),
                notice.effectiveOn(),
                notice.notifiedOn(),
                at,
                officer.id(),
                officer.municipality().digits(),
                everybody,
                longs(entry.newcomers()),
                entry.ownHousehold().map(HouseholdId::value).map(String::valueOf).orElse(null),
                json.effects(consequences.effects),
                key);
        // A cancellation is no event of the timeline.
        statements.add(
                NOTICE_PERSON,
                everybody,
                number,
                notice.effectiveOn(),
                notice.event() instanceof LifeEvent.Cancellation);
    }

    void cancelled(NoticeRow notice) throws SQLException {
        statements.add(
                "UPDATE notice SET cancelled_by = ? WHERE id = ?", number, notice.id().value());
        statements.add(
                "UPDATE notice_person SET cancelled = true WHERE person = ANY (?::bigint[]) AND notice = ?",
                longs(notice.people()),
                notice.id().value());
        statements.add(
                "DELETE FROM deadline WHERE person = ANY (?::bigint[]) AND notice = ? AND kind = 'SHOW_CARD'",
                longs(notice.people()),
                notice.id().value());
        if (notice.notice().event() instanceof LifeEvent.MoveOut move) staysAfterAll(move.people());
    }

    /** The term that the move-out had shortened; what has lapsed meanwhile stays lapsed. */
    private void staysAfterAll(List<ResidentId> people) throws SQLException {
        statements.add(
                """
                UPDATE deadline SET last_day = shortened_from, shortened_from = NULL
                 WHERE person = ANY (?::bigint[]) AND kind = 'SHOW_CARD' AND NOT fired AND shortened_from IS NOT NULL
                """,
                longs(people));
    }

    void people(Map<ResidentId, ResidentRecordCode> newcomers) {
        newcomers.forEach((person, code) -> {
            statements.add(
                    "INSERT INTO person (id, record_code) VALUES (?, ?)",
                    person.value(),
                    code.digits());
            code(person, code);
        });
        Jobs.assignNumbers(statements, "notice-" + number, newcomers);
    }

    void newCode(ResidentId person, ResidentRecordCode before, ResidentRecordCode now) {
        statements.add(
                "UPDATE person SET record_code = ? WHERE id = ?", now.digits(), person.value());
        code(person, now);
        Jobs.changeCode(statements, "notice-" + number, before, now);
    }

    private void code(ResidentId person, ResidentRecordCode code) {
        statements.add(
                "INSERT INTO record_code (code, person, given_at) VALUES (?, ?, ?)",
                code.digits(),
                person.value(),
                at);
    }

    void versions(Difference difference, LocalDate toldThrough) throws SQLException {
        List<VersionRow> ends =
                difference.people().stream().flatMap(each -> each.ends().stream()).toList();
        if (!ends.isEmpty())
            statements.add(
                    ENDS,
                    at,
                    longs(ends.stream().map(row -> row.span().record().id()).distinct().toList()),
                    Statements.longs(connection, ends.stream().map(VersionRow::id).toList()));
        List<@Nullable Object> cells = new ArrayList<>();
        int rows = 0;
        for (Difference.OfPerson each : difference.people())
            for (Span span : each.begins()) {
                Collections.addAll(
                        cells,
                        each.person().value(),
                        span.from(),
                        span.to(),
                        at,
                        number,
                        span.from().isAfter(toldThrough));
                Collections.addAll(cells, VersionRow.items(span.record(), json));
                rows++;
            }
        if (rows > 0)
            statements.add(
                    "INSERT INTO version "
                            + VersionRow.WRITTEN
                            + " VALUES "
                            + String.join(", ", Collections.nCopies(rows, VersionRow.PLACES)),
                    cells.toArray());
    }

    /** Those that follow from how people stand, anew; those of a notice as they come. */
    void deadlines(Difference difference, List<Deadline> deadlines) throws SQLException {
        if (difference.people().isEmpty()) return;
        var people = longs(difference.people().stream().map(Difference.OfPerson::person).toList());
        var lasting =
                connection.createArrayOf(
                        "text",
                        deadlines.stream()
                                .map(each -> each.kind() + " " + each.person().value())
                                .toArray());
        statements.add(
                """
                DELETE FROM deadline
                 WHERE person = ANY (?::bigint[]) AND kind IN ('MOVE_IN', 'STAY') AND kind || ' ' || person <> ALL (?)
                """,
                people,
                lasting);
        for (Deadline each : deadlines)
            statements.add(
                    """
                    INSERT INTO deadline (person, kind, last_day, law, notice) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (person, kind) DO UPDATE
                       SET last_day = excluded.last_day, law = excluded.law, notice = excluded.notice, fired = false,
                           shortened_from = NULL
                     WHERE deadline.last_day <> excluded.last_day
                    """,
                    each.person().value(),
                    each.kind().name(),
                    each.lastDay(),
                    each.law(),
                    number);
    }

    /** Who moves out again before the card was shown loses it on that day. */
    void movesOutAgain(List<ResidentId> people, LocalDate on) throws SQLException {
        statements.add(
                """
                UPDATE deadline SET last_day = ?, shortened_from = COALESCE(shortened_from, last_day)
                 WHERE person = ANY (?::bigint[]) AND kind = 'SHOW_CARD' AND NOT fired AND last_day >= ?
                """,
                on.minusDays(1),
                longs(people),
                on);
    }

    Jobs.News endings(Collection<Ending> endings) {
        Jobs.News news = new Jobs.News("notice-" + number, at, List.copyOf(endings));
        Jobs.tellCardsSoon(statements, news);
        return news;
    }

    private Array longs(Collection<ResidentId> people) throws SQLException {
        return Statements.longs(connection, people.stream().map(ResidentId::value).toList());
    }
}
