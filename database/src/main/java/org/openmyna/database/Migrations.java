package org.openmyna.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings an organisation's tables to the newest version; the history is in the schema itself. */
final class Migrations {
    private Migrations() {}

    /** Loads Flyway's many classes beside the start of a server, which leaves us idle. */
    static void loadAhead() {
        Thread.ofPlatform()
                .daemon()
                .name("openmyna-migrations-load")
                .start(() -> configuration().load());
    }

    private static FluentConfiguration configuration() {
        return Flyway.configure(Migrations.class.getClassLoader()).loggers("slf4j");
    }

    /**
     * @throws MigrationFailed if a step fails, or an old step is not what it was
     */
    static void run(Organisation organisation, ConnectionSource source) {
        try {
            configuration()
                    .dataSource(source)
                    .schemas(organisation.name())
                    .defaultSchema(organisation.name())
                    .createSchemas(false)
                    .locations(organisation.migrations())
                    .failOnMissingLocations(true)
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new MigrationFailed(organisation.name(), e);
        }
    }
}
