package org.openmyna.server.counter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cases of all counters. */
final class Cases {
    private static final String OPEN =
            """
            INSERT INTO case_file (number, municipality, officer, affair, opened_on)
            VALUES (? || '-' || lpad(nextval('case_number')::text, 6, '0'), ?, ?, ?, ?)
            RETURNING number, municipality, officer, affair, opened_on
            """;

    private static final String CASES =
            "SELECT number, municipality, officer, affair, opened_on FROM case_file ";

    private static final String ACTS =
            """
            SELECT case_number, officer, act, person, notice, effective, notified, effects, done_on, confirmed
              FROM case_act
            """;

    private static final String ADD =
            """
            INSERT INTO case_act
                (case_number, officer, act, person, notice, form, effective, notified, effects, done_on,
                 confirmed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (form) DO NOTHING
            """;

    private static final String KNOWN_PEOPLE =
            """
            SELECT a.person, max(a.case_number) AS case_number
              FROM case_act a JOIN case_file c ON c.number = a.case_number
             WHERE c.municipality = ? AND a.person IS NOT NULL
             GROUP BY a.person ORDER BY max(a.id) DESC LIMIT 1000
            """;

    private final Table table;

    Cases(Table table) {
        this.table = table;
    }

    CaseFile open(Clerk clerk, String affair, Instant now) {
        return table.row(
                        OPEN,
                        Cases::file,
                        clerk.office().code().fiveDigits(),
                        clerk.office().code().digits(),
                        clerk.id(),
                        affair,
                        now)
                .orElseThrow();
    }

    /** Of this municipality; another's is nobody's. */
    Optional<CaseFile> find(String number, Clerk clerk) {
        return table.row(
                CASES + "WHERE number = ? AND municipality = ?",
                Cases::file,
                number,
                clerk.office().code().digits());
    }

    List<CaseFile> recent(Clerk clerk, int most) {
        return table.rows(
                CASES + "WHERE officer = ? ORDER BY opened_at DESC LIMIT ?",
                Cases::file,
                clerk.id(),
                most);
    }

    /** Repeated under the key of a form it is kept once. */
    void add(CaseAct act, @Nullable String form) {
        table.rows(
                ADD,
                row -> act,
                act.number(),
                act.officer(),
                act.act(),
                act.person().orElse(null),
                act.notice().orElse(null),
                form,
                act.effective().orElse(null),
                act.notified().orElse(null),
                act.effects(),
                act.doneOn(),
                act.confirmed().map(Enum::name).orElse(null));
    }

    List<CaseAct> acts(CaseFile file) {
        return table.rows(ACTS + " WHERE case_number = ? ORDER BY id", Cases::act, file.number());
    }

    Optional<CaseAct> receipt(CaseFile file, long notice) {
        return table.row(
                ACTS + " WHERE case_number = ? AND notice = ? ORDER BY id",
                Cases::act,
                file.number(),
                notice);
    }

    Optional<CaseAct> underKey(String form) {
        return table.row(ACTS + " WHERE form = ?", Cases::act, form);
    }

    /** People of this office's cases, with the last case of each. */
    Map<Long, String> people(Office office) {
        Map<Long, String> all = new HashMap<>();
        table.rows(
                        KNOWN_PEOPLE,
                        row -> Map.entry(row.getLong("person"), row.getString("case_number")),
                        office.code().digits())
                .forEach(each -> all.put(each.getKey(), each.getValue()));
        return all;
    }

    private static CaseFile file(ResultSet row) throws SQLException {
        return new CaseFile(
                row.getString("number"),
                row.getString("municipality"),
                row.getString("officer"),
                row.getString("affair"),
                Table.moment(row, "opened_on"));
    }

    private static CaseAct act(ResultSet row) throws SQLException {
        Optional<LocalDate> effective = Table.day(row, "effective");
        return new CaseAct(
                row.getString("case_number"),
                row.getString("officer"),
                row.getString("act"),
                Table.number(row, "person"),
                Table.number(row, "notice"),
                effective,
                Table.day(row, "notified"),
                Table.texts(row, "effects"),
                Table.moment(row, "done_on"),
                Optional.ofNullable(row.getString("confirmed")).map(Confirmation::valueOf));
    }
}
