package org.openmyna.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database where nothing may be changed. */
final class ReadOnlyDatabase implements Database {
    private static final String MAY_READ =
            """
            SELECT has_schema_privilege(oid, 'USAGE')
              FROM pg_namespace
             WHERE nspname = ?
            """;

    private final Host host;
    private final Pools pools;

    ReadOnlyDatabase(Host host) {
        QuietLogs.keep();
        this.host = host;
        this.pools = new Pools(host.address());
    }

    @Override
    public DataSource open(String organisation, int connections) {
        Organisation name = new Organisation(organisation);
        ConnectionSource source =
                ConnectionSource.of(host::url, host.administrator()).in(name).readOnly();
        pools.mustBeOpen();
        mustBeReadable(name, source);
        return pools.make(name, source, connections, true);
    }

    private void mustBeReadable(Organisation name, ConnectionSource source) {
        try (Connection connection = source.getConnection();
                PreparedStatement query = connection.prepareStatement(MAY_READ)) {
            query.setString(1, name.name());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    throw new SchemaNotReadable(name.name(), address());
                }
            }
        } catch (SQLException e) {
            throw new DatabaseNotReachable(address(), e);
        }
    }

    @Override
    public String readerUrl(String organisation) {
        throw new DatabaseReadOnly(address());
    }

    @Override
    public String address() {
        return host.address();
    }

    @Override
    public void close() {
        pools.close();
        host.leave();
    }
}
