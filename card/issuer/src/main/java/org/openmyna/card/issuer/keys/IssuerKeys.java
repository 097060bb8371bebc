package org.openmyna.card.issuer.keys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.openmyna.card.issuer.channel.CardKeys;
import org.openmyna.card.protocol.CardFileMalformed;
import org.openmyna.card.protocol.CvCertificate;
import org.openmyna.card.protocol.KeyId;
import org.openmyna.card.reader.TrustedCvAuthorities;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.trust.authority.HolderId;

/**
 * The issuer's own test keys, in a folder that its owner alone can read: the authorities of the
 * card-verifiable certificates, a key for each municipality (made when it is first asked for), and
 * the master key of the issuer channel. One program at a time has the folder open; within it, any
 * thread may ask.
 */
public final class IssuerKeys implements AutoCloseable {
    /** Written last: with it the keys exist. Public, for readers. */
    private static final String AUTHORITIES = "cv-authorities";

    private static final String MASTER = "scp03-master.p12";
    private static final String ACTS = "acts";
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final List<CvAuthority> FOR_READERS =
            List.of(CvAuthority.FORM_INPUT, CvAuthority.CARD_FACE, CvAuthority.CARD_MANAGER);

    private final LockedFolder folder;
    private final Safe safe;
    private final byte[] master;
    private final HolderNames holders;
    private final List<CvCertificate> authorities;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<MunicipalityCode, MunicipalityKeys> municipalities = new HashMap<>();
    private final Map<CvAuthority, RsaSigner> signers = new EnumMap<>(CvAuthority.class);
    private final ActNotes acts;
    private boolean closed;

    private IssuerKeys(
            LockedFolder folder, Safe safe, byte[] master, List<CvCertificate> authorities) {
        this.folder = folder;
        this.safe = safe;
        this.master = master;
        this.holders = HolderNames.under(master);
        this.authorities = authorities;
        this.acts = new ActNotes(folder.file(ACTS));
    }

