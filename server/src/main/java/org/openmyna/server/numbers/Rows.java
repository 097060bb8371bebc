package org.openmyna.server.numbers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.numbers.Sealing.Sealed;

/** People and their numbers as the tables hold them. */
final class Rows {
    private static final String BY_CODE =
            """
            SELECT code_index, person, changes
              FROM (SELECT code_index, person FROM person WHERE code_index = ANY (?)
                     UNION ALL
                    SELECT code_index, person FROM former_code WHERE code_index = ANY (?)) AS known
              JOIN number USING (person)
             WHERE ended_at IS NULL
            """;
    private static final String FORMER =
            "SELECT EXISTS (SELECT 1 FROM former_code WHERE code_index = ANY (?))";
    private static final String USED =
            "SELECT number_index FROM number WHERE number_index = ANY (?)";
    private static final String IDS = "SELECT nextval('person_id') FROM generate_series(1, ?)";
    private static final String PERSON =
            "SELECT code_index, code, key_id FROM person WHERE person = ? FOR UPDATE";
    private static final String IN_USE =
            """
            SELECT person, number_index, number, key_id, changes,
                   (SELECT max(draw) FROM number AS each WHERE each.person = number.person) AS draws
              FROM number
             WHERE ended_at IS NULL AND %s
            """;
    private static final String BY_CALL = "SELECT changes FROM number WHERE by_call = ?";
    private static final String END =
            "UPDATE number SET ended_at = ? WHERE person = ? AND ended_at IS NULL";

    /**
     * Somebody who has a number.
     *
     * @param changes of the number in use
     */
    record Known(long person, int changes) {}

    /** A person's code as it is stored. */
    record PersonRow(long person, byte[] codeIndex, Sealed code) {
        ResidentRecordCode opened(Sealing sealing) {
            return sealing.code(code, person, codeIndex);
        }
    }

    /**
     * A number in use as it is stored.
     *
     * @param draws highest draw that was ever used for the person
     */
    record NumberRow(long person, byte[] index, Sealed number, int changes, int draws) {
        MyNumber opened(Sealing sealing) {
            return sealing.number(number, person, index);
        }
    }

    /** Somebody new. */
    record NewPerson(long person, byte[] codeIndex, Sealed code) {}

    /** How a number came to a person. */
    enum Origin {
        ASSIGNED,
        ADOPTED,
        CHANGED_ON_REQUEST,
        CHANGED_EX_OFFICIO
    }

    /**
     * A number that begins to be used.
     *
     * @param byCall of a change: caller and key of the call
     */
    record NewNumber(
            byte[] index,
            long person,
            Sealed number,
            int draw,
            int changes,
            Origin origin,
            Optional<String> byCall) {}

    private Rows() {}

    /** People by the blind index of a code that they have or had. */
    static Map<Octets, Known> byCode(Connection connection, Collection<Octets> indexes)
            throws SQLException {
        Map<Octets, Known> found = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(BY_CODE)) {
            query.setArray(1, Octets.array(connection, indexes));
            query.setArray(2, Octets.array(connection, indexes));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.put(
                            new Octets(row.getBytes("code_index")),
                            new Known(row.getLong("person"), row.getInt("changes")));
                }
            }
        }
        return found;
    }

    static boolean isAnyFormer(Connection connection, Collection<Octets> indexes)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(FORMER)) {
            query.setArray(1, Octets.array(connection, indexes));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Which of these numbers were ever given to anybody. */
    static Set<Octets> used(Connection connection, Collection<Octets> indexes) throws SQLException {
        Set<Octets> used = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement(USED)) {
            query.setArray(1, Octets.array(connection, indexes));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) used.add(new Octets(row.getBytes(1)));
            }
        }
        return used;
    }

    static long[] ids(Connection connection, int count) throws SQLException {
        long[] ids = new long[count];
        try (PreparedStatement query = connection.prepareStatement(IDS)) {
            query.setInt(1, count);
            try (ResultSet row = query.executeQuery()) {
                for (int n = 0; row.next(); n++) ids[n] = row.getLong(1);
            }
        }
        return ids;
    }

    static void addPeople(Connection connection, List<NewPerson> people) throws SQLException {
        CopyRows rows = new CopyRows();
        for (NewPerson each : people) {
            rows.row(
                    4,
                    row ->
                            row.int8(each.person())
                                    .octets(each.codeIndex())
                                    .octets(each.code().content())
                                    .int2(each.code().keyId()));
        }
        rows.into(connection, "person (person, code_index, code, key_id)");
    }

    /**
     * @param legal when they begin
     */
    static void addNumbers(
            Connection connection, List<NewNumber> numbers, Instant legal, Instant real)
            throws SQLException {
        CopyRows rows = new CopyRows();
        for (NewNumber each : numbers) {
            rows.row(
                    10,
                    row ->
                            row.octets(each.index())
                                    .int8(each.person())
                                    .octets(each.number().content())
                                    .int2(each.number().keyId())
                                    .int4(each.draw())
                                    .int4(each.changes())
                                    .text(each.origin().name())
                                    .moment(legal)
                                    .moment(real)
                                    .textIfAny(each.byCall()));
        }
        rows.into(
                connection,
                "number (number_index, person, number, key_id, draw, changes, origin, assigned_at,"
                        + " recorded_at, by_call)");
    }

    /** A person, locked until the transaction ends. */
    static Optional<PersonRow> lock(Connection connection, long person) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(PERSON)) {
            query.setLong(1, person);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) return Optional.empty();
                return Optional.of(
                        new PersonRow(
                                person,
                                row.getBytes("code_index"),
                                new Sealed(row.getShort("key_id"), row.getBytes("code"))));
            }
        }
    }

    static Optional<NumberRow> inUse(Connection connection, long person) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(IN_USE.formatted("person = ?"))) {
            query.setLong(1, person);
            return number(query);
        }
    }

    static Optional<NumberRow> inUse(Connection connection, byte[] index) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(IN_USE.formatted("number_index = ?"))) {
            query.setBytes(1, index);
            return number(query);
        }
    }

    private static Optional<NumberRow> number(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            if (!row.next()) return Optional.empty();
            return Optional.of(
                    new NumberRow(
                            row.getLong("person"),
                            row.getBytes("number_index"),
                            new Sealed(row.getShort("key_id"), row.getBytes("number")),
                            row.getInt("changes"),
                            row.getInt("draws")));
        }
    }

    /** The count of changes that a call led to, if it was made before. */
    static Optional<Integer> changesBy(Connection connection, String byCall) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(BY_CALL)) {
            query.setString(1, byCall);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getInt(1)) : Optional.empty();
            }
        }
    }

    /** The number in use is not used any more. */
    static void end(Connection connection, long person, Instant legal) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(END)) {
            update.setObject(1, legal.atOffset(ZoneOffset.UTC));
            update.setLong(2, person);
            update.executeUpdate();
        }
    }
}
