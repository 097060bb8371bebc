package org.openmyna.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.pattern.ValidatePattern;

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
     * @throws SchemaNewer if a newer program was here
     * @throws MigrationFailed if a step fails, or an old step is not what it was
     */
    static void run(Organisation organisation, ConnectionSource source) {
        Flyway flyway =
                configuration()
                        .dataSource(source)
                        .schemas(organisation.name())
                        .defaultSchema(organisation.name())
                        .createSchemas(false)
                        .locations(organisation.migrations())
                        .failOnMissingLocations(true)
                        .ignoreMigrationPatterns(new ValidatePattern[0])
                        .cleanDisabled(true)
                        .load();
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            mustNotBeNewer(organisation, flyway);
            throw new MigrationFailed(organisation.name(), e);
        }
    }

    private static void mustNotBeNewer(Organisation organisation, Flyway flyway) {
        try {
            for (MigrationInfo step : flyway.info().applied()) {
                if (step.getState() == MigrationState.FUTURE_SUCCESS) {
                    throw new SchemaNewer(organisation.name(), String.valueOf(step.getVersion()));
                }
            }
        } catch (FlywayException unreadable) {
            // the first failure says why
            return;
        }
    }
}
