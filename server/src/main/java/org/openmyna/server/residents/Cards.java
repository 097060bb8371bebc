package org.openmyna.server.residents;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.openmyna.kernel.FourItems;
import org.openmyna.server.residents.api.CardHolder;
import org.openmyna.server.residents.api.ForeignResident;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.Standing;

/** What card management asks the register. */
final class Cards {
    private final Reading reading;

    Cards(Reading reading) {
        this.reading = reading;
    }

    /** All that a card shows of its holder, or depends on. */
    private record Shown(
            FourItems items,
            Optional<String> furigana,
            Optional<String> formerSurname,
            Optional<String> alias,
            Optional<LocalDate> stayUntil,
            Standing standing,
            boolean continuedUse) {
        static Shown of(VersionRow row) {
            ResidentRecord record = row.span().record();
            return new Shown(
                    record.fourItems(),
                    record.furigana(),
                    record.formerSurname(),
                    record.alias(),
                    record.foreign().flatMap(ForeignResident::until),
                    record.standing(),
                    record.continuedUse());
        }
    }

    CardHolder holder(Connection connection, ResidentId person, Instant now) throws SQLException {
        VersionRow row =
                reading.version(connection, person, Days.of(now), now)
                        .orElseThrow(RecordNotFound::new);
        ResidentRecord record = row.span().record();
        if (record.standing() == Standing.DEAD || record.standing() == Standing.REMOVED)
            throw new RecordClosed();
        return new CardHolder(record, Codes.of(connection, person), row.id(), now);
    }

    /** Rows of versions and codes are numbered together: what came later has a greater number. */
    private static boolean codeChanged(Connection connection, ResidentId person, long since)
            throws SQLException {
        return !new Statements()
                .add(
                        "SELECT change FROM record_code WHERE person = ? AND change > ?",
                        person.value(),
                        since)
                .query(connection, row -> row.getLong(1))
                .isEmpty();
    }

    boolean isUnchanged(Connection connection, ResidentId person, long version, Instant now)
            throws SQLException {
        if (codeChanged(connection, person, version)) return false;
        Optional<Shown> then = reading.row(connection, person, version).map(Shown::of);
        Optional<Shown> present =
                reading.version(connection, person, Days.of(now), now).map(Shown::of);
        return then.isPresent() && then.equals(present);
    }

    int shown(Connection connection, ResidentId person) throws SQLException {
        new Statements()
                .add(
                        "DELETE FROM deadline WHERE person = ? AND kind = 'SHOW_CARD' AND NOT fired",
                        person.value())
                .execute(connection);
        return 1;
    }
}
