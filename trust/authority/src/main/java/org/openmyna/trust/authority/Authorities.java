package org.openmyna.trust.authority;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openmyna.database.Database;
import org.openmyna.trust.authority.crl.RevocationListPublisher;
import org.openmyna.trust.authority.keys.Generations;
import org.openmyna.trust.authority.keys.KeyAlgorithm;
import org.openmyna.trust.authority.keys.KeyStorePassword;
import org.openmyna.trust.authority.keys.SerialMode;
import org.openmyna.trust.authority.log.StatusLog;
import org.openmyna.trust.authority.ocsp.OcspResponder;
import org.openmyna.trust.authority.ocsp.VerifierRegister;
import org.openmyna.trust.authority.status.StatusFollower;
import org.openmyna.trust.authority.status.StatusIndex;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.Hierarchy;

/**
 * J-LIS's two CAs over one database, with everything that is derived from their log. Any number of
 * programs may have the same database open.
 */
public final class Authorities implements AutoCloseable {
    private final Parts parts;
    private final Map<CaKind, CertificationAuthority> opened = new ConcurrentHashMap<>();

    private Authorities(Parts parts) {
        this.parts = parts;
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
     * Opens what is there; establishes nothing, and finishes nothing: see {@link
     * CertificationAuthority#unfinished}.
     *
     * @param folder for the key vault, and for what can be made again: snapshots and lists
     * @throws SettingsDoNotFit if an authority in the database is of the other hierarchy
     *     (MYNA-AUT-007)
     * @throws VaultOfAnotherDatabase if the folder belongs to another database (MYNA-AUT-044)
     * @throws AuthorityDatabaseFailed if the database refuses (MYNA-AUT-037)
     */
    public static Authorities open(
            Database database,
            Path folder,
            AuthoritySettings settings,
            InstantSource legalTime,
            SecureRandom random,
            KeyStorePassword password) {
        return checked(Parts.writing(database, folder, settings, legalTime, random, password));
    }

    /**
     * On a machine that can only read the database: OCSP, index and log. Whatever would change
     * something fails.
     *
     * @param folder holds a copy of the authority's {@code responder.secret}; snapshots go there
     * @throws NoAuthorityHere if nobody opened the database for writing yet (MYNA-AUT-002)
     * @throws org.openmyna.trust.authority.ocsp.SecretUnusable if the secret is missing
     *     (MYNA-OCS-002)
     */
    public static Authorities reading(
            Database database,
            Path folder,
            AuthoritySettings settings,
            InstantSource legalTime,
            SecureRandom random) {
        return checked(Parts.reading(database, folder, settings, legalTime, random));
    }

    private static Authorities checked(Parts parts) {
        var opened = new Authorities(parts);
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
        Optional<Hierarchy> there = parts.ceremony().hierarchyOf(kind);
        if (there.isPresent() && there.get() != parts.engine().settings().hierarchy()) {
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
        parts.ceremony().establish(kind, algorithm, serials, notes);
        return authority(kind);
    }

    public boolean isEstablished(CaKind kind) {
        if (generations().of(kind).isEmpty()) generations().refresh();
        return !generations().of(kind).isEmpty();
    }

    /**
     * @throws NoAuthorityHere if it was not established (MYNA-AUT-002)
     */
    public CertificationAuthority authority(CaKind kind) {
        if (!isEstablished(kind)) throw new NoAuthorityHere(kind.toString());
        return opened.computeIfAbsent(kind, each -> new CertificationAuthority(each, parts));
    }

    /** Opens a CA, or establishes it with nobody present: for laptops and tests. */
    public CertificationAuthority established(CaKind kind) {
        if (!isEstablished(kind)) {
            try {
                return establish(kind, CeremonyNotes.unattended());
            } catch (AuthorityEstablished byAnotherProgram) {
                generations().refresh();
            }
        }
        return authority(kind);
    }

    /** The key generations of both CAs. */
    public Generations generations() {
        return parts.engine().generations();
    }

    /** The append-only status log, the one source of every status answer. */
    public StatusLog log() {
        return parts.engine().books().log();
    }

    /** The status of every certificate in memory, as far as it has followed the log. */
    public StatusIndex index() {
        return parts.engine().books().index();
    }

    /** Keeps the index where the log is. */
    public StatusFollower follower() {
        return parts.engine().books().follower();
    }

    /** Answers OCSP requests, from the index. */
    public OcspResponder ocsp() {
        return parts.ocsp();
    }

    /** Publishes revocation lists. */
    public RevocationListPublisher lists() {
        return parts.lists();
    }

    /** The minister's approval register. */
    public VerifierRegister verifiers() {
        return parts.verifiers();
    }

    /**
     * Starts all background work: the sequencer of the log, the index behind it, the rotation of
     * responders, the lists of each day. On a machine that only reads: index and responders.
     *
     * @return ends it
     */
    public AutoCloseable start() {
        return parts.start();
    }

    /** Lets what is queued happen, and ends the writer. The database stays with its owner. */
    @Override
    public void close() {
        parts.engine().writer().close();
    }
}
