package org.openmyna.server.numbers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.openmyna.server.audit.AuditLog;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.numbers.Rows.Known;
import org.openmyna.server.numbers.Rows.PersonRow;
import org.openmyna.server.numbers.Sealing.Sealed;
import org.openmyna.server.numbers.api.NumberService.CodeChange;

/** A person's resident record code becomes another; number and tokens stay. */
final class CodeChanges {
    private static final String CHANGE =
            "UPDATE person SET code_index = ?, code = ?, key_id = ? WHERE person = ?";
    private static final String FORMER =
            "INSERT INTO former_code (code_index, person) VALUES (?, ?)";

    private final Transactions transactions;
    private final Secrets secrets;
    private final AuditLog audit;
    private final Trail trail;

    CodeChanges(Transactions transactions, Secrets secrets, AuditLog audit, Trail trail) {
        this.transactions = transactions;
        this.secrets = secrets;
        this.audit = audit;
        this.trail = trail;
    }

    /**
     * @throws CodeUnknown if nobody has the code before (MYNA-NUM-006)
     * @throws CodeTaken if the new one is or was in use (MYNA-NUM-007)
     */
    void change(Organisation caller, CodeChange order) {
        Workbench bench = secrets.workbench();
        Octets before = new Octets(bench.sealing().index(order.before()));
        Octets now = new Octets(bench.sealing().index(order.now()));
        boolean _ =
                transactions.run(connection -> {
                    Map<Octets, Known> known = Rows.byCode(connection, List.of(before, now));
                    Known person = known.get(before);
                    if (person == null) throw new CodeUnknown();
                    PersonRow row =
                            Rows.lock(connection, person.person()).orElseThrow(CodeUnknown::new);
                    Octets present = new Octets(row.codeIndex());
                    if (present.equals(now)) return false;
                    if (!present.equals(before)) throw new CodeUnknown();
                    if (known.containsKey(now)) throw new CodeTaken();
                    Sealed code = bench.sealing().seal(order.now(), row.person());
                    update(connection, row.person(), now, code);
                    addFormer(connection, before, row.person());
                    audit.append(
                            connection,
                            trail.act(caller, "CODE_CHANGED", bench.subject(row.person())));
                    return true;
                });
    }

    private static void update(Connection connection, long person, Octets index, Sealed code)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CHANGE)) {
            update.setBytes(1, index.value());
            update.setBytes(2, code.content());
            update.setShort(3, code.keyId());
            update.setLong(4, person);
            update.executeUpdate();
        }
    }

    private static void addFormer(Connection connection, Octets index, long person)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(FORMER)) {
            insert.setBytes(1, index.value());
            insert.setLong(2, person);
            insert.executeUpdate();
        }
    }
}
