package org.openmyna.server.numbers;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.audit.AuditEntry;
import org.openmyna.server.audit.AuditLog;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.numbers.Rows.Known;
import org.openmyna.server.numbers.Rows.NewNumber;
import org.openmyna.server.numbers.Rows.NewPerson;
import org.openmyna.server.numbers.Rows.Origin;
import org.openmyna.server.numbers.api.AssignedNumber;
import org.openmyna.server.numbers.api.NumberService.Adoption;

/** First numbers (Number Act art. 7 para. 1): for many people at once, or for a newborn. */
final class Assignments {
    static final int MOST = 10_000;

    static final String ASSIGN = "ASSIGN";

    private static final int MOST_DRAWS = 1_000;

    private final Transactions transactions;
    private final Secrets secrets;
    private final AuditLog audit;
    private final Trail trail;

    /** Somebody who is asked for. */
    private record Asked(ResidentRecordCode code, Octets index) {}

    /** Somebody new, with the id that he or she will have. */
    private record Entrant(Asked asked, long person) {}

    /** The number that a draw gave. */
    private record Drawn(Entrant entrant, int draw, MyNumber number, Octets index) {}

    /** What is written of somebody new. */
    private record Written(NewPerson person, NewNumber number) {
        Written of(Origin origin) {
            return new Written(
                    person,
                    new NewNumber(
                            number.index(),
                            number.person(),
                            number.number(),
                            number.draw(),
                            number.changes(),
                            origin,
                            number.byCall()));
        }
    }

    Assignments(Transactions transactions, Secrets secrets, AuditLog audit, Trail trail) {
        this.transactions = transactions;
        this.secrets = secrets;
        this.audit = audit;
        this.trail = trail;
    }

    /**
     * Numbers for those who have none; in the same order.
     *
     * @throws TooManyAtOnce for more than 10,000 people (MYNA-NUM-020)
     */
    List<AssignedNumber> assign(Organisation caller, List<ResidentRecordCode> people) {
        if (people.isEmpty()) return List.of();
        if (people.size() > MOST) throw new TooManyAtOnce(MOST);
        List<Asked> asked = Parallel.map(people, secrets::workbench, Assignments::asked);
        Map<Octets, Known> known =
                transactions.run(connection -> assigned(connection, caller, asked));
        return Parallel.map(
                asked,
                secrets::workbench,
                (bench, each) -> {
                    Known one = known(known, each);
                    return new AssignedNumber(
                            bench.tokens().of(caller, one.person()), one.changes());
                });
    }

    private static Asked asked(Workbench bench, ResidentRecordCode code) {
        return new Asked(code, new Octets(bench.sealing().index(code)));
    }

    private static Known known(Map<Octets, Known> known, Asked asked) {
        Known found = known.get(asked.index());
        if (found == null) throw new IllegalStateException("somebody was left without a number");
        return found;
    }

    private Map<Octets, Known> assigned(
            Connection connection, Organisation caller, List<Asked> asked) throws SQLException {
        byIndexAlone(connection);
        Map<Octets, Known> known =
                Rows.byCode(connection, asked.stream().map(Asked::index).toList());
        List<Asked> fresh = without(known, asked);
        if (fresh.isEmpty()) return known;
        List<Drawn> drawn = drawn(connection, fresh);
        List<Written> written = Parallel.map(drawn, secrets::workbench, Assignments::written);
        Rows.addPeople(connection, written.stream().map(Written::person).toList());
        Instant legal = trail.legalNow();
        Rows.addNumbers(
                connection, written.stream().map(Written::number).toList(), legal, trail.realNow());
        mustNotBeFormer(connection, fresh);
        audit.append(connection, noted(caller, drawn));
        for (Drawn each : drawn)
            known.put(each.entrant().asked().index(), new Known(each.entrant().person(), 0));
        return known;
    }

    /** One entry for a call: about the first, whose group the others are of. */
    private AuditEntry noted(Organisation caller, List<Drawn> drawn) {
        long first = Rows.firstOfGroup(drawn.getFirst().entrant().person());
        String subject = secrets.workbench().subject(first);
        String outcome = drawn.size() == 1 ? AuditEntry.DONE : AuditEntry.DONE + " " + drawn.size();
        return trail.act(caller, ASSIGN, subject, outcome);
    }

