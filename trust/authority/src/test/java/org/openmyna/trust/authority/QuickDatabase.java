package org.openmyna.trust.authority;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.openmyna.database.Database;

/** A database that is set up already, for programs that live a moment: no roles, no migrations. */
public record QuickDatabase(String url) implements Database {
    @Override
    public DataSource open(String organisation, int connections) {
        var config = new HikariConfig();
        config.setJdbcUrl(url + "&currentSchema=" + organisation);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    @Override
    public String readerUrl(String organisation) {
        return url;
    }

    @Override
    public String address() {
        return "of the test";
    }

    @Override
    public void close() {
        // these programs are killed
    }
}
