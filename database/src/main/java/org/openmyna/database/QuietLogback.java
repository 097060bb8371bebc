package org.openmyna.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;

/** Touched only where a program brings Logback. */
final class QuietLogback {
    private static final List<String> TALKATIVE =
            List.of("com.zaxxer.hikari", "org.flywaydb", "org.postgresql");

    private QuietLogback() {}

    /** A level that the program chose stays. */
    static void keep(Object factory) {
        LoggerContext context = (LoggerContext) factory;
        TALKATIVE.stream()
                .map(context::getLogger)
                .filter(logger -> logger.getLevel() == null)
                .forEach(logger -> logger.setLevel(Level.WARN));
    }
}
