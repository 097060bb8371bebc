package org.openmyna.server.residents;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.residents.api.HouseholdId;
import org.openmyna.server.residents.api.LoadedHousehold;
import org.openmyna.server.residents.api.Protection;
import org.openmyna.server.residents.api.Relationship;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.Standing;
import org.postgresql.PGConnection;

/** Puts a test population in, by COPY: nobody gave a notice. */
final class Loader {
    private static final int LINE = 400;

    private static final int MOST_TRIES = 5;
    private static final String UNIQUE_VIOLATION = "23505";
    private static final long MORE = 1_000;

    private final AtomicLong loaded = new AtomicLong();
    private final AtomicLong analysed = new AtomicLong();
    private final Sessions sessions;
    private final Register register;
    private final Function<List<ResidentRecordCode>, List<String>> tokens;

    /**
     * @param tokens assigns numbers to people without one, and gives the register's tokens
     */
    Loader(
            Sessions sessions,
            Register register,
            Function<List<ResidentRecordCode>, List<String>> tokens) {
        this.sessions = sessions;
        this.register = register;
        this.tokens = tokens;
    }

    private record Someone(
            ResidentRecord record, ResidentRecordCode code, Optional<Protection> protection) {}

    List<ResidentId> load(List<LoadedHousehold> households) {
        for (int n = 0; n < households.size(); n++) check(n + 1, households.get(n));
        for (int n = 1; ; n++) {
            try {
                return loaded(households);
            } catch (RegisterNotReached failed) {
                if (n == MOST_TRIES || !drewTheSame(failed)) throw failed;
            }
        }
    }

    /** Another load drew one of the same codes at the same time. */
    private static boolean drewTheSame(RegisterNotReached failed) {
        return failed.getCause() instanceof SQLException sql
                && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }

    private List<ResidentId> loaded(List<LoadedHousehold> households) {
        List<Someone> people = people(households);
        if (people.isEmpty()) return List.of();
        List<String> numbers = tokens.apply(people.stream().map(Someone::code).toList());
        sessions.run(connection -> {
            KnownAxis.Moment moment = register.axis().begin(connection);
            try {
                write(connection, people, numbers, moment);
                connection.commit();
            } finally {
                register.axis().end(moment);
            }
            return people.size();
        });
        analyse(people.size());
        return people.stream().map(each -> each.record().id()).toList();
    }

    /** A table that has doubled is looked at anew, or the database plans for the one it knew. */
    private void analyse(int more) {
        long total = loaded.addAndGet(more);
        long known = analysed.get();
        if (total < 2 * known + MORE || !analysed.compareAndSet(known, total)) return;
        sessions.run(connection -> {
            new Statements().add("ANALYZE person, record_code, version").execute(connection);
            return total;
        });
    }

    private void check(int position, LoadedHousehold household) {
        LocalDate today = register.today();
        long householders =
                household.people().stream()
                        .map(each -> each.person().relationship())
                        .filter(Relationship::isHouseholder)
                        .count();
        boolean begun =
                household.people().stream().noneMatch(each -> each.residentSince().isAfter(today));
        if (householders != 1 || !begun) throw new HouseholdRefused(position);
        household.people().forEach(each -> NoticeRules.check(each.person()));
    }

    private List<Someone> people(List<LoadedHousehold> households) {
        int count = households.stream().mapToInt(each -> each.people().size()).sum();
        List<ResidentRecordCode> given =
                households.stream()
                        .flatMap(each -> each.people().stream())
                        .flatMap(each -> each.person().code().stream())
                        .toList();
        List<ResidentRecordCode> drawn =
                sessions.run(connection -> {
                    if (!Codes.taken(connection, given).isEmpty()) throw new CodeTaken();
                    return register.codes().draw(connection, count);
                });
        List<Long> ids = sessions.run(connection -> register.people().next(connection, count));
        List<Long> homes =
                sessions.run(
                        connection -> register.households().next(connection, households.size()));
        List<Someone> people = new ArrayList<>(count);
        for (int h = 0; h < households.size(); h++) {
            LoadedHousehold household = households.get(h);
            HouseholdId id = new HouseholdId(homes.get(h));
            for (LoadedHousehold.Person each : household.people()) {
                int n = people.size();
                people.add(
                        new Someone(
                                record(new ResidentId(ids.get(n)), household, id, each),
                                each.person().code().orElse(drawn.get(n)),
                                each.protection()));
            }
        }
        return people;
    }

