package org.openmyna.trust.authority.ocsp;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The minister's register of those who may ask about certificates (公的個人認証法 17 条・36 条). It is read
 * from the database into memory; what is changed here holds here at once, and in other processes at
 * their next {@link #refresh}.
 */
public final class VerifierRegister {
    private static final String UNIQUE_VIOLATION = "23505";

    /** One look a second. */
    private static final int FAILURES_BORNE = 60;

    private static final String ALL =
            """
            SELECT verifier, kind, name, certificate_sha256, state, since
              FROM verifier
             ORDER BY verifier
            """;
    private static final String REGISTER =
            """
            INSERT INTO verifier (verifier, kind, name, certificate_sha256, state, since)
            VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String CHANGE_STATE =
            """
            UPDATE verifier SET state = ?, since = ?
             WHERE verifier = ? AND state <> 'REFUSED'
            """;
    private static final String CHANGE_CERTIFICATE =
            """
            UPDATE verifier SET certificate_sha256 = ?
             WHERE verifier = ? AND state <> 'REFUSED'
            """;
    private static final String IS_THERE = "SELECT 1 FROM verifier WHERE verifier = ?";

    private final DataSource database;
    private final InstantSource legalTime;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile @Nullable Map<ByteBuffer, Verifier> known;

    /** Reads nothing yet. */
    public VerifierRegister(DataSource database, InstantSource legalTime) {
        this.database = database;
        this.legalTime = legalTime;
    }

    /**
     * @param certificateSha256 SHA-256 of its client certificate
     * @throws VerifierExists if the id or the certificate is taken (MYNA-OCS-006)
     * @throws VerifierMalformed if id, name or certificate are not well formed (MYNA-OCS-005)
     */
    public Verifier register(String id, VerifierKind kind, String name, byte[] certificateSha256) {
        Verifier verifier =
                new Verifier(id, kind, name, certificateSha256, VerifierState.ACTIVE, now());
        change(id, REGISTER, row -> fill(row, verifier));
        return verifier;
    }

    private static void fill(PreparedStatement row, Verifier verifier) throws SQLException {
        row.setString(1, verifier.id());
        row.setString(2, verifier.kind().name());
        row.setString(3, verifier.name());
        row.setBytes(4, verifier.certificateSha256());
        row.setString(5, verifier.state().name());
        row.setObject(6, utc(verifier.since()));
    }

    /**
     * It gets no answers until it is resumed.
     *
     * @throws VerifierUnknown if nobody has this id (MYNA-OCS-007)
     * @throws VerifierRefused if it was refused (MYNA-OCS-008)
     */
    public void suspend(String id) {
        become(id, VerifierState.SUSPENDED);
    }

    /** The end of a suspension; errors as for {@link #suspend}. */
    public void resume(String id) {
        become(id, VerifierState.ACTIVE);
    }

    /** It never gets an answer again; errors as for {@link #suspend}. */
    public void refuse(String id) {
        become(id, VerifierState.REFUSED);
    }

    /**
     * It shows another client certificate from now on; errors as for {@link #suspend}.
     *
     * @throws VerifierExists if another verifier shows this one (MYNA-OCS-006)
     */
    public void changeCertificate(String id, byte[] certificateSha256) {
        mustHaveChanged(
                id,
                change(
                        id,
                        CHANGE_CERTIFICATE,
                        row -> {
                            row.setBytes(1, certificateSha256);
                            row.setString(2, id);
                        }));
    }

    private void become(String id, VerifierState state) {
        mustHaveChanged(
                id,
                change(
                        id,
                        CHANGE_STATE,
                        row -> {
                            row.setString(1, state.name());
                            row.setObject(2, utc(now()));
                            row.setString(3, id);
                        }));
    }

    /** All entries, as the database has them, in the order of their ids. */
    public List<Verifier> list() {
        try (Connection connection = database.getConnection();
                PreparedStatement all = connection.prepareStatement(ALL);
                ResultSet rows = all.executeQuery()) {
            List<Verifier> found = new ArrayList<>();
            while (rows.next()) {
                found.add(from(rows));
            }
            return List.copyOf(found);
        } catch (SQLException failed) {
            throw new OcspDatabaseFailed(failed);
        }
    }

    private static Verifier from(ResultSet row) throws SQLException {
        return new Verifier(
                row.getString("verifier"),
                VerifierKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getBytes("certificate_sha256"),
                VerifierState.valueOf(row.getString("state")),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }

    /** Reads the register again. */
    public void refresh() {
        Map<ByteBuffer, Verifier> fresh = new HashMap<>();
        for (Verifier verifier : list()) {
            fresh.put(ByteBuffer.wrap(verifier.certificateSha256()), verifier);
        }
        known = Map.copyOf(fresh);
    }

    /** After a minute of failures nobody is known any more, and every question looks again. */
    void refreshOrForget() {
        try {
            refresh();
            failures.set(0);
        } catch (OcspDatabaseFailed failed) {
            if (failures.incrementAndGet() >= FAILURES_BORNE) {
                known = null;
            }
            throw failed;
        }
    }

    /** What this caller may ask now; nothing if its certificate is not registered. */
    Asker asker(OcspCaller caller) {
        return switch (caller) {
            case OcspCaller.Anonymous() -> Asker.NOBODY;
            case OcspCaller.Registered(byte[] sha256) -> {
                Verifier verifier = known().get(ByteBuffer.wrap(sha256));
                yield verifier != null && verifier.state() == VerifierState.ACTIVE
                        ? Asker.of(verifier.kind())
                        : Asker.NOBODY;
            }
        };
    }

    private Map<ByteBuffer, Verifier> known() {
        Map<ByteBuffer, Verifier> now = known;
        if (now == null) {
            refresh();
            now = known;
        }
        return now == null ? Map.of() : now;
    }

    private int change(String id, String sql, Filling filling) {
        int rows;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            filling.fill(statement);
            rows = statement.executeUpdate();
        } catch (SQLException failed) {
            if (UNIQUE_VIOLATION.equals(failed.getSQLState())) {
                throw new VerifierExists(id);
            }
            throw new OcspDatabaseFailed(failed);
        }
        refresh();
        return rows;
    }

    private void mustHaveChanged(String id, int rows) {
        if (rows == 0) {
            if (isThere(id)) {
                throw new VerifierRefused(id);
            }
            throw new VerifierUnknown(id);
        }
    }

    private boolean isThere(String id) {
        try (Connection connection = database.getConnection();
                PreparedStatement asked = connection.prepareStatement(IS_THERE)) {
            asked.setString(1, id);
            try (ResultSet row = asked.executeQuery()) {
                return row.next();
            }
        } catch (SQLException failed) {
            throw new OcspDatabaseFailed(failed);
        }
    }

    private Instant now() {
        return legalTime.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private interface Filling {
        void fill(PreparedStatement row) throws SQLException;
    }
}
