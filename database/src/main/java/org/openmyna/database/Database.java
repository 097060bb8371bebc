package org.openmyna.database;

import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A PostgreSQL that organisations get their schemas from. An organisation has a role, a schema that
 * the role owns, and a pool; it cannot read what belongs to another.
 */
public interface Database extends AutoCloseable {
    /**
     * Embedded PostgreSQL 18 under this folder; started if nobody runs it, joined if somebody does.
     * It listens on the loopback address alone, asks everybody for a password, and syncs every
     * commit. Should it die while this is open, it is started again.
     *
     * @param folder made if it is not there; for its owner alone
     */
    static Database embedded(Path folder) {
        return embedded(folder, Map.of());
    }

    /**
     * @param settings PostgreSQL's, by name; they hold if this call is the one that starts it, and
     *     until it stops
     */
    static Database embedded(Path folder, Map<String, String> settings) {
        return new WritableDatabase(EmbeddedHost.join(folder, settings));
    }

    /**
     * A server that is there already, PostgreSQL 15 to 18.
     *
     * @param jdbcUrl {@code jdbc:postgresql://host/db?user=…&password=…}; the user may create roles
     *     and schemas
     */
    static Database at(String jdbcUrl) {
        return new WritableDatabase(GivenHost.at(jdbcUrl));
    }

    /**
     * Same, but nothing may be changed: no roles, no migrations; the URL's own user must be able to
     * read. Every connection refuses to write.
     */
    static Database readOnlyAt(String jdbcUrl) {
        return new ReadOnlyDatabase(GivenHost.at(jdbcUrl));
    }

    /**
     * Role, schema, migrations from class path {@code db/<organisation>}, and a pool (search_path =
     * schema). Each call makes a pool of its own.
     *
     * @param organisation lower-case letters, digits and underscores; also the name of the schema
     * @param connections at most so many at a time
     */
    DataSource open(String organisation, int connections);

    /**
     * A URL with which another machine may read this organisation's tables and change nothing; for
     * {@link #readOnlyAt}. The URL holds the password: it is a secret.
     */
    String readerUrl(String organisation);

    /** Where programs may connect, without password, for display. */
    String address();

    /** Ends the pools; the embedded server stops with its last user. */
    @Override
    void close();
}
