package org.openmyna.server.numbers;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.openmyna.server.audit.AuditLog;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.numbers.api.NumberService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keeper of numbers, at work: its database, its keys, its access log.
 *
 * <p>Its folder is for its owner alone. Whoever loses it can read no number any more; whoever has
 * it and a copy of the database can read all.
 */
public final class OpenNumbers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenNumbers.class);

    private final Transactions transactions;
    private final Founding founding;
    private final Secrets secrets;
    private final Affairs affairs;
    private final AuditLog audit;
    private final Trail trail;
    private final AutoCloseable work;

    /** What it is opened with. */
    record Settings(
            Path folder,
            NumberMode mode,
            Affairs affairs,
            InstantSource legalTime,
            InstantSource realTime,
            SecureRandom random,
            UnaryOperator<Derivation> derivation) {}

    private OpenNumbers(DataSource database, Settings settings) {
        this.transactions = new Transactions(database);
        this.founding =
                new Founding(new KeyFile(settings.folder()), settings.mode(), settings.random());
        this.secrets =
                new Secrets(
                        transactions.run(founding::keys),
                        settings.mode(),
                        settings.random(),
                        settings.derivation());
        this.affairs = settings.affairs();
        this.audit =
                new AuditLog(database, settings.folder(), settings.random(), settings.realTime());
        this.trail = new Trail(settings.legalTime(), settings.realTime());
        this.work = audit.start();
    }

    /**
     * @param database schema {@code numbers}
     * @param folder of the keys, which are made at the first start
     * @throws OtherMode and others if mode, keys and database do not belong together (MYNA-NUM-014
     *     to 017)
     */
    public static OpenNumbers open(
            DataSource database, Path folder, NumberMode mode, InstantSource legalTime) {
        return open(
                database,
                new Settings(
                        folder,
                        mode,
                        Affairs.ofTheProgram(),
                        legalTime,
                        Instant::now,
                        new SecureRandom(),
                        UnaryOperator.identity()));
    }

    static OpenNumbers open(DataSource database, Settings settings) {
        return new OpenNumbers(database, settings);
    }

    /** The desk, for callers of which the supplier tells who is calling. */
    NumberService desk(Supplier<Organisation> caller) {
        Guard guard = new Guard(affairs, transactions, secrets, audit, trail);
        return new NumberDesk(
                caller,
                affairs,
                new Assignments(transactions, secrets, audit, trail),
                new CodeChanges(transactions, secrets, audit, trail),
                new Changes(guard, trail),
                new Readings(guard),
                new CorporateNumbers(transactions, secrets.mode(), audit, trail, secrets.random()));
    }

    /** Who read and changed what. */
    public AuditLog accessLog() {
        return audit;
    }

    /**
     * A new key encrypts from now on, and everything that older ones encrypted is encrypted again.
     * A copy of the folder must be taken afterwards.
     *
     * @return how many rows were encrypted again
     */
    public long rotateEncryptionKey() {
        secrets.use(transactions.run(founding::rotated));
        return new Resealing(transactions, secrets).all();
    }

    @Override
    public void close() {
        try {
            work.close();
        } catch (Exception failure) {
            // what is still in the inbox is moved by the next start
            LOG.warn("the access log did not end well: {}", failure.toString());
        }
    }
}
