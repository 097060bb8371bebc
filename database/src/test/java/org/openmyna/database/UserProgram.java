package org.openmyna.database;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.openmyna.kernel.MynaException;

/**
 * A program that uses an embedded database until it is killed or told to end. It tells what it did:
 * whatever it told must be true afterwards.
 */
final class UserProgram {
    private static final String INSERT = "INSERT INTO note (text) VALUES ('試験用') RETURNING id";

    private UserProgram() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        boolean temporary = arguments[1].equals("temporary");
        try (Database database =
                temporary ? TemporaryDatabase.fresh() : Database.embedded(Path.of(arguments[0]))) {
            out.println("joined");
            if (arguments[1].equals("write")) {
                write(database.open("alpha", 2), out);
            }
            if (arguments[1].equals("open")) {
                database.open("alpha", 2).getConnection().close();
            }
            // Until somebody closes our input.
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (MynaException e) {
            out.println(e.errorCode().code());
            return;
        }
        out.println("left");
    }

    private static void write(DataSource alpha, PrintStream out) throws SQLException {
        try (Connection connection = alpha.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            while (true) {
                try (ResultSet row = insert.executeQuery()) {
                    row.next();
                    out.println(row.getLong(1));
                }
            }
        }
    }
}
