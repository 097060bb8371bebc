package org.openmyna.server.numbers;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.MyNumber;
import org.openmyna.server.audit.AuditEntry;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.numbers.Guard.Asking;
import org.openmyna.server.numbers.Guard.Told;
import org.openmyna.server.numbers.Rows.Known;
import org.openmyna.server.numbers.Rows.NumberRow;
import org.openmyna.server.numbers.api.NumberCheck;
import org.openmyna.server.numbers.api.NumberService.Check;
import org.openmyna.server.numbers.api.NumberService.CodeOrder;
import org.openmyna.server.numbers.api.NumberService.Reading;
import org.openmyna.server.numbers.api.NumberService.Revealed;
import org.openmyna.server.numbers.api.NumberService.TokenOrder;
import org.openmyna.server.numbers.api.NumberToken;

/** Numbers that are read, and numbers that people give (番号確認・身元確認). */
final class Readings {
    private final Guard guard;

    Readings(Guard guard) {
        this.guard = guard;
    }

    /**
     * @throws TokenUnknown if nobody has the token (MYNA-NUM-001)
     */
    Revealed reveal(Organisation caller, Reading order) {
        return guard.permitted(
                new Asking(caller, order.purpose(), "REVEAL"),
                Optional.of(order.person()),
                (connection, bench) -> {
                    NumberRow row = inUse(connection, bench, caller, order.person());
                    MyNumber number = row.opened(bench.sealing());
                    return new Told<>(new Revealed(number), row.person(), AuditEntry.DONE);
                });
    }

    /**
     * Compares; the outcome in the log tells how the identity was checked.
     *
     * @throws TokenUnknown if nobody has the token (MYNA-NUM-001)
     */
    NumberCheck check(Organisation caller, Check order) {
        return guard.permitted(
                new Asking(caller, order.purpose(), "CHECK"),
                Optional.of(order.person()),
                (connection, bench) -> {
                    NumberRow row = inUse(connection, bench, caller, order.person());
                    NumberCheck found =
                            row.opened(bench.sealing()).equals(order.number())
                                    ? NumberCheck.MATCHES
                                    : NumberCheck.DIFFERS;
                    return new Told<>(found, row.person(), found + " " + order.identity());
                });
    }

    /**
     * @throws NumberNotInUse if it is nobody's (MYNA-NUM-002)
     */
    NumberToken token(Organisation caller, TokenOrder order) {
        return guard.permitted(
                new Asking(caller, order.purpose(), "TOKEN"),
                Optional.empty(),
                (connection, bench) -> {
                    byte[] index = bench.sealing().index(order.number());
                    NumberRow row = Rows.inUse(connection, index).orElseThrow(NumberNotInUse::new);
                    // a row that was moved to another person does not open
                    MyNumber same = row.opened(bench.sealing());
                    if (!same.equals(order.number())) throw new NumberNotInUse();
                    return new Told<>(
                            bench.tokens().of(caller, row.person()),
                            row.person(),
                            AuditEntry.DONE + " " + order.identity());
                });
    }

    /**
     * @throws CodeWithoutNumber if nobody with a number has the code (MYNA-NUM-022)
     */
    NumberToken tokenOfCode(Organisation caller, CodeOrder order) {
        return guard.permitted(
                new Asking(caller, order.purpose(), "TOKEN_OF_CODE"),
                Optional.empty(),
                (connection, bench) -> {
                    Octets index = new Octets(bench.sealing().index(order.person()));
                    Known known = Rows.byCode(connection, List.of(index)).get(index);
                    if (known == null) throw new CodeWithoutNumber();
                    NumberToken token = bench.tokens().of(caller, known.person());
                    return new Told<>(token, known.person(), AuditEntry.DONE);
                });
    }

    /** The number in use of whoever has the token. */
    private static NumberRow inUse(
            Connection connection, Workbench bench, Organisation caller, NumberToken token)
            throws SQLException {
        long person = bench.tokens().person(caller, token).orElseThrow(TokenUnknown::new);
        return Rows.inUse(connection, person).orElseThrow(TokenUnknown::new);
    }
}