    /**
     * Opens the keys, or makes them where there are none; waits while another program has them.
     *
     * @throws IssuerKeysInUse if it has them for longer than that (MYNA-ISS-012)
     */
    public static IssuerKeys openOrEstablish(
            Path directory, SecureRandom random, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return existIn(directory) ? open(directory, random) : establish(directory, random);
            } catch (IssuerKeysInUse byAnother) {
                if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                    throw byAnother;
                }
            } catch (IssuerKeysNotFree perhapsMadeMeanwhile) {
                if (!existIn(directory)) throw perhapsMadeMeanwhile;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Whether keys were made here, to the end. */
    public static boolean existIn(Path directory) {
        return Files.isRegularFile(directory.resolve(AUTHORITIES));
    }

    /**
     * Makes the keys. A folder in which a kill ended an earlier try is taken over.
     *
     * @param directory new, or empty
     * @throws IssuerKeysNotFree if something else is there, or keys are (MYNA-ISS-010)
     */
    public static IssuerKeys establish(Path directory, SecureRandom random) {
        try {
            OwnerOnly.createDirectories(directory);
            mustBeFree(directory);
            try (LockedFolder folder = LockedFolder.enter(directory)) {
                if (existIn(directory)) throw new IssuerKeysNotFree(directory.toString());
                make(folder, random);
            }
        } catch (IOException unwritable) {
            throw new IssuerKeysNotReadable(directory.toString(), unwritable);
        }
        return open(directory, random);
    }

    private static void mustBeFree(Path directory) throws IOException {
        try (Stream<Path> there = Files.list(directory)) {
            boolean ours =
                    there.map(file -> file.getFileName().toString())
                            .map(name -> name.replaceFirst("\\.new$", ""))
                            .allMatch(IssuerKeys::isOfAnEarlierTry);
            if (!ours) throw new IssuerKeysNotFree(directory.toString());
        }
    }

    private static boolean isOfAnEarlierTry(String name) {
        return List.of("lock", Safe.PASSWORD, MASTER, AUTHORITIES).contains(name)
                || Arrays.stream(CvAuthority.values()).anyMatch(each -> each.file().equals(name));
    }

    private static void make(LockedFolder folder, SecureRandom random) throws IOException {
        Safe safe = new Safe(folder, random);
        safe.drawPassword();
        char[] password = safe.password();
        try {
            new MasterKeyFile(folder.file(MASTER)).make(random, password);
        } finally {
            Arrays.fill(password, '\0');
        }
        var export = new ByteArrayOutputStream();
        for (CvAuthority each : CvAuthority.values()) {
            KeyPair pair = safe.makeKey(each.file());
            if (!FOR_READERS.contains(each)) continue;
            var signer = new RsaSigner(pair);
            export.writeBytes(
                    CvCertificate.signed(each.id(), each.id(), signer.publicKey(), signer)
                            .encode());
        }
        OwnerOnly.write(folder.file(AUTHORITIES), export.toByteArray());
    }

    /**
     * Opens keys that were made before.
     *
     * @throws NoIssuerKeysHere if there are none (MYNA-ISS-011)
     * @throws IssuerKeysInUse if they are open (MYNA-ISS-012)
     * @throws IssuerKeysUnusable if a file is damaged (MYNA-ISS-013)
     */
    public static IssuerKeys open(Path directory, SecureRandom random) {
        if (!existIn(directory)) throw new NoIssuerKeysHere(directory.toString());
        LockedFolder folder = enter(directory);
        boolean done = false;
        try {
            List<CvCertificate> authorities = authoritiesOf(directory);
            Safe safe = new Safe(folder, random);
            byte[] master = master(folder, safe);
            done = true;
            return new IssuerKeys(folder, safe, master, authorities);
        } catch (IOException unreadable) {
            throw new IssuerKeysNotReadable(directory.toString(), unreadable);
        } finally {
            if (!done) folder.close();
        }
    }

    private static byte[] master(LockedFolder folder, Safe safe) throws IOException {
        char[] password = safe.password();
        try {
            return new MasterKeyFile(folder.file(MASTER)).load(password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static LockedFolder enter(Path directory) {
        try {
            return LockedFolder.enter(directory);
        } catch (IOException unwritable) {
            throw new IssuerKeysNotReadable(directory.toString(), unwritable);
        }
    }

    /**
     * What a reader needs to check cards of this issuer: the three authorities, each as a
     * certificate that it signed for itself. The folder need not be open, nor free.
     *
     * @throws NoIssuerKeysHere if there are none (MYNA-ISS-011)
     * @throws IssuerKeysUnusable if the file is damaged (MYNA-ISS-013)
     */
    public static List<CvCertificate> authoritiesOf(Path directory) {
        if (!existIn(directory)) throw new NoIssuerKeysHere(directory.toString());
        Path file = directory.resolve(AUTHORITIES);
        try {
            byte[] export = Files.readAllBytes(file);
            List<CvCertificate> found = new ArrayList<>();
            for (int at = 0; at < export.length; at += CvCertificate.LENGTH) {
                int end = Math.min(at + CvCertificate.LENGTH, export.length);
                CvCertificate each = CvCertificate.decode(Arrays.copyOfRange(export, at, end));
                if (!each.isSignedBy(each.publicKey())) throw damaged(file);
                found.add(each);
            }
            List<KeyId> ids = found.stream().map(CvCertificate::subject).toList();
            if (!ids.equals(FOR_READERS.stream().map(CvAuthority::id).toList())) {
                throw damaged(file);
            }
            return List.copyOf(found);
        } catch (CardFileMalformed damaged) {
            throw damaged(file);
        } catch (IOException unreadable) {
            throw new IssuerKeysNotReadable(file.toString(), unreadable);
        }
    }

    private static IssuerKeysUnusable damaged(Path file) {
        return new IssuerKeysUnusable(file.toString(), "not the three authorities");
    }

    /** The three authorities, each as a certificate that it signed for itself. */
    public List<CvCertificate> authorities() {
        return authorities;
    }

    /**
     * For readers: the authorities of official test cards and those of this folder, which need not
     * be open.
     *
     * @throws NoIssuerKeysHere if there are none (MYNA-ISS-011)
     * @throws IssuerKeysUnusable if the file is damaged (MYNA-ISS-013)
     */
    public static TrustedCvAuthorities trustedBy(Path directory) {
        TrustedCvAuthorities trusted = TrustedCvAuthorities.test();
        List<CvCertificate> found = authoritiesOf(directory);
        for (CvAuthority each : FOR_READERS) {
            CvCertificate certificate = found.get(FOR_READERS.indexOf(each));
            trusted = trusted.and(each.application(), each.id(), certificate.publicKey());
        }
        return trusted;
    }

    /** Object 0042: the issuer of the card (our choice: the authority of the card manager). */
    public KeyId issuerId() {
        return CvAuthority.CARD_MANAGER.id();
    }

    /**
     * The keys of the issuer channel for the card with this identification number (0045).
     *
     * @throws IllegalStateException if these are closed: of a wiped master key anybody knows the
     *     keys
     */
    public CardKeys cardKeys(byte[] cardNumber) {
        lock.lock();
        try {
            if (closed) throw new IllegalStateException("these issuer keys are closed");
            return CardKeys.derive(master, cardNumber);
        } finally {
            lock.unlock();
        }
    }

    /** How the authorities know a person, see {@link HolderNames}. */
    public HolderId holder(ResidentRecordCode code) {
        return holders.of(code);
    }

    /** The same for when the folder is closed. */
    public HolderNames holderNames() {
        return holders;
    }

    /**
     * A name that follows from a value under the master key, see {@link OpaqueName}.
     *
     * @param use keeps names for different uses apart
     */
    public String opaque(String use, String value) {
        lock.lock();
        try {
            if (closed) throw new IllegalStateException("these issuer keys are closed");
            return OpaqueName.of(master, use, value);
        } finally {
            lock.unlock();
        }
    }

    /** What acts on cards in use note about themselves. */
    public ActNotes acts() {
        return acts;
    }

    /** A municipality's key and its certificates; the key is made at the first call, for good. */
    public MunicipalityKeys municipality(MunicipalityCode code) {
        lock.lock();
        try {
            MunicipalityKeys known = municipalities.get(code);
            if (known != null) return known;
            MunicipalityKeys made = certified(code);
            municipalities.put(code, made);
            return made;
        } catch (IOException unreadable) {
            throw new IssuerKeysNotReadable(fileOf(code), unreadable);
        } finally {
            lock.unlock();
        }
    }

    private MunicipalityKeys certified(MunicipalityCode code) throws IOException {
        String file = fileOf(code);
        KeyPair pair = Files.exists(folder.file(file)) ? safe.loadKey(file) : safe.makeKey(file);
        var signer = new RsaSigner(pair);
        KeyId id = KeyId.of("6" + code.fiveDigits() + "9/001");
        RsaSigner intermediate = signer(CvAuthority.INTERMEDIATE);
        return new MunicipalityKeys(
                id,
                signer,
                certificate(CvAuthority.FORM_INPUT, id, signer.publicKey()),
                certificate(CvAuthority.CARD_FACE, id, signer.publicKey()),
                certificate(
                        CvAuthority.CARD_MANAGER,
                        CvAuthority.INTERMEDIATE.id(),
                        intermediate.publicKey()),
                certificate(CvAuthority.INTERMEDIATE, id, signer.publicKey()));
    }

    private CvCertificate certificate(CvAuthority authority, KeyId subject, RSAPublicKey key)
            throws IOException {
        return CvCertificate.signed(authority.id(), subject, key, signer(authority));
    }

    private RsaSigner signer(CvAuthority authority) throws IOException {
        RsaSigner known = signers.get(authority);
        if (known != null) return known;
        var loaded = new RsaSigner(safe.loadKey(authority.file()));
        mustBeTheExported(authority, loaded.publicKey());
        signers.put(authority, loaded);
        return loaded;
    }

    private void mustBeTheExported(CvAuthority authority, RSAPublicKey key) {
        int at = FOR_READERS.indexOf(authority);
        if (at >= 0 && !authorities.get(at).publicKey().getModulus().equals(key.getModulus())) {
            throw new IssuerKeysUnusable(
                    folder.file(authority.file()).toString(), "not the key of " + AUTHORITIES);
        }
    }

    private static String fileOf(MunicipalityCode code) {
        return "municipality-" + code.fiveDigits() + ".key";
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            Arrays.fill(master, (byte) 0);
        } finally {
            lock.unlock();
        }
        folder.close();
    }
}
