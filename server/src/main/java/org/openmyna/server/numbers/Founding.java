package org.openmyna.server.numbers;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Makes sure that keys, mode and database belong together. The database holds fingerprints of the
 * keys; the first start, and only that, draws keys.
 */
final class Founding {
    private static final String LOCK =
            "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.keeper', 0))";
    private static final String KEEPER = "SELECT mode, fingerprint FROM keeper";
    private static final String FOUND = "INSERT INTO keeper (mode, fingerprint) VALUES (?, ?)";
    private static final String KEYS = "SELECT key_id, fingerprint FROM encryption_key";
    private static final String ADD =
            "INSERT INTO encryption_key (key_id, fingerprint) VALUES (?, ?)";

    private final KeyFile file;
    private final NumberMode mode;
    private final SecureRandom random;

    private record Keeper(NumberMode mode, byte[] fingerprint) {}

    Founding(KeyFile file, NumberMode mode, SecureRandom random) {
        this.file = file;
        this.mode = mode;
        this.random = random;
    }

    /**
     * The keys of this database, drawn if it has none.
     *
     * @throws OtherMode if it was begun for something else (MYNA-NUM-017)
     * @throws NumberKeysNotFound if it has keys, and the folder none (MYNA-NUM-014)
     * @throws NumberKeysOfAnotherDatabase if the folder has others (MYNA-NUM-015)
     */
    NumberKeys keys(Connection connection) throws SQLException {
        lock(connection);
        Optional<Keeper> keeper = keeper(connection);
        keeper.filter(each -> each.mode() != mode)
                .ifPresent(each -> {
                    throw new OtherMode(each.mode());
                });
        if (!file.exists()) {
            if (keeper.isPresent()) throw new NumberKeysNotFound(file.folder().toString());
            file.write(NumberKeys.drawn(random), random);
        }
        NumberKeys keys = file.read();
        byte[] own = fingerprint(keys.index(), keys.derivation(), keys.token());
        if (keeper.isEmpty()) found(connection, own);
        else must(MessageDigest.isEqual(own, keeper.get().fingerprint()));
        compare(connection, keys);
        return keys;
    }

    /** One more key to encrypt with, in the file and known to the database. */
    NumberKeys rotated(Connection connection) throws SQLException {
        NumberKeys more = keys(connection).withNextEncryptionKey(random);
        file.write(more, random);
        compare(connection, more);
        return more;
    }

    private static void lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.execute();
        }
    }

    private static Optional<Keeper> keeper(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(KEEPER);
                ResultSet row = query.executeQuery()) {
            return row.next()
                    ? Optional.of(
                            new Keeper(
                                    NumberMode.valueOf(row.getString("mode")),
                                    row.getBytes("fingerprint")))
                    : Optional.empty();
        }
    }

    private void found(Connection connection, byte[] fingerprint) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(FOUND)) {
            insert.setString(1, mode.name());
            insert.setBytes(2, fingerprint);
            insert.executeUpdate();
        }
    }

    /** All that the database knows must be in the folder; what is new there becomes known. */
    private void compare(Connection connection, NumberKeys keys) throws SQLException {
        Map<Short, byte[]> known = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(KEYS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) known.put(row.getShort("key_id"), row.getBytes("fingerprint"));
        }
        must(keys.encryption().keySet().containsAll(known.keySet()));
        for (var each : keys.encryption().entrySet()) {
            byte[] own = fingerprint(each.getValue());
            byte[] before = known.get(each.getKey());
            if (before == null) add(connection, each.getKey(), own);
            else must(MessageDigest.isEqual(own, before));
        }
    }

    private static void add(Connection connection, short id, byte[] fingerprint)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setShort(1, id);
            insert.setBytes(2, fingerprint);
            insert.executeUpdate();
        }
    }

    private void must(boolean fits) {
        if (!fits) throw new NumberKeysOfAnotherDatabase(file.folder().toString());
    }

    /** Tells keys apart, and nothing of what they are. */
    private static byte[] fingerprint(SecretKey key, SecretKey... others) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update("openmyna keys of numbers".getBytes(StandardCharsets.US_ASCII));
            for (SecretKey other : others) mac.update(other.getEncoded());
            return mac.doFinal();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
