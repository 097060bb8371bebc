package org.openmyna.trust.authority.ocsp;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.keys.Generations;
import org.openmyna.trust.authority.log.Sha256;
import org.openmyna.trust.authority.log.StatusEvent;
import org.openmyna.trust.authority.log.StatusInbox;
import org.openmyna.trust.profile.CertificateSerial;

/**
 * The delegated keys that sign answers (RFC 6960 4.2.2.2), one for each key generation, shared by
 * all machines through the database. Whoever can reach the vault makes the next one when a third of
 * the life of the present one is left, or when legal time has left it altogether; whoever cannot
 * finds it in the database. Of several programs one makes it, under a lock of the database.
 */
public final class Responders {
    private static final System.Logger LOG = System.getLogger(Responders.class.getName());
    private static final String LOCK = "SELECT pg_advisory_xact_lock(?, ?)";

    /** The letters OCS. */
    private static final int LOCK_CLASS = 0x4F4353;

    private static final int SECONDS_TO_WAIT = 5;

    private final DataSource database;
    private final Generations generations;
    private final ResponderSecret secret;
    private final Optional<ResponderMaker> maker;
    private final ReentrantLock changing = new ReentrantLock();

    /** Those that are sealed under another secret are told of once. */
    private final Set<CertificateSerial> toldSealed = new HashSet<>();

    private volatile Present present = new Present(Map.of());

    /**
     * What is in use; also what kept answers are bound to: one of another time is not given out.
     */
    private record Present(Map<Short, Responder> byGeneration) {}

    private Responders(
            DataSource database,
            Generations generations,
            ResponderSecret secret,
            Optional<ResponderMaker> maker) {
        this.database = database;
        this.generations = generations;
        this.secret = secret;
        this.maker = maker;
    }

    /**
     * Where the vault is.
     *
     * @param secretFile what seals the keys in the database; made if it is missing. Responders
     *     sealed under another are left to end, and others are made at once, with a warning
     * @throws SecretUnusable if it is not what was made, or open to others (MYNA-OCS-002)
     */
    public static Responders making(
            DataSource database,
            Generations generations,
            Path secretFile,
            ResponderMaker maker,
            SecureRandom random) {
        return new Responders(
                database,
                generations,
                ResponderSecret.in(secretFile, true, random),
                Optional.of(maker));
    }

    /**
     * On a machine that only reads the database.
     *
     * @param secretFile a copy of the authority's
     * @throws SecretUnusable if it is missing, not what was made, or open to others (MYNA-OCS-002)
     */
    public static Responders reading(
            DataSource database, Generations generations, Path secretFile, SecureRandom random) {
        return new Responders(
                database,
                generations,
                ResponderSecret.in(secretFile, false, random),
                Optional.empty());
    }

    /** Changes, by identity, whenever a responder does. */
    Object epoch() {
        return present;
    }

    /** When the certificates in use end, by generation. */
    Map<Short, Instant> ends() {
        Map<Short, Instant> ends = new HashMap<>();
        present.byGeneration().forEach((id, responder) -> ends.put(id, responder.notAfter()));
        return ends;
    }

    /**
     * The one to sign with now; a missing one is looked for, or made, before this returns.
     *
     * @return empty if there is none and none can be made
     */
    Optional<Responder> usable(Generation generation, Instant now) {
        Responder here = here(generation.id());
        if (here != null && here.isValidAt(now)) {
            return Optional.of(here);
        }
        if (generation.certificate().notAfter().isBefore(now)) {
            return Optional.empty();
        }
        if (enter()) {
            try {
                Responder meanwhile = here(generation.id());
                if (meanwhile == null || !meanwhile.isValidAt(now)) {
                    renew(List.of(generation), now);
                }
            } finally {
                changing.unlock();
            }
        }
        return Optional.ofNullable(here(generation.id())).filter(found -> found.isValidAt(now));
    }

