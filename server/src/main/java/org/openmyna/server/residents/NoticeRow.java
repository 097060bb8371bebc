package org.openmyna.server.residents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.server.residents.api.HouseholdId;
import org.openmyna.server.residents.api.Notice;
import org.openmyna.server.residents.api.NoticeId;
import org.openmyna.server.residents.api.RecordedNotice;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.timeline.Entry;
import org.openmyna.trust.profile.ValidityRule;

/** A row of the table {@code notice}. */
record NoticeRow(
        NoticeId id,
        Notice notice,
        Instant recordedAt,
        String officer,
        MunicipalityCode municipality,
        List<ResidentId> people,
        List<ResidentId> newcomers,
        Optional<HouseholdId> household,
        Optional<NoticeId> cancelledBy) {
    static final String COLUMNS =
            "n.id, n.event, n.effective_on, n.notified_on, n.recorded_at, n.officer,"
                    + " n.municipality, n.people, n.newcomers, n.household, n.cancelled_by";

    static NoticeRow from(ResultSet row, RegisterJson json) throws SQLException {
        long household = row.getLong("household");
        long cancelledBy = row.getLong("cancelled_by");
        return new NoticeRow(
                new NoticeId(row.getLong("id")),
                new Notice(
                        json.event(row.getString("event")),
                        Statements.day(row, "effective_on"),
                        Statements.day(row, "notified_on")),
                Statements.moment(row, "recorded_at"),
                row.getString("officer"),
                new MunicipalityCode(row.getString("municipality")),
                people(row, "people"),
                people(row, "newcomers"),
                household == 0 ? Optional.empty() : Optional.of(new HouseholdId(household)),
                cancelledBy == 0 ? Optional.empty() : Optional.of(new NoticeId(cancelledBy)));
    }

    private static List<ResidentId> people(ResultSet row, String column) throws SQLException {
        return Statements.longs(row, column).stream().map(ResidentId::new).toList();
    }

    Entry entry() {
        return new Entry(
                id,
                notice.event(),
                notice.effectiveOn(),
                LocalDate.ofInstant(recordedAt, ValidityRule.JAPAN),
                municipality,
                newcomers,
                household);
    }

    RecordedNotice recorded() {
        return new RecordedNotice(id, notice, recordedAt, officer, cancelledBy);
    }
}
