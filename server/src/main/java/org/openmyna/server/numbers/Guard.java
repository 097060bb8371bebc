package org.openmyna.server.numbers;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.audit.AuditLog;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.numbers.api.NumberToken;
import org.openmyna.server.numbers.api.Purpose;

/**
 * What stands before every use of a number: its purpose must be permitted on the legal day. What is
 * answered is in the access log before it is answered; so is what is refused.
 */
final class Guard {
    private static final String NOBODY = "";

    private final Affairs affairs;
    private final Transactions transactions;
    private final Secrets secrets;
    private final AuditLog audit;
    private final Trail trail;

    /**
     * What came of it.
     *
     * @param outcome for the log
     */
    record Told<T>(T answer, long person, String outcome) {}

    interface Work<T> {
        Told<T> in(Connection connection, Workbench bench) throws SQLException;
    }

    /** Who asks, and what for. */
    record Asking(Organisation caller, Purpose purpose, String operation) {}

    Guard(
            Affairs affairs,
            Transactions transactions,
            Secrets secrets,
            AuditLog audit,
            Trail trail) {
        this.affairs = affairs;
        this.transactions = transactions;
        this.secrets = secrets;
        this.audit = audit;
        this.trail = trail;
    }

    /**
     * @param about whom it is said to be about, for the log of a refusal
     * @throws PurposeMalformed if it cannot be written down (MYNA-NUM-009)
     * @throws AffairUnknown or AffairOfAnotherBody or AffairNotInForce (MYNA-NUM-010 to 012)
     * @throws NumberInPurpose if somebody's number stands in it (MYNA-NUM-013)
     */
    <T> T permitted(Asking asking, Optional<NumberToken> about, Work<T> work) {
        Workbench bench = secrets.workbench();
        Purpose speakable = new Purpose("", "", "");
        try {
            Purposes.mustBeWellFormed(asking.purpose());
            noNumberIn(asking.purpose(), bench);
            speakable = asking.purpose();
            affairs.mustPermit(speakable.procedure(), asking.caller(), trail.legalDay());
            return transactions.run(connection -> {
                Told<T> told = work.in(connection, bench);
                audit.append(
                        connection,
                        trail.of(
                                asking.caller(),
                                asking.purpose(),
                                asking.operation(),
                                bench.subject(told.person()),
                                told.outcome()));
                return told.answer();
            });
        } catch (MynaException refused) {
            note(asking, speakable, subject(asking.caller(), about, bench), refused);
            throw refused;
        }
    }

    private void noNumberIn(Purpose purpose, Workbench bench) {
        List<MyNumber> numbers = Purposes.numbersIn(purpose);
        if (numbers.isEmpty()) return;
        List<Octets> indexes =
                numbers.stream().map(each -> new Octets(bench.sealing().index(each))).toList();
        boolean given = transactions.run(connection -> !Rows.used(connection, indexes).isEmpty());
        if (given) throw new NumberInPurpose();
    }

    /** That it could not be noted changes nothing about the refusal. */
    private void note(Asking asking, Purpose purpose, String subject, MynaException refused) {
        try {
            audit.append(
                    trail.of(
                            asking.caller(),
                            purpose,
                            asking.operation(),
                            subject,
                            refused.errorCode().code()));
        } catch (MynaException notNoted) {
            refused.addSuppressed(notNoted);
        }
    }

    private static String subject(
            Organisation caller, Optional<NumberToken> about, Workbench bench) {
        OptionalLong person =
                about.map(token -> bench.tokens().person(caller, token))
                        .orElseGet(OptionalLong::empty);
        return person.isPresent() ? bench.subject(person.getAsLong()) : NOBODY;
    }
}
