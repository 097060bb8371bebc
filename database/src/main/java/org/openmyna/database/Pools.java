package org.openmyna.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The pools of one database. */
final class Pools {
    private final List<HikariDataSource> open = new ArrayList<>();
    private final String address;
    private boolean closed;

    Pools(String address) {
        this.address = address;
    }

    synchronized void mustBeOpen() {
        if (closed) {
            throw new DatabaseClosed(address);
        }
    }

    /**
     * @throws DatabaseNotReachable if not even one connection can be had
     */
    synchronized DataSource make(
            Organisation organisation, ConnectionSource source, int connections, boolean readOnly) {
        mustBeOpen();
        HikariConfig config = new HikariConfig();
        config.setPoolName(organisation.role());
        config.setDataSource(source);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(connections, 2));
        config.setReadOnly(readOnly);
        try {
            HikariDataSource pool = new HikariDataSource(config);
            open.add(pool);
            return pool;
        } catch (HikariPool.PoolInitializationException e) {
            throw new DatabaseNotReachable(address, e);
        }
    }

    synchronized void close() {
        closed = true;
        open.forEach(HikariDataSource::close);
        open.clear();
    }
}