    private static ResidentRecord record(
            ResidentId id,
            LoadedHousehold household,
            HouseholdId householdId,
            LoadedHousehold.Person each) {
        return new ResidentRecord(
                id,
                Standing.RESIDENT,
                household.municipality(),
                each.person().name(),
                each.person().furigana(),
                each.person().formerSurname(),
                each.person().alias(),
                each.person().birthDate(),
                each.person().sex(),
                household.address(),
                Optional.of(householdId),
                each.person().relationship(),
                each.residentSince(),
                Optional.empty(),
                each.previousAddress(),
                each.person().familyRegister(),
                each.person().foreign(),
                each.person().qualifications(),
                Optional.empty(),
                false);
    }

    private void write(
            Connection connection,
            List<Someone> people,
            List<String> numbers,
            KnownAxis.Moment moment)
            throws SQLException {
        StringBuilder persons = new StringBuilder(people.size() * LINE / 8);
        StringBuilder codes = new StringBuilder(people.size() * LINE / 8);
        StringBuilder versions = new StringBuilder(people.size() * LINE);
        StringBuilder protections = new StringBuilder();
        StringBuilder deadlines = new StringBuilder();
        Terms terms = register.terms();
        for (int n = 0; n < people.size(); n++) {
            Someone each = people.get(n);
            ResidentRecord record = each.record();
            long id = record.id().value();
            line(persons, id, each.code().digits(), numbers.get(n));
            line(codes, each.code().digits(), id, moment.at());
            line(
                    versions,
                    id,
                    record.residentSince(),
                    "infinity",
                    moment.at(),
                    0,
                    false,
                    VersionRow.items(record, register.json()));
            each.protection()
                    .ifPresent(measure -> {
                        line(
                                protections,
                                id,
                                record.municipality().digits(),
                                measure.from(),
                                measure.until(),
                                moment.at(),
                                "load");
                        deadline(
                                deadlines,
                                id,
                                "PROTECTION",
                                measure.until(),
                                terms.law(Terms.Key.PROTECTION, measure.until()));
                    });
            record.foreign()
                    .flatMap(foreign -> foreign.until())
                    .ifPresent(until ->
                            deadline(
                                    deadlines,
                                    id,
                                    "STAY",
                                    until,
                                    terms.law(Terms.Key.STAY, until)));
        }
        copy(connection, "person (id, record_code, number_token)", persons);
        copy(connection, "record_code (code, person, given_at)", codes);
        copy(connection, "version " + VersionRow.WRITTEN, versions);
        copy(
                connection,
                "protection (person, municipality, from_day, until_day, known_from, officer)",
                protections);
        copy(connection, "deadline (person, kind, last_day, law, notice)", deadlines);
    }

    private static void deadline(
            StringBuilder out, long person, String kind, LocalDate last, String law) {
        line(out, person, kind, last, law, 0);
    }

    private static void line(StringBuilder out, @Nullable Object... cells) {
        for (int n = 0; n < cells.length; n++) {
            if (cells[n] instanceof Object[] more) {
                for (Object cell : more) cell(out, cell).append('\t');
                out.setLength(out.length() - 1);
            } else cell(out, cells[n]);
            out.append(n + 1 < cells.length ? '\t' : '\n');
        }
    }

    private static StringBuilder cell(StringBuilder out, @Nullable Object cell) {
        if (cell == null) return out.append("\\N");
        String text = cell.toString();
        for (int n = 0; n < text.length(); n++) {
            char c = text.charAt(n);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> out.append(c);
            }
        }
        return out;
    }

    private static void copy(Connection connection, String table, StringBuilder rows)
            throws SQLException {
        if (rows.isEmpty()) return;
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table + " FROM STDIN", new StringReader(rows.toString()));
        } catch (IOException broken) {
            throw new SQLException(broken);
        }
    }
}
