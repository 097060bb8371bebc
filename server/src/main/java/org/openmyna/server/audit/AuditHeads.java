package org.openmyna.server.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.openmyna.trust.authority.keys.KeyAlgorithm;
import org.openmyna.trust.authority.keys.KeyStorePassword;
import org.openmyna.trust.authority.keys.KeyVault;
import org.openmyna.trust.authority.keys.OwnerOnly;
import org.openmyna.trust.profile.ContentSignature;

/** The end of the log, signed: in the table {@code audit_head}, the newest also in a file. */
final class AuditHeads {
    private static final String KEY = "audit";
    private static final String PUT =
            """
            INSERT INTO audit_head (position, hash, signed_at, signature) VALUES (?, ?, ?, ?)
                ON CONFLICT (only_one) DO UPDATE
               SET position = EXCLUDED.position, hash = EXCLUDED.hash,
                   signed_at = EXCLUDED.signed_at, signature = EXCLUDED.signature
            """;
    private static final String NEWEST =
            "SELECT position, hash, signed_at, signature FROM audit_head";

    private final Path file;
    private final ContentSignature signer;
    private final PublicKey publicKey;

    /** As it was signed. */
    record Head(long position, byte[] hash, Instant signedAt, byte[] signature) {
        AuditRows.End end() {
            return new AuditRows.End(position, hash);
        }

        byte[] content() {
            return AuditHeads.content(position, hash, signedAt);
        }
    }

    /**
     * @param folder for its owner alone; the key is made in it at the first start
     */
    AuditHeads(Path folder, SecureRandom random) {
        KeyVault vault = KeyVault.pkcs12(folder, KeyStorePassword.besideTheKey(), random);
        if (!vault.holds(KEY)) vault.generate(KEY, KeyAlgorithm.P256);
        this.file = folder.resolve("audit.head");
        this.signer = vault.signer(KEY);
        this.publicKey = vault.publicKey(KEY);
    }

    PublicKey publicKey() {
        return publicKey;
    }

    /** Signs this end; the caller commits, and keeps it in the file after that. */
    void sign(Connection connection, AuditRows.End end, Instant realTime) throws SQLException {
        Instant signedAt = realTime.truncatedTo(ChronoUnit.MICROS);
        try (PreparedStatement insert = connection.prepareStatement(PUT)) {
            insert.setLong(1, end.position());
            insert.setBytes(2, end.hash());
            insert.setObject(3, signedAt.atOffset(ZoneOffset.UTC));
            insert.setBytes(4, signer.sign(content(end.position(), end.hash(), signedAt)));
            insert.executeUpdate();
        }
    }

    /** In its own file, which no role of the database can write. */
    void keep(AuditRows.End end) {
        String text = line(end.position(), end.hash());
        try {
            OwnerOnly.write(file, text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException refused) {
            throw new AuditHeadNotKept(file.toString(), refused);
        }
    }

    /** The end that the file holds: of nothing if there is no file yet. */
    AuditRows.End kept() {
        if (!Files.exists(file)) return AuditRows.End.OF_NOTHING;
        try {
            String text = new String(OwnerOnly.read(file), StandardCharsets.US_ASCII);
            if (!text.matches("[0-9]{1,18}\\|[0-9a-f]{64}")) throw new IOException("no head in it");
            int bar = text.indexOf('|');
            return new AuditRows.End(
                    Long.parseLong(text, 0, bar, 10),
                    HexFormat.of().parseHex(text.substring(bar + 1)));
        } catch (IOException unreadable) {
            throw new AuditHeadNotKept(file.toString(), unreadable);
        }
    }

    private static String line(long position, byte[] hash) {
        return position + "|" + HexFormat.of().formatHex(hash);
    }

    static Optional<Head> newest(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(NEWEST);
                ResultSet row = query.executeQuery()) {
            if (!row.next()) return Optional.empty();
            return Optional.of(
                    new Head(
                            row.getLong("position"),
                            row.getBytes("hash"),
                            row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                            row.getBytes("signature")));
        }
    }

    boolean isSigned(Head head) {
        try {
            Signature verification = Signature.getInstance("SHA256withECDSA");
            verification.initVerify(publicKey);
            verification.update(head.content());
            return verification.verify(head.signature());
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static byte[] content(long position, byte[] hash, Instant signedAt) {
        return ("openmyna-audit-head|" + line(position, hash) + "|" + signedAt)
                .getBytes(StandardCharsets.UTF_8);
    }
}
