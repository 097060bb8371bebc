package org.openmyna.server.residents;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.residents.api.HouseholdId;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.Newcomer;
import org.openmyna.server.residents.api.Notice;
import org.openmyna.server.residents.api.NoticeId;
import org.openmyna.server.residents.api.Officer;
import org.openmyna.server.residents.api.Outcome;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.timeline.Entry;
import org.openmyna.server.residents.timeline.Replay;
import org.openmyna.server.residents.timeline.Span;
import org.openmyna.server.residents.timeline.Timeline;

/** One attempt to record a notice, on a connection of its own. */
final class Attempt {
    /** Greater than that of any recorded notice: the newest happens last on its day. */
    private static final NoticeId NEWEST = new NoticeId(Long.MAX_VALUE);

    private final Tools tools;
    private final Connection connection;
    private final Officer officer;
    private final Notice notice;
    private final LocalDate today;

    /** What attempts share. */
    record Tools(
            RegisterJson json,
            Terms terms,
            Codes codes,
            IdBlocks people,
            IdBlocks households,
            KnownAxis axis,
            AccessLog log) {}

    /** What is to be written, and what comes of it. */
    private record Plan(
            Notice notice,
            Entry entry,
            Set<ResidentId> people,
            Map<ResidentId, ResidentRecordCode> newcomers,
            Reach reach,
            Difference difference,
            Consequences consequences,
            @Nullable NoticeRow cancelled) {}

    Attempt(Tools tools, Connection connection, Officer officer, Notice notice, LocalDate today) {
        this.tools = tools;
        this.connection = connection;
        this.officer = officer;
        this.notice = notice;
        this.today = today;
    }

    Outcome preview() throws SQLException, Reach.Incomplete {
        Plan plan = plan();
        Set<ResidentId> known = new LinkedHashSet<>(plan.people());
        known.removeAll(plan.newcomers().keySet());
        return new Outcome(
                Optional.empty(),
                List.copyOf(known),
                plan.consequences().effects,
                plan.difference().people().stream()
                        .filter(each -> known.contains(each.person()))
                        .map(Attempt::change)
                        .toList());
    }

    private static Outcome.Change change(Difference.OfPerson difference) {
        return new Outcome.Change(
                difference.person(),
                difference.ends().stream().map(row -> days(row.span())).toList(),
                difference.begins().stream().map(Attempt::days).toList());
    }

    private static Outcome.Days days(Span span) {
        return new Outcome.Days(
                span.record(),
                span.from(),
                Optional.of(span.to()).filter(day -> day.isBefore(Span.OPEN)));
    }

    /** Writes it; the caller commits. */
    private Jobs.News write(KnownAxis.Moment moment, Plan plan, String key) throws SQLException {
        Writing writing = new Writing(connection, tools.json(), moment);
        if (plan.cancelled() != null) writing.cancelled(plan.cancelled());
        writing.notice(
                officer, plan.notice(), plan.entry(), plan.people(), plan.consequences(), key);
        writing.people(plan.newcomers());
        if (notice.event() instanceof LifeEvent.RecordCodeChange change)
            writing.newCode(
                    change.person(),
                    plan.reach().code(change.person()),
                    tools.codes().draw(connection, 1).getFirst());
        writing.versions(plan.difference(), plan.reach().toldThrough());
        writing.deadlines(plan.difference(), plan.consequences().deadlines);
        if (notice.event() instanceof LifeEvent.MoveOut move)
            writing.movesOutAgain(move.people(), notice.effectiveOn());
        Jobs.News news = writing.endings(plan.consequences().endings);
        tools.log()
                .add(
                        connection,
                        writing.statements()::add,
                        new AccessLog.Access(
                                "RECORD",
                                officer.municipality(),
                                officer.id(),
                                officer.purpose(),
                                List.copyOf(plan.people())));
        writing.statements().execute(connection);
        return news;
    }

    /**
     * @param key of the call
     */
    Outcome record(String key, Register.Afterwards afterwards)
            throws SQLException, Reach.Incomplete {
        Plan plan = plan();
        KnownAxis.Moment moment = tools.axis().begin(connection);
        try {
            if (!Days.of(moment.at()).equals(today)) throw new Reach.Incomplete(); // midnight
            Jobs.News news = write(moment, plan, key);
            connection.commit();
            boolean more =
                    !plan.newcomers().isEmpty()
                            || notice.event() instanceof LifeEvent.RecordCodeChange;
            afterwards.recorded(news, more);
        } finally {
            tools.axis().end(moment);
        }
        return new Outcome(
                new NoticeId(moment.number()),
                List.copyOf(plan.people()),
                plan.consequences().effects);
    }

    private Plan plan() throws SQLException, Reach.Incomplete {
        return notice.event() instanceof LifeEvent.Cancellation cancellation
                ? cancellation(cancellation)
                : event();
    }

