package org.openmyna.server.residents;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.server.residents.api.ResidentId;

/** Where every read and every act of the register is kept. */
public interface AccessLog {
    /**
     * Adds the statement that writes it to others of the same transaction: an act and its entry are
     * there together or not at all. That of a read is committed before the answer.
     *
     * @param connection of that transaction, for values
     */
    void add(Connection connection, Adding to, Access access) throws SQLException;

    /** At once. */
    default void write(Connection within, Access access) throws SQLException {
        Statements statements = new Statements();
        add(within, statements::add, access);
        statements.execute(within);
    }

    /** Takes a statement and its values. */
    interface Adding {
        void add(String sql, @Nullable Object... values);
    }

    /**
     * Who did what; never an item of anybody's record.
     *
     * @param act what was done, such as FIND or RECORD
     * @param officer id of the officer; for programs the name of the service
     * @param purpose 利用目的
     * @param people whose records
     */
    record Access(
            String act,
            MunicipalityCode municipality,
            String officer,
            String purpose,
            List<ResidentId> people) {
        public Access {
            people = List.copyOf(people);
        }
    }
}
