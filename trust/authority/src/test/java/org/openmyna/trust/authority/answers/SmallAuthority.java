package org.openmyna.trust.authority.answers;

import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.keys.Generations;
import org.openmyna.trust.authority.keys.KeyAlgorithm;
import org.openmyna.trust.authority.keys.KeyVault;
import org.openmyna.trust.authority.keys.SerialMode;
import org.openmyna.trust.authority.log.StatusEvent;
import org.openmyna.trust.authority.log.StatusEvent.Kind;
import org.openmyna.trust.authority.log.StatusInbox;
import org.openmyna.trust.authority.log.StatusLog;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateAddresses;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.DistributionPoint;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.JpkiProfile;
import org.openmyna.trust.profile.RevocationReason;
import org.openmyna.trust.profile.ValidityRule;

/**
 * What answers need of an authority, and no more: a database, keys, generations, a clock that tests
 * move. Its certificates are rows of the log; nobody holds them.
 */
public final class SmallAuthority implements AutoCloseable {
    public static final Instant START = Instant.parse("2026-11-23T01:30:15Z");
    public static final SecureRandom RANDOM = new SecureRandom();

    private final Database temporary = TemporaryDatabase.fresh();
    private final DataSource database = temporary.open("authority", 8);
    private final KeyVault vault = new HeldKeys();
    private final JpkiProfile profile =
            new JpkiProfile(Hierarchy.TEST, CertificateAddresses.sandbox());
    private final AtomicLong serials = new AtomicLong(1);
    private final Map<CertificateSerial, Certified> certified = new HashMap<>();
    private final StatusLog log;
    private final AtomicLong now = new AtomicLong(START.toEpochMilli());

    /** What all events of a certificate repeat. */
    private record Certified(Generation generation, String point, Instant notAfter) {}

    public SmallAuthority() {
        PublicKey logKey = vault.generate("log", KeyAlgorithm.P256);
        this.log = new StatusLog(database, vault.signer("log"), logKey, clock());
    }

    public StatusLog log() {
        return log;
    }

    /** For a machine that may only read. */
    public String readerUrl() {
        return temporary.readerUrl("authority");
    }

    public DataSource database() {
        return database;
    }

    public KeyVault vault() {
        return vault;
    }

    public JpkiProfile profile() {
        return profile;
    }

    public InstantSource clock() {
        return this::now;
    }

    public void itIs(String moment) {
        itIs(Instant.parse(moment));
    }

    public void itIs(Instant moment) {
        now.set(moment.toEpochMilli());
    }

    public Instant now() {
        return Instant.ofEpochMilli(now.get());
    }

    /** A key generation whose ceremony was a short one. */
    public Generation generation(CaKind ca, int number) throws SQLException {
        short id = Generation.idOf(ca, number);
        String keyName = "generation-" + id;
        RSAPublicKey key = (RSAPublicKey) vault.generate(keyName, KeyAlgorithm.RSA_2048);
        CaCertificate certificate =
                profile.selfSigned(
                        ca,
                        new JpkiProfile.Common(
                                nextSerial(), ValidityRule.certificationAuthority(now()), key),
                        vault.signer(keyName));
        Generation made =
                new Generation(
                        id,
                        ca,
                        number,
                        KeyAlgorithm.RSA_2048,
                        SerialMode.SEQUENTIAL,
                        keyName,
                        certificate,
                        certificate.notBefore());
        insert(made);
        return made;
    }

    /** Of a CA that this database does not know. */
    public CaCertificate strangersCertificate() {
        RSAPublicKey key = (RSAPublicKey) vault.generate("stranger", KeyAlgorithm.RSA_2048);
        return profile.selfSigned(
                CaKind.SIGNATURE,
                new JpkiProfile.Common(
                        CertificateSerial.of(1), ValidityRule.certificationAuthority(now()), key),
                vault.signer("stranger"));
    }

    public CertificateSerial nextSerial() {
        return CertificateSerial.of(serials.getAndIncrement());
    }