    private Plan event() throws SQLException, Reach.Incomplete {
        Touched touched = Touched.by(notice.event());
        Entry entry = entry(touched);
        Map<ResidentId, ResidentRecordCode> newcomers = newcomers(touched.newcomers(), entry);
        Set<ResidentId> people = new LinkedHashSet<>(touched.people());
        people.addAll(entry.newcomers());
        Reach reach =
                Reach.lock(
                        connection,
                        tools.json(),
                        touched.people(),
                        touched.household().stream().toList(),
                        entry.firstDay());
        List<Entry> entries = new ArrayList<>(reach.entries(0));
        entries.add(entry);
        Difference replayed = replay(reach, entries, Optional.of(entry));
        Difference difference =
                notice.event() instanceof LifeEvent.RecordCodeChange change
                        ? Difference.again(reach.versions(), change.person(), today)
                        : replayed;
        Map<ResidentId, ResidentRecordCode> codes = new LinkedHashMap<>(reach.codes());
        codes.putAll(newcomers);
        Consequences consequences =
                new Consequences(tools.terms(), today, reach.toldThrough(), codes);
        consequences.of(notice, difference);
        consequences.of(notice, entry.newcomers(), List.copyOf(people));
        return new Plan(notice, entry, people, newcomers, reach, difference, consequences, null);
    }

    private Entry entry(Touched touched) throws SQLException {
        return new Entry(
                NEWEST,
                notice.event(),
                notice.effectiveOn(),
                today,
                officer.municipality(),
                tools.people().next(connection, touched.newcomers().size()).stream()
                        .map(ResidentId::new)
                        .toList(),
                touched.makesHousehold()
                        ? Optional.of(new HouseholdId(tools.households().next(connection)))
                        : Optional.empty());
    }

    private Map<ResidentId, ResidentRecordCode> newcomers(List<Newcomer> people, Entry entry)
            throws SQLException {
        if (people.isEmpty()) return Map.of();
        List<ResidentRecordCode> given =
                people.stream().flatMap(each -> each.code().stream()).toList();
        if (!given.isEmpty() && !Codes.taken(connection, given).isEmpty()) throw new CodeTaken();
        List<ResidentRecordCode> drawn = tools.codes().draw(connection, people.size());
        Map<ResidentId, ResidentRecordCode> codes = new LinkedHashMap<>();
        for (int n = 0; n < people.size(); n++)
            codes.put(entry.newcomers().get(n), people.get(n).code().orElse(drawn.get(n)));
        return codes;
    }

    /** The day of a cancellation is that of what it cancels. */
    private Plan cancellation(LifeEvent.Cancellation cancellation)
            throws SQLException, Reach.Incomplete {
        NoticeRow cancelled = cancelled(cancellation.notice());
        Entry undone = cancelled.entry();
        Notice dated = new Notice(notice.event(), undone.effectiveOn(), notice.notifiedOn());
        Reach reach =
                Reach.lock(
                        connection,
                        tools.json(),
                        cancelled.people(),
                        Touched.by(undone.event()).household().stream().toList(),
                        undone.firstDay());
        boolean still = reach.entries().stream().anyMatch(row -> row.id().equals(cancelled.id()));
        if (!still) throw new NoticeCancelledBefore();
        Difference difference =
                replay(reach, reach.entries(cancelled.id().value()), Optional.empty());
        Consequences consequences =
                new Consequences(tools.terms(), today, reach.toldThrough(), reach.codes());
        consequences.of(dated, difference);
        Entry entry =
                new Entry(
                        NEWEST,
                        notice.event(),
                        undone.effectiveOn(),
                        today,
                        officer.municipality(),
                        List.of(),
                        Optional.empty());
        return new Plan(
                dated,
                entry,
                new LinkedHashSet<>(cancelled.people()),
                Map.of(),
                reach,
                difference,
                consequences,
                cancelled);
    }

    private NoticeRow cancelled(NoticeId number) throws SQLException {
        NoticeRow row =
                new Statements()
                                .add(
                                        "SELECT "
                                                + NoticeRow.COLUMNS
                                                + " FROM notice n WHERE n.id = ?",
                                        number.value())
                                .query(connection, each -> NoticeRow.from(each, tools.json()))
                                .stream()
                                .filter(each -> each.municipality().equals(officer.municipality()))
                                .findFirst()
                                .orElseThrow(NoticeNotFound::new);
        if (row.cancelledBy().isPresent()) throw new NoticeCancelledBefore();
        if (row.notice().event() instanceof LifeEvent.Cancellation) throw new CancellationStays();
        if (row.notice().event() instanceof LifeEvent.RecordCodeChange) throw new CodeChangeStays();
        return row;
    }

    private Difference replay(Reach reach, List<Entry> entries, Optional<Entry> own) {
        return switch (Timeline.replay(reach.start(), entries, reach.day())) {
            case Replay.Versions versions -> Difference.of(reach.versions(), versions.timelines());
            case Replay.Conflict conflict -> throw Refusals.of(conflict, entries, own);
        };
    }
}
