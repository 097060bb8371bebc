package org.openmyna.server.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.calls.Call;
import org.openmyna.trust.profile.CaKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * Who a certificate belongs to: a number of ours. A certificate that was never seen is joined to
 * the holder's earlier ones by the authority's link (JPKI reference 3.5), so that a renewal changes
 * nobody's subject.
 */
final class People {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int MOST_SEEN = 20_000;

    private static final String KNOWN = "SELECT person FROM person_certificate WHERE serial = ?";
    private static final String KNOWN_OF_SEVERAL =
            "SELECT person FROM person_certificate WHERE serial = ANY (?) LIMIT 1";

    /** New people one after the other: nobody becomes two by logging in twice at first. */
    private static final String ONE_AT_A_TIME =
            "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.person', 0))";

    private static final String ENTER_PERSON = "INSERT INTO person (id, first_seen) VALUES (?, ?)";
    private static final String ENTER_CERTIFICATE =
            """
            INSERT INTO person_certificate (serial, person) VALUES (?, ?)
            ON CONFLICT (serial) DO NOTHING
            """;

    private final DataSource database;
    private final JdbcClient jdbc;
    private final Supplier<CertificateService> certificates;
    private final InstantSource realTime;

    /** Whose a certificate is never changes. */
    private final Map<String, UUID> seen = new ConcurrentHashMap<>();

    People(DataSource database, Supplier<CertificateService> certificates, InstantSource realTime) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        this.certificates = certificates;
        this.realTime = realTime;
    }

    /**
     * @param serial of a proved 利用者証明用電子証明書
     */
    UUID of(String serial) {
        UUID known = seen.get(serial);
        if (known != null) return known;
        UUID person =
                jdbc.sql(KNOWN)
                        .param(serial)
                        .query(UUID.class)
                        .optional()
                        .orElseGet(() -> enter(serial));
        if (seen.size() >= MOST_SEEN) seen.clear();
        seen.put(serial, person);
        return person;
    }

    private UUID enter(String serial) {
        List<String> all =
                new ArrayList<>(
                        certificates
                                .get()
                                .formerSerials(call(), CaKind.USER_AUTHENTICATION, serial));
        all.add(serial);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            lock(connection);
            Optional<UUID> known = known(connection, all);
            UUID person = known.isPresent() ? known.get() : UUID.randomUUID();
            if (known.isEmpty()) {
                update(connection, ENTER_PERSON, person, ApprovalRegister.utc(realTime.instant()));
            }
            update(connection, ENTER_CERTIFICATE, serial, person);
            connection.commit();
            connection.setAutoCommit(true);
            return person;
        } catch (SQLException failed) {
            var told = new SQLExceptionSubclassTranslator().translate("person", null, failed);
            throw told == null ? new IllegalStateException(failed) : told;
        }
    }

    /** A question of its own, for which nobody waits long. */
    Call call() {
        return new Call("platform-" + UUID.randomUUID(), realTime.instant().plus(PATIENCE));
    }

    private static void lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(ONE_AT_A_TIME)) {
            lock.execute();
        }
    }

    private static Optional<UUID> known(Connection connection, List<String> serials)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(KNOWN_OF_SEVERAL)) {
            query.setArray(1, connection.createArrayOf("text", serials.toArray()));
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    private static void update(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int n = 0; n < values.length; n++) statement.setObject(n + 1, values[n]);
            statement.executeUpdate();
        }
    }
}
