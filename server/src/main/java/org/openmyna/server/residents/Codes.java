package org.openmyna.server.residents;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.residents.api.ResidentId;

/** Resident record codes (住民票コード): whose they are; new ones that nobody ever had. */
final class Codes {
    private static final long TEN_DIGITS = 10_000_000_000L;

    private final RandomGenerator chance;

    Codes(RandomGenerator chance) {
        this.chance = chance;
    }

    /** The code of somebody with a record. */
    static ResidentRecordCode of(Connection connection, ResidentId person) throws SQLException {
        return new Statements()
                .add("SELECT record_code FROM person WHERE id = ?", person.value())
                .query(connection, row -> new ResidentRecordCode(row.getString("record_code")))
                .getFirst();
    }

    private ResidentRecordCode any() {
        return ResidentRecordCode.withCheckDigit(
                String.format(Locale.ROOT, "%010d", chance.nextLong(TEN_DIGITS)));
    }

    /** So many different ones that are not in the register at this moment. */
    List<ResidentRecordCode> draw(Connection connection, int count) throws SQLException {
        Set<ResidentRecordCode> drawn = new LinkedHashSet<>();
        while (drawn.size() < count) {
            List<ResidentRecordCode> more = new ArrayList<>();
            while (drawn.size() + more.size() < count) more.add(any());
            drawn.addAll(more);
            drawn.removeAll(taken(connection, more));
        }
        return List.copyOf(drawn);
    }

    static Set<ResidentRecordCode> taken(
            Connection connection, Collection<ResidentRecordCode> codes) throws SQLException {
        var digits =
                connection.createArrayOf(
                        "text", codes.stream().map(ResidentRecordCode::digits).toArray());
        return new HashSet<>(
                new Statements()
                        .add(
                                "SELECT code FROM record_code WHERE code = ANY (?::char(11)[])",
                                digits)
                        .query(connection, row -> new ResidentRecordCode(row.getString(1))));
    }
}