    /** Signed, so to speak; verifiers do not know it yet. */
    public CertificateSerial certified(Generation generation, String point, Instant notAfter) {
        CertificateSerial serial = nextSerial();
        certified.put(serial, new Certified(generation, point, notAfter));
        happened(Kind.CERTIFIED, serial, Optional.empty());
        return serial;
    }

    /** One that is good until an end far away. */
    public CertificateSerial active(Generation generation, String point) {
        return active(generation, point, Instant.parse("2031-06-07T14:59:59Z"));
    }

    public CertificateSerial active(Generation generation, String point, Instant notAfter) {
        CertificateSerial serial = certified(generation, point, notAfter);
        activate(serial);
        return serial;
    }

    public void activate(CertificateSerial serial) {
        happened(Kind.ACTIVATED, serial, Optional.empty());
    }

    /** Answers the date that the log gave it. */
    public Instant revoke(CertificateSerial serial, RevocationReason reason) {
        return happened(Kind.REVOKED, serial, Optional.of(reason));
    }

    public void lift(CertificateSerial serial) {
        happened(Kind.LIFTED, serial, Optional.empty());
    }

    /** Committed when this returns; in the log at the next {@code catchUp}. */
    private Instant happened(
            Kind kind, CertificateSerial serial, Optional<RevocationReason> reason) {
        Certified of = Objects.requireNonNull(certified.get(serial));
        Optional<byte[]> content =
                kind == Kind.CERTIFIED ? Optional.of(new byte[32]) : Optional.empty();
        StatusEvent event =
                new StatusEvent(
                        kind,
                        of.generation().id(),
                        serial,
                        reason,
                        of.point(),
                        of.notAfter(),
                        content);
        StatusInbox inbox = new StatusInbox();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Instant date = inbox.lockClock(connection, now());
            inbox.put(connection, date, List.of(event));
            connection.commit();
            return date;
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private void insert(Generation generation) throws SQLException {
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement row = connection.prepareStatement(AUTHORITY)) {
                row.setShort(1, Generation.code(generation.ca()));
                row.executeUpdate();
            }
            try (PreparedStatement row = connection.prepareStatement(GENERATION)) {
                row.setShort(1, generation.id());
                row.setShort(2, Generation.code(generation.ca()));
                row.setInt(3, generation.number());
                row.setString(4, generation.keyName());
                row.setBytes(5, generation.certificate().subjectKeyId());
                row.setBytes(6, generation.certificate().der());
                row.setObject(7, generation.issuesFrom().atOffset(ZoneOffset.UTC));
                row.executeUpdate();
            }
            try (Statement partition = connection.createStatement()) {
                partition.execute(REVOKED.formatted(generation.id(), generation.id()));
            }
        }
    }

    private static final String AUTHORITY =
            """
            INSERT INTO authority (ca, hierarchy, next_serial, established_at)
            VALUES (?, 'TEST', 1, now())
            ON CONFLICT DO NOTHING
            """;
    private static final String GENERATION =
            """
            INSERT INTO generation (generation, ca, number, algorithm, serials, key_name,
                                    subject_key_id, certificate, transcript, issues_from)
            VALUES (?, ?, ?, 'RSA_2048', 'SEQUENTIAL', ?, ?, ?, 'TEST 試験用', ?)
            """;
    private static final String REVOKED =
            "CREATE TABLE revoked_%d PARTITION OF revoked FOR VALUES IN (%d)";

    public Generations generations() {
        return new Generations(database);
    }

    public static DistributionPoint himeji(CaKind kind) {
        return new DistributionPoint(kind, Hierarchy.TEST, "Hyogo-ken", "Himeji-shi");
    }

    public static DistributionPoint naha(CaKind kind) {
        return new DistributionPoint(kind, Hierarchy.TEST, "Okinawa-ken", "Naha-shi");
    }

    @Override
    public void close() {
        temporary.close();
    }
}