    /** Plans made while the tables were small must not read all of them when they are large. */
    private static void byIndexAlone(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL enable_seqscan = off");
        }
    }

    /** Each of them once, in an order in which two calls do not wait for each other in a ring. */
    private static List<Asked> without(Map<Octets, Known> known, List<Asked> asked) {
        Map<Octets, Asked> fresh = new LinkedHashMap<>();
        for (Asked each : asked) {
            if (!known.containsKey(each.index())) fresh.put(each.index(), each);
        }
        return fresh.values().stream()
                .sorted(Comparator.comparing(each -> each.index().value(), Arrays::compareUnsigned))
                .toList();
    }

    /** A first draw for each; whoever's clashes with a number that was ever used draws again. */
    private List<Drawn> drawn(Connection connection, List<Asked> fresh) throws SQLException {
        long first = Rows.newGroup(connection);
        List<Entrant> open = new ArrayList<>();
        for (Asked each : fresh) open.add(new Entrant(each, first + open.size()));
        List<Drawn> done = new ArrayList<>();
        Set<Octets> taken = new HashSet<>();
        for (int draw = 0; !open.isEmpty(); draw++) {
            if (draw == MOST_DRAWS) throw new NumbersRunOut();
            int present = draw;
            List<Drawn> tried =
                    Parallel.map(
                            open, secrets::workbench, (bench, each) -> draw(bench, each, present));
            taken.addAll(Rows.used(connection, tried.stream().map(Drawn::index).toList()));
            open = new ArrayList<>();
            for (Drawn each : tried) {
                if (taken.add(each.index())) done.add(each);
                else open.add(each.entrant());
            }
        }
        return done;
    }

    private static Drawn draw(Workbench bench, Entrant entrant, int draw) {
        MyNumber number = bench.number(entrant.asked().code(), draw);
        return new Drawn(entrant, draw, number, new Octets(bench.sealing().index(number)));
    }

    private static Written written(Workbench bench, Drawn drawn) {
        long person = drawn.entrant().person();
        Asked asked = drawn.entrant().asked();
        Sealing sealing = bench.sealing();
        return new Written(
                new NewPerson(person, asked.index().value(), sealing.seal(asked.code(), person)),
                new NewNumber(
                        drawn.index().value(),
                        person,
                        sealing.seal(drawn.number(), person),
                        drawn.draw(),
                        0,
                        Origin.ASSIGNED,
                        Optional.empty()));
    }

    /** A code that somebody gave up while this transaction began is not given to another. */
    private static void mustNotBeFormer(Connection connection, List<Asked> fresh)
            throws SQLException {
        if (Rows.isAnyFormer(connection, fresh.stream().map(Asked::index).toList())) {
            throw Transactions.metAnother();
        }
    }

    /**
     * Keeps a number that was given elsewhere.
     *
     * @throws NotATestNumber if the sandbox is to keep another (MYNA-NUM-005)
     * @throws HasAnotherNumber if the person has one (MYNA-NUM-004)
     * @throws NumberTaken if it is or was another's (MYNA-NUM-003)
     */
    AssignedNumber adopt(Organisation caller, Adoption order) {
        if (secrets.mode() == NumberMode.SANDBOX && !order.number().digits().startsWith("9")) {
            throw new NotATestNumber();
        }
        Workbench bench = secrets.workbench();
        Asked asked = asked(bench, order.person());
        Octets index = new Octets(bench.sealing().index(order.number()));
        return transactions.run(connection -> {
            Known known = Rows.byCode(connection, List.of(asked.index())).get(asked.index());
            if (known != null) return kept(connection, bench, caller, known, index);
            if (!Rows.used(connection, List.of(index)).isEmpty()) throw new NumberTaken();
            Entrant entrant = new Entrant(asked, Rows.newGroup(connection));
            Written made =
                    written(bench, new Drawn(entrant, 0, order.number(), index)).of(Origin.ADOPTED);
            Rows.addPeople(connection, List.of(made.person()));
            Rows.addNumbers(connection, List.of(made.number()), trail.legalNow(), trail.realNow());
            mustNotBeFormer(connection, List.of(asked));
            String subject = bench.subject(entrant.person());
            audit.append(connection, trail.act(caller, "ADOPT", subject, AuditEntry.DONE));
            return new AssignedNumber(bench.tokens().of(caller, entrant.person()), 0);
        });
    }

    /** The same number again is the same outcome. */
    private static AssignedNumber kept(
            Connection connection,
            Workbench bench,
            Organisation caller,
            Known known,
            Octets adopted)
            throws SQLException {
        boolean same =
                Rows.inUse(connection, known.person())
                        .filter(row -> new Octets(row.index()).equals(adopted))
                        .isPresent();
        if (!same) throw new HasAnotherNumber();
        return new AssignedNumber(bench.tokens().of(caller, known.person()), known.changes());
    }
}
