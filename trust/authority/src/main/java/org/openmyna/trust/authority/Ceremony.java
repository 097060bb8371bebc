package org.openmyna.trust.authority;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.keys.Generations;
import org.openmyna.trust.authority.keys.KeyAlgorithm;
import org.openmyna.trust.authority.keys.KeyVault;
import org.openmyna.trust.authority.keys.SerialMode;
import org.openmyna.trust.authority.log.Sha256;
import org.openmyna.trust.authority.log.StatusEvent;
import org.openmyna.trust.authority.log.StatusInbox;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.Validity;
import org.openmyna.trust.profile.ValidityRule;

/**
 * Key ceremonies. The key is made in the vault; all else, from the serial to the event in the log,
 * is one transaction: a ceremony that was interrupted leaves a key that nobody knows and nothing
 * else, and can be held again. One at a time in a database.
 */
final class Ceremony {
    private static final String ONE_AT_A_TIME =
            "SELECT pg_advisory_xact_lock(hashtextextended('openmyna authority ceremony', 0))";
    private static final String ESTABLISH =
            """
            INSERT INTO authority (ca, hierarchy, next_serial, established_at)
            VALUES (?, ?, 2, ?)
            ON CONFLICT (ca) DO NOTHING
            """;
    private static final String TAKE_SERIAL =
            """
            UPDATE authority SET next_serial = next_serial + 1
             WHERE ca = ? AND hierarchy = ?
            RETURNING next_serial - 1
            """;
    private static final String LAST_NUMBER =
            "SELECT coalesce(max(number), 0) FROM generation WHERE ca = ?";
    private static final String ADD =
            """
            INSERT INTO generation (generation, ca, number, algorithm, serials, key_name,
                   subject_key_id, certificate, transcript, issues_from)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String TRANSCRIPT =
            "SELECT transcript FROM generation WHERE generation = ?";

    private final DataSource database;
    private final AuthoritySettings settings;
    private final Generations generations;
    private final KeyVault vault;
    private final LintedProfile profile;
    private final StatusInbox inbox;
    private final LegalDates dates;
    private final SecureRandom random;
    private final Runnable afterCommit;

    Ceremony(
            DataSource database,
            AuthoritySettings settings,
            Generations generations,
            KeyVault vault,
            LintedProfile profile,
            StatusInbox inbox,
            LegalDates dates,
            SecureRandom random,
            Runnable afterCommit) {
        this.database = database;
        this.settings = settings;
        this.generations = generations;
        this.vault = vault;
        this.profile = profile;
        this.inbox = inbox;
        this.dates = dates;
        this.random = random;
        this.afterCommit = afterCommit;
    }

    /** What is made, and by whom. */
    private record Plan(
            CaKind ca, KeyAlgorithm algorithm, SerialMode serials, CeremonyNotes notes) {}

    /**
     * @throws AuthorityEstablished if there is one (MYNA-AUT-036)
     */
    CeremonyTranscript establish(
            CaKind ca, KeyAlgorithm algorithm, SerialMode serials, CeremonyNotes notes) {
        return hold(new Plan(ca, algorithm, serials, notes), this::firstSerial);
    }

    CeremonyTranscript rollOver(
            CaKind ca, KeyAlgorithm algorithm, SerialMode serials, CeremonyNotes notes) {
        return hold(new Plan(ca, algorithm, serials, notes), this::nextSerial);
    }

    CeremonyTranscript transcript(Generation generation) {
        try (Connection connection = database.getConnection();
                PreparedStatement ask = connection.prepareStatement(TRANSCRIPT)) {
            ask.setShort(1, generation.id());
            try (ResultSet row = ask.executeQuery()) {
                if (!row.next()) throw new NoAuthorityHere(generation.ca().toString());
                return new CeremonyTranscript(generation, row.getString(1));
            }
        } catch (SQLException failed) {
            throw new AuthorityDatabaseFailed(failed);
        }
    }

    @FunctionalInterface
    private interface SerialOf {
        CertificateSerial take(Connection connection, CaKind ca, Instant now) throws SQLException;
    }

    private CeremonyTranscript hold(Plan plan, SerialOf serial) {
        if (plan.algorithm() != KeyAlgorithm.RSA_2048) {
            throw new AlgorithmNotForGenerations(plan.algorithm().toString());
        }
        CeremonyTranscript held;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                held = hold(connection, plan, serial);
                connection.commit();
                done = true;
            } finally {
                if (!done) connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new AuthorityDatabaseFailed(failed);
        }
        generations.refresh();
        afterCommit.run();
        return held;
    }

    private CeremonyTranscript hold(Connection connection, Plan plan, SerialOf serials)
            throws SQLException {
        execute(connection, ONE_AT_A_TIME);
        Instant now = dates.now();
        int number = 1 + lastNumber(connection, plan.ca());
        CertificateSerial serial = serials.take(connection, plan.ca(), now);
        String keyName = keyName(plan.ca(), number);
        vault.generate(keyName, plan.algorithm());
        Validity validity = ValidityRule.certificationAuthority(now);
        CaCertificate certificate = profile.selfSigned(plan.ca(), serial, validity, keyName);
        Instant date = inbox.lockClock(connection, now);
        Generation made =
                new Generation(
                        Generation.idOf(plan.ca(), number),
                        plan.ca(),
                        number,
                        plan.algorithm(),
                        plan.serials(),
                        keyName,
                        certificate,
                        date);
        addPartitions(connection, made.id());
        String text = new TranscriptText(made, plan.notes(), date).write();
        add(connection, made, text);
        inbox.put(connection, date, List.of(event(made)));
        return new CeremonyTranscript(made, text);
    }

    /** An interrupted ceremony's key keeps its name, so each try has a name of its own. */
    private String keyName(CaKind ca, int number) {
        byte[] drawn = new byte[4];
        random.nextBytes(drawn);
        String kind = ca.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return kind + "-" + number + "-" + HexFormat.of().formatHex(drawn);
    }

    private CertificateSerial firstSerial(Connection connection, CaKind ca, Instant now)
            throws SQLException {
        try (PreparedStatement establish = connection.prepareStatement(ESTABLISH)) {
            establish.setShort(1, Generation.code(ca));
            establish.setString(2, settings.hierarchy().name());
            establish.setObject(3, utc(now));
            if (establish.executeUpdate() == 0) throw new AuthorityEstablished(ca.toString());
            return CertificateSerial.of(1);
        }
    }

    private CertificateSerial nextSerial(Connection connection, CaKind ca, Instant now)
            throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE_SERIAL)) {
            take.setShort(1, Generation.code(ca));
            take.setString(2, settings.hierarchy().name());
            try (ResultSet row = take.executeQuery()) {
                if (!row.next()) throw new NoAuthorityHere(ca.toString());
                return CertificateSerial.of(row.getLong(1));
            }
        }
    }

    private static int lastNumber(Connection connection, CaKind ca) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(LAST_NUMBER)) {
            ask.setShort(1, Generation.code(ca));
            try (ResultSet row = ask.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Made beside and then attached: readers of the older generations do not wait. */
    private static void addPartitions(Connection connection, short generation) throws SQLException {
        for (String table : List.of("certificate", "revoked")) {
            String part = table + "_" + generation;
            execute(connection, "CREATE TABLE " + part + " (LIKE " + table + " INCLUDING ALL)");
            execute(
                    connection,
                    "ALTER TABLE "
                            + table
                            + " ATTACH PARTITION "
                            + part
                            + " FOR VALUES IN ("
                            + generation
                            + ")");
        }
    }

    private static void add(Connection connection, Generation made, String transcript)
            throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setShort(1, made.id());
            add.setShort(2, Generation.code(made.ca()));
            add.setInt(3, made.number());
            add.setString(4, made.algorithm().name());
            add.setString(5, made.serials().name());
            add.setString(6, made.keyName());
            add.setBytes(7, made.certificate().subjectKeyId());
            add.setBytes(8, made.certificate().der());
            add.setString(9, transcript);
            add.setObject(10, utc(made.issuesFrom()));
            add.executeUpdate();
        }
    }

    private static StatusEvent event(Generation made) {
        return new StatusEvent(
                StatusEvent.Kind.GENERATION,
                made.id(),
                made.certificate().serial(),
                Optional.empty(),
                StatusEvent.NO_POINT,
                made.certificate().notAfter(),
                Optional.of(Sha256.of(made.certificate().der())));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The hierarchy that the database's authority is of. */
    Optional<Hierarchy> hierarchyOf(CaKind ca) {
        String ask = "SELECT hierarchy FROM authority WHERE ca = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ask)) {
            statement.setShort(1, Generation.code(ca));
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(Hierarchy.valueOf(row.getString(1)))
                        : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new AuthorityDatabaseFailed(failed);
        }
    }
}
