package org.openmyna.trust.authority.log;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.openmyna.trust.profile.ContentSignature;

/** A log with a key of its own, and hands that write into its tables behind its back. */
public final class Logs {
    private static final KeyPair KEY = key();

    private Logs() {}

    private static KeyPair key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static StatusLog over(DataSource database, InstantSource clock) {
        ContentSignature signer =
                content -> {
                    try {
                        Signature signature = Signature.getInstance("SHA256withECDSA");
                        signature.initSign(KEY.getPrivate());
                        signature.update(content);
                        return signature.sign();
                    } catch (GeneralSecurityException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                };
        return new StatusLog(database, signer, KEY.getPublic(), clock);
    }

    /** As a ceremony would. */
    public static void makePartitions(DataSource database, int... generations) {
        for (int generation : generations) {
            run(
                    database,
                    "CREATE TABLE revoked_%d PARTITION OF revoked FOR VALUES IN (%d)"
                            .formatted(generation, generation));
        }
    }

    public static int run(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** One act: its events, committed. */
    public static Instant commit(DataSource database, Instant now, List<StatusEvent> events) {
        var inbox = new StatusInbox();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Instant date = inbox.lockClock(connection, now);
            inbox.put(connection, date, events);
            connection.commit();
            connection.setAutoCommit(true);
            return date;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