    /** Whoever waits too long for another's look has no responder for now. */
    private boolean enter() {
        try {
            return changing.tryLock(SECONDS_TO_WAIT, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private @Nullable Responder here(short generation) {
        return present.byGeneration().get(generation);
    }

    /**
     * Takes over what others made, and makes what is due. Whoever asks for a responder meanwhile
     * gets the old one while it is valid.
     */
    void refresh(Instant now) {
        if (changing.tryLock()) {
            try {
                renew(generations.all(), now);
            } finally {
                changing.unlock();
            }
        }
    }

    private void renew(List<Generation> wanted, Instant now) {
        try (Connection connection = database.getConnection()) {
            takeOver(ResponderRow.validAt(connection, now));
            if (maker.isPresent()) {
                for (Generation generation : wanted) {
                    if (isDue(generation, now)) {
                        make(connection, maker.get(), generation, now);
                    }
                }
            }
        } catch (SQLException failed) {
            throw new OcspDatabaseFailed(failed);
        }
    }

    private boolean isDue(Generation generation, Instant now) {
        Responder here = here(generation.id());
        boolean over = generation.certificate().notAfter().isBefore(now);
        return !over && (here == null || here.isDueForRotation(generation, now));
    }

    private void takeOver(List<ResponderRow> rows) {
        Map<Short, Responder> fresh = new HashMap<>(present.byGeneration());
        Map<Short, List<ResponderRow>> byGeneration =
                rows.stream().collect(Collectors.groupingBy(ResponderRow::generation));
        Set<Short> sealed = new TreeSet<>();
        byGeneration.forEach((generation, ofIt) -> {
            Responder best = best(ofIt, fresh.get(generation));
            if (best == null) {
                sealed.add(generation);
            } else {
                fresh.put(generation, best);
            }
        });
        if (!fresh.equals(present.byGeneration())) {
            present = new Present(Map.copyOf(fresh));
        }
        if (!sealed.isEmpty() && maker.isEmpty()) {
            throw new ResponderKeySealed(sealed.iterator().next());
        }
    }

    /**
     * The first that this secret opens. A secret that was lost is made anew where there is a vault:
     * what was sealed under the old one is then of no use, and another responder is made.
     */
    private @Nullable Responder best(List<ResponderRow> rows, @Nullable Responder here) {
        for (ResponderRow row : rows) {
            if (here != null && here.serial().equals(row.serial())) return here;
            try {
                return Responder.open(row, secret);
            } catch (ResponderKeySealed otherwise) {
                if (maker.isPresent() && toldSealed.add(row.serial())) {
                    LOG.log(System.Logger.Level.WARNING, otherwise.getMessage());
                }
            }
        }
        return null;
    }

    /** Another program may have made one while we waited for the lock. */
    private void make(
            Connection connection, ResponderMaker making, Generation generation, Instant now)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            lock(connection, generation.id());
            takeOver(ResponderRow.validAt(connection, now));
            if (isDue(generation, now)) {
                ResponderRow made = making.make(generation, now, secret);
                made.insert(connection);
                log(connection, made, now);
                ResponderRow.emptyEnded(connection, generation.id(), now);
                connection.commit();
                takeOver(List.of(made));
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Like all that a CA signs, a responder's certificate stands in the log; it is of no point. */
    private static void log(Connection connection, ResponderRow made, Instant now)
            throws SQLException {
        StatusInbox inbox = new StatusInbox();
        Instant date = inbox.lockClock(connection, now);
        inbox.put(
                connection,
                date,
                List.of(
                        event(
                                StatusEvent.Kind.CERTIFIED,
                                made,
                                Optional.of(Sha256.of(made.certificate()))),
                        event(StatusEvent.Kind.ACTIVATED, made, Optional.empty())));
    }

    private static StatusEvent event(
            StatusEvent.Kind kind, ResponderRow made, Optional<byte[]> content) {
        return new StatusEvent(
                kind,
                made.generation(),
                made.serial(),
                Optional.empty(),
                StatusEvent.NO_POINT,
                made.notAfter(),
                content);
    }

    private static void lock(Connection connection, short generation) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setInt(1, LOCK_CLASS);
            lock.setInt(2, generation);
            lock.execute();
        }
    }
}
