package org.openmyna.trust.authority.keys;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaKind;

/**
 * The key generations of both CAs, as the database has them. Kept in memory: they change in
 * ceremonies alone. Reads never wait for each other.
 */
public final class Generations {
    private static final String ALL =
            """
            SELECT generation, ca, number, algorithm, serials, key_name, certificate, issues_from
              FROM generation
             ORDER BY generation
            """;

    private final DataSource database;
    private volatile List<Known> known = List.of();

    /** A generation with the hashes by which OCSP names its key (RFC 6960 4.1.1). */
    private record Known(Generation generation, Issuer sha1, Issuer sha256) {}

    private record Issuer(byte[] name, byte[] key) {
        boolean is(byte[] otherName, byte[] otherKey) {
            return Arrays.equals(name, otherName) && Arrays.equals(key, otherKey);
        }
    }

    /**
     * @throws GenerationsNotReadable if the database does not answer (MYNA-KEY-007)
     */
    public Generations(DataSource database) {
        this.database = database;
        refresh();
    }

    /** Reads them again: after a ceremony here, or a GENERATION event in the log. */
    public void refresh() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(ALL);
                ResultSet rows = statement.executeQuery()) {
            List<Known> fresh = new ArrayList<>();
            while (rows.next()) fresh.add(known(row(rows)));
            known = List.copyOf(fresh);
        } catch (SQLException failed) {
            throw new GenerationsNotReadable(failed);
        }
    }

    private static Generation row(ResultSet row) throws SQLException {
        short id = row.getShort("generation");
        return new Generation(
                id,
                Generation.caOf(id),
                row.getShort("number"),
                KeyAlgorithm.valueOf(row.getString("algorithm")),
                SerialMode.valueOf(row.getString("serials")),
                row.getString("key_name"),
                CaCertificate.parse(row.getBytes("certificate")),
                row.getObject("issues_from", OffsetDateTime.class).toInstant());
    }

    private static Known known(Generation generation) {
        byte[] name = generation.certificate().nameDer();
        byte[] key =
                SubjectPublicKeyInfo.getInstance(generation.certificate().publicKey().getEncoded())
                        .getPublicKeyData()
                        .getOctets();
        return new Known(
                generation,
                new Issuer(hash("SHA-1", name), hash("SHA-1", key)),
                new Issuer(hash("SHA-256", name), hash("SHA-256", key)));
    }

    private static byte[] hash(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    public List<Generation> all() {
        return known.stream().map(Known::generation).toList();
    }

    /** Of one CA, the oldest first. */
    public List<Generation> of(CaKind ca) {
        return all().stream().filter(each -> each.ca() == ca).toList();
    }

    public Optional<Generation> byId(short id) {
        return first(each -> each.generation().id() == id);
    }

    /** By the key identifier that certificates name in their authorityKeyIdentifier. */
    public Optional<Generation> byKeyId(byte[] subjectKeyId) {
        return first(each ->
                Arrays.equals(each.generation().certificate().subjectKeyId(), subjectKeyId));
    }

    /** By issuerNameHash and issuerKeyHash of an OCSP CertID with SHA-1. */
    public Optional<Generation> bySha1(byte[] issuerNameHash, byte[] issuerKeyHash) {
        return first(each -> each.sha1().is(issuerNameHash, issuerKeyHash));
    }

    /** By issuerNameHash and issuerKeyHash of an OCSP CertID with SHA-256. */
    public Optional<Generation> bySha256(byte[] issuerNameHash, byte[] issuerKeyHash) {
        return first(each -> each.sha256().is(issuerNameHash, issuerKeyHash));
    }

    /** The one that issues at this moment: the newest that has begun. */
    public Optional<Generation> issuing(CaKind ca, Instant at) {
        return of(ca).stream()
                .filter(each -> !each.issuesFrom().isAfter(at))
                .max(
                        Comparator.comparing(Generation::issuesFrom)
                                .thenComparing(Generation::number));
    }

    private Optional<Generation> first(Predicate<Known> fits) {
        return known.stream().filter(fits).map(Known::generation).findFirst();
    }
}
