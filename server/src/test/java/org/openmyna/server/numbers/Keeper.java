package org.openmyna.server.numbers;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.audit.AuditSearch;
import org.openmyna.server.audit.RecordedEntry;
import org.openmyna.server.calls.Call;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.numbers.api.AssignedNumber;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.numbers.api.NumberService.Change;
import org.openmyna.server.numbers.api.NumberService.Reading;
import org.openmyna.server.numbers.api.NumberToken;
import org.openmyna.server.numbers.api.Purpose;

/** A keeper of numbers on a fresh database, for tests. */
final class Keeper implements AutoCloseable {
    static final Instant REAL = Instant.parse("2026-04-01T03:00:00Z");

    private final Database database = TemporaryDatabase.fresh();
    final DataSource tables = database.open("numbers", 12);
    private final AtomicInteger calls = new AtomicInteger();
    private final Path folder;
    private final NumberMode mode;
    private final Affairs affairs;
    private final UnaryOperator<Derivation> derivation;
    private Instant legal = Instant.parse("2026-04-01T00:00:00Z");
    OpenNumbers numbers;

    Keeper(Path folder) {
        this(folder, NumberMode.SANDBOX, Affairs.ofTheProgram(), UnaryOperator.identity());
    }

    Keeper(Path folder, NumberMode mode, Affairs affairs, UnaryOperator<Derivation> derivation) {
        this.folder = folder;
        this.mode = mode;
        this.affairs = affairs;
        this.derivation = derivation;
        this.numbers = opened(folder, mode);
    }

    /** Another keeper on the same database. */
    OpenNumbers opened(Path where, NumberMode as) {
        return OpenNumbers.open(
                tables,
                new OpenNumbers.Settings(
                        where,
                        as,
                        affairs,
                        () -> legal,
                        () -> REAL,
                        new SecureRandom(),
                        derivation));
    }

    void restart() {
        numbers.close();
        numbers = opened(folder, mode);
    }

    void itIs(String instant) {
        legal = Instant.parse(instant);
    }

    NumberService as(Organisation caller) {
        return numbers.desk(() -> caller);
    }

    Call call() {
        return new Call("call-" + calls.incrementAndGet(), REAL.plusSeconds(5));
    }

    static Purpose register() {
        return new Purpose("juki.register", "2026-1", "officer-1");
    }

    static List<ResidentRecordCode> codes(long seed, int count) {
        Random chance = new Random(seed);
        Set<ResidentRecordCode> codes = new LinkedHashSet<>();
        while (codes.size() < count) {
            codes.add(
                    ResidentRecordCode.withCheckDigit(
                            "%010d".formatted(chance.nextLong(10_000_000_000L))));
        }
        return List.copyOf(codes);
    }

    List<NumberToken> assigned(List<ResidentRecordCode> people) {
        return as(Organisation.RESIDENTS).assign(call(), people).stream()
                .map(AssignedNumber::token)
                .toList();
    }

    NumberToken assigned(ResidentRecordCode person) {
        return assigned(List.of(person)).getFirst();
    }

    MyNumber numberOf(NumberToken person) {
        return as(Organisation.RESIDENTS).reveal(call(), new Reading(person, register())).number();
    }

    MyNumber changed(NumberToken person) {
        as(Organisation.RESIDENTS).change(call(), new Change(person, false, register()));
        return numberOf(person);
    }

    List<RecordedEntry> log() {
        return numbers.accessLog().find(AuditSearch.all());
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = tables.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = tables.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) values.add(String.valueOf(row.getString(1)));
        }
        return values;
    }

    @Override
    public void close() {
        numbers.close();
        database.close();
    }
}
