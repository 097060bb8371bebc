package org.openmyna.trust.authority.log;

import java.time.InstantSource;
import org.openmyna.database.Database;

/** A program to be killed: moves events into the log of a database until then. */
final class SequencingProgram {
    private SequencingProgram() {}

    /** URL of the database. It also ends when nobody holds its input any more. */
    public static void main(String[] arguments) throws Exception {
        try (Database server = Database.at(arguments[0])) {
            var log = Logs.over(server.open("authority", 3), InstantSource.system());
            try (AutoCloseable _ = log.start()) {
                System.in.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
    }
}
