package org.openmyna.trust.authority;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.openmyna.trust.authority.keys.KeyAlgorithm;
import org.openmyna.trust.authority.keys.KeyVault;
import org.openmyna.trust.profile.ContentSignature;

/**
 * The key that signs the heads of the log. Made when a database is opened for the first time; its
 * public half is in the database, so that a machine without the vault can check heads.
 */
record LogKey(ContentSignature signer, PublicKey publicKey) {
    static final String NAME = "log";

    private static final String ONE_AT_A_TIME =
            "SELECT pg_advisory_xact_lock(hashtextextended('openmyna log key', 0))";
    private static final String FIND = "SELECT spki FROM public_key WHERE key_name = ?";
    private static final String ADD = "INSERT INTO public_key (key_name, spki) VALUES (?, ?)";

    /**
     * @throws VaultOfAnotherDatabase if the vault's key is not the database's (MYNA-AUT-044)
     */
    static LogKey of(DataSource database, KeyVault vault) {
        try (Connection connection = database.getConnection()) {
            Optional<PublicKey> known = find(connection);
            if (known.isEmpty() && connection.isReadOnly()) {
                throw new NoAuthorityHere("log");
            }
            PublicKey key = known.isPresent() ? known.get() : make(connection, vault);
            if (vault.holds(NAME) && !vault.publicKey(NAME).equals(key)) {
                throw new VaultOfAnotherDatabase(NAME);
            }
            return new LogKey(content -> vault.signer(NAME).sign(content), key);
        } catch (SQLException failed) {
            throw new AuthorityDatabaseFailed(failed);
        }
    }

    private static PublicKey make(Connection connection, KeyVault vault) throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            try (PreparedStatement lock = connection.prepareStatement(ONE_AT_A_TIME)) {
                lock.execute();
            }
            Optional<PublicKey> meanwhile = find(connection);
            PublicKey key = meanwhile.isPresent() ? meanwhile.get() : add(connection, vault);
            connection.commit();
            done = true;
            return key;
        } finally {
            if (!done) connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static PublicKey add(Connection connection, KeyVault vault) throws SQLException {
        PublicKey key =
                vault.holds(NAME) ? vault.publicKey(NAME) : vault.generate(NAME, KeyAlgorithm.P256);
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setString(1, NAME);
            add.setBytes(2, key.getEncoded());
            add.executeUpdate();
        }
        return key;
    }

    private static Optional<PublicKey> find(Connection connection) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(FIND)) {
            ask.setString(1, NAME);
            try (ResultSet row = ask.executeQuery()) {
                return row.next() ? Optional.of(publicKey(row.getBytes(1))) : Optional.empty();
            }
        }
    }

    private static PublicKey publicKey(byte[] spki) throws SQLException {
        try {
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki));
        } catch (GeneralSecurityException malformed) {
            throw new SQLException("the public key in the database is none", malformed);
        }
    }
}
