package org.openmyna.server.numbers;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.audit.AuditEntry;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.numbers.Guard.Asking;
import org.openmyna.server.numbers.Guard.Told;
import org.openmyna.server.numbers.Rows.NewNumber;
import org.openmyna.server.numbers.Rows.NumberRow;
import org.openmyna.server.numbers.Rows.Origin;
import org.openmyna.server.numbers.Rows.PersonRow;
import org.openmyna.server.numbers.api.AssignedNumber;
import org.openmyna.server.numbers.api.NumberService.Change;

/** Another number after a leak, on request or ex officio (Number Act art. 7 para. 2). */
final class Changes {
    private static final int MOST_DRAWS = 1_000;

    private final Guard guard;
    private final Trail trail;

    /** A number that nobody ever had, and the draw that gave it. */
    private record Free(MyNumber number, byte[] index, int draw) {}

    Changes(Guard guard, Trail trail) {
        this.guard = guard;
        this.trail = trail;
    }

    /**
     * @param key of the call: the same once more changes nothing
     * @throws TokenUnknown if nobody has the token (MYNA-NUM-001)
     */
    AssignedNumber change(Organisation caller, String key, Change order) {
        String byCall = caller.id() + " " + key;
        return guard.permitted(
                new Asking(caller, order.purpose(), "CHANGE"),
                Optional.of(order.person()),
                (connection, bench) -> {
                    long person =
                            bench.tokens()
                                    .person(caller, order.person())
                                    .orElseThrow(TokenUnknown::new);
                    PersonRow row = Rows.lock(connection, person).orElseThrow(TokenUnknown::new);
                    Optional<Integer> before = Rows.changesBy(connection, byCall);
                    int changes =
                            before.isPresent()
                                    ? before.get()
                                    : changed(connection, bench, row, order, byCall);
                    return new Told<>(
                            new AssignedNumber(order.person(), changes),
                            person,
                            before.isPresent() ? "REPEATED" : AuditEntry.DONE);
                });
    }

    private int changed(
            Connection connection, Workbench bench, PersonRow person, Change order, String byCall)
            throws SQLException {
        NumberRow old = Rows.inUse(connection, person.person()).orElseThrow(TokenUnknown::new);
        Free free = free(connection, bench, person.opened(bench.sealing()), old.draws() + 1);
        Rows.end(connection, person.person(), trail.legalNow());
        int changes = old.changes() + 1;
        NewNumber fresh =
                new NewNumber(
                        free.index(),
                        person.person(),
                        bench.sealing().seal(free.number(), person.person()),
                        free.draw(),
                        changes,
                        order.exOfficio() ? Origin.CHANGED_EX_OFFICIO : Origin.CHANGED_ON_REQUEST,
                        Optional.of(byCall));
        Rows.addNumbers(connection, List.of(fresh), trail.legalNow(), trail.realNow());
        return changes;
    }

    private static Free free(
            Connection connection, Workbench bench, ResidentRecordCode code, int first)
            throws SQLException {
        for (int draw = first; draw < first + MOST_DRAWS; draw++) {
            MyNumber number = bench.number(code, draw);
            byte[] index = bench.sealing().index(number);
            if (Rows.used(connection, List.of(new Octets(index))).isEmpty()) {
                return new Free(number, index, draw);
            }
        }
        throw new NumbersRunOut();
    }
}
