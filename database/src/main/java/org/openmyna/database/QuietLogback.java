package org.openmyna.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.Logger;

/** Touched only where a program brings Logback. */
final class QuietLogback {
    private static final List<String> TALKATIVE =
            List.of("com.zaxxer.hikari", "org.flywaydb", "org.postgresql");

    private QuietLogback() {}

    /** A level that the program chose stays. Whatever goes wrong is thrown to the caller too. */
    static void keep(Object factory) {
        LoggerContext context = (LoggerContext) factory;
        Level level = isConfigured(context) ? Level.WARN : Level.OFF;
        TALKATIVE.stream()
                .map(context::getLogger)
                .filter(logger -> logger.getLevel() == null)
                .forEach(logger -> logger.setLevel(level));
    }

    /** Logback without a word from the program prints everything from DEBUG on. */
    private static boolean isConfigured(LoggerContext context) {
        return context.getLogger(Logger.ROOT_LOGGER_NAME).getLevel() != Level.DEBUG;
    }
}
