package org.openmyna.trust.authority;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.openmyna.database.Database;
import org.openmyna.trust.authority.keys.Generations;
import org.openmyna.trust.authority.keys.KeyAlgorithm;
import org.openmyna.trust.authority.keys.KeyStorePassword;
import org.openmyna.trust.authority.keys.KeyVault;
import org.openmyna.trust.authority.keys.SerialCounter;
import org.openmyna.trust.authority.keys.SerialMode;
import org.openmyna.trust.authority.log.StatusInbox;
import org.openmyna.trust.authority.log.StatusLog;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.Hierarchy;

/**
 * J-LIS's two CAs over one database, with everything that is derived from their log. Any number of
 * programs may have the same database open.
 */
public final class Authorities implements AutoCloseable {
    private static final String ORGANISATION = "authority";
    private static final int CONNECTIONS = 10;
    private static final String VAULT = "keys";

    private final AuthoritySettings settings;
    private final StatusLog log;
    private final Engine engine;
    private final Ceremony ceremony;
    private final IssuingDesk desk;
    private final SerialCounter counter;
    private final SecureRandom random;
    private final Map<CaKind, CertificationAuthority> opened = new ConcurrentHashMap<>();

    private Authorities(
            DataSource database,
            KeyVault vault,
            AuthoritySettings settings,
            InstantSource legalTime,
            SecureRandom random) {
        StatusInbox inbox = new StatusInbox();
        LegalDates dates = new LegalDates(legalTime, lastDate(database, inbox));
        Generations generations = new Generations(database);
        new RestoredCounter(database).lift(generations.all());
        LogKey logKey = LogKey.of(database, vault);
        StatusLog log = new StatusLog(database, logKey.signer(), logKey.publicKey(), dates::now);
        StatusBooks books = new StatusBooks(database, log);
        LintedProfile profile = new LintedProfile(settings, vault);
        this.settings = settings;
        this.log = log;
        this.random = random;
        this.counter = new SerialCounter(database);
        this.engine =
                new Engine(
                        database,
                        settings,
                        generations,
                        dates,
                        new GroupCommit(new Transaction(database, inbox, dates), books::wake),
                        books);
        this.desk = new IssuingDesk(profile, dates, random);
        this.ceremony =
                new Ceremony(
                        database,
                        settings,
                        generations,
                        vault,
                        profile,
                        inbox,
                        dates,
                        random,
                        books::wake);
    }

    private static Instant lastDate(DataSource database, StatusInbox inbox) {
        try (Connection connection = database.getConnection()) {
            return inbox.lastDate(connection);
        } catch (SQLException failed) {
            throw new AuthorityDatabaseFailed(failed);
        }
    }

    /** As below, with the vault's password in a file beside the keys. */
    public static Authorities open(
            Database database,
            Path folder,
            AuthoritySettings settings,
            InstantSource legalTime,
            SecureRandom random) {
        return open(database, folder, settings, legalTime, random, KeyStorePassword.besideTheKey());
    }

    /**
     * Opens what is there; establishes nothing. Finishes nothing either: see {@link
     * CertificationAuthority#unfinished}.
     *
     * @param folder for the key vault, and for what can be made again: snapshots and lists
     * @throws SettingsDoNotFit if an authority in the database is of the other hierarchy
     *     (MYNA-AUT-007)
     * @throws AuthorityDatabaseFailed if the database refuses (MYNA-AUT-037)
     */
    public static Authorities open(
            Database database,
            Path folder,
            AuthoritySettings settings,
            InstantSource legalTime,
            SecureRandom random,
            KeyStorePassword password) {
        DataSource source = database.open(ORGANISATION, CONNECTIONS);
        KeyVault vault = KeyVault.pkcs12(folder.resolve(VAULT), password, random);
        var opened = new Authorities(source, vault, settings, legalTime, random);
        boolean done = false;
        try {
            for (CaKind kind : CaKind.values()) opened.mustFit(kind);
            done = true;
            return opened;
        } finally {
            if (!done) opened.close();
        }
    }

    private void mustFit(CaKind kind) {
        Optional<Hierarchy> there = ceremony.hierarchyOf(kind);
        if (there.isPresent() && there.get() != settings.hierarchy()) {
            throw new SettingsDoNotFit(kind.toString(), there.get().toString());
        }
    }

    /**
     * The first ceremony of a CA: makes its key and its self-signed certificate, which takes serial
     * 1. RSA-2048, serials by the counter.
     *
     * @throws AuthorityEstablished if it exists (MYNA-AUT-036)
     */
    public CertificationAuthority establish(CaKind kind, CeremonyNotes notes) {
        return establish(kind, KeyAlgorithm.RSA_2048, SerialMode.SEQUENTIAL, notes);
    }

    /**
     * @throws AuthorityEstablished if it exists (MYNA-AUT-036)
     * @throws AlgorithmNotForGenerations for another algorithm than RSA-2048 (MYNA-AUT-043)
     */
    public CertificationAuthority establish(
            CaKind kind, KeyAlgorithm algorithm, SerialMode serials, CeremonyNotes notes) {
        ceremony.establish(kind, algorithm, serials, notes);
        return authority(kind);
    }

    public boolean isEstablished(CaKind kind) {
        if (engine.generations().of(kind).isEmpty()) engine.generations().refresh();
        return !engine.generations().of(kind).isEmpty();
    }

    /**
     * @throws NoAuthorityHere if it was not established (MYNA-AUT-002)
     */
    public CertificationAuthority authority(CaKind kind) {
        if (!isEstablished(kind)) throw new NoAuthorityHere(kind.toString());
        return opened.computeIfAbsent(kind, this::facade);
    }

    private CertificationAuthority facade(CaKind kind) {
        var serials = new SerialBlocks(kind, counter, random, () -> engine.generations().refresh());
        return new CertificationAuthority(kind, engine, ceremony, desk, serials);
    }

    /** Opens a CA, or establishes it with nobody present: for laptops and tests. */
    public CertificationAuthority established(CaKind kind) {
        if (!isEstablished(kind)) {
            try {
                return establish(kind, CeremonyNotes.unattended());
            } catch (AuthorityEstablished byAnotherProgram) {
                engine.generations().refresh();
            }
        }
        return authority(kind);
    }

    /** The append-only status log, the one source of every status answer. */
    public StatusLog log() {
        return log;
    }

    /** Lets what is queued happen, and ends the threads. The database stays with its owner. */
    @Override
    public void close() {
        engine.writer().close();
    }
}
