package org.openmyna.server.residents;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.server.residents.api.ResidentId;

/** Where every read and every act of the register is kept. */
public interface AccessLog {
    /**
     * @param within the transaction of an act, so that neither is there without the other; for a
     *     read one of its own, committed before the answer
     */
    void write(Connection within, Access access) throws SQLException;

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
