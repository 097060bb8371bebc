package org.openmyna.database;

import org.slf4j.LoggerFactory;

/**
 * The pool and the migrations tell the reader of a terminal nothing he needs, unless a program asks
 * for it. Without a logging library SLF4J would print that there is none; Logback that nobody
 * configured prints everything.
 */
final class QuietLogs {
    private static final String SLF4J_ITSELF = "slf4j.internal.verbosity";

    private QuietLogs() {}

    /** Cheap; before each first use, since a program may configure its logging in between. */
    static void keep() {
        if (System.getProperty(SLF4J_ITSELF) == null) {
            System.setProperty(SLF4J_ITSELF, "ERROR");
        }
        Object factory = LoggerFactory.getILoggerFactory();
        if (factory.getClass().getName().equals("ch.qos.logback.classic.LoggerContext")) {
            QuietLogback.keep(factory);
        }
    }
}
