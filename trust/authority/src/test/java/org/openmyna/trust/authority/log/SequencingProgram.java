package org.openmyna.trust.authority.log;

import java.io.OutputStream;
import java.time.InstantSource;
import org.openmyna.trust.authority.QuickDatabase;

/** A program to be killed: moves events into the log of a database until then. */
final class SequencingProgram {
    private SequencingProgram() {}

    /** URL of the database. It also ends when nobody holds its input any more. */
    public static void main(String[] arguments) throws Exception {
        var database = new QuickDatabase(arguments[0]).open("authority", 3);
        try (AutoCloseable _ = Logs.over(database, InstantSource.system()).start()) {
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
