package org.openmyna.server.house;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The CA of the house: EC P-256, its files in one folder of the data folder. It issues what
 * machines show each other and has nothing to do with JPKI; its time is real time.
 */
public final class HouseCa {
    private static final String CA_FILE = "house-ca.p12";
    private static final String SERVER_FILE = "server.p12";
    private static final Duration CA_LIFE = Duration.ofDays(3650);
    private static final Duration MACHINE_LIFE = Duration.ofDays(397);
    private static final Duration RENEWED_BEFORE = Duration.ofDays(130);

    private final HouseFiles files;
    private final HouseFiles.Entry ca;
    private final HouseCertificates certificates;
    private final SecureRandom random;
    private final InstantSource realTime;

    private HouseCa(
            HouseFiles files, HouseFiles.Entry ca, SecureRandom random, InstantSource realTime) {
        this.files = files;
        this.ca = ca;
        this.random = random;
        this.realTime = realTime;
        this.certificates = new HouseCertificates(random);
    }

    /**
     * The one in this folder; made if there is none.
     *
     * @throws org.openmyna.server.web.HouseUnusable if its files cannot be read or written
     *     (MYNA-SRV-017)
     */
    public static HouseCa in(Path folder, SecureRandom random, InstantSource realTime) {
        HouseFiles files = HouseFiles.in(folder, random);
        HouseFiles.Entry ca = files.read(CA_FILE).orElseGet(() -> make(files, random, realTime));
        return new HouseCa(files, ca, random, realTime);
    }

    private static HouseFiles.Entry make(
            HouseFiles files, SecureRandom random, InstantSource realTime) {
        KeyPair pair = pair(random);
        X509Certificate certificate =
                new HouseCertificates(random).ca(pair, realTime.instant(), CA_LIFE);
        files.write(CA_FILE, pair.getPrivate(), certificate);
        files.publish("house-ca.pem", pem(certificate));
        return new HouseFiles.Entry(pair.getPrivate(), certificate);
    }

    private static KeyPair pair(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'})
                            .encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException itWasDecoded) {
            throw new IllegalStateException(itWasDecoded);
        }
    }

    public X509Certificate certificate() {
        return ca.certificate();
    }

    /** What the TLS port shows: renewed in time, and when names are added. */
    MachineIdentity server(List<String> names) {
        Optional<HouseFiles.Entry> there =
                files.read(SERVER_FILE).filter(entry -> serves(entry.certificate(), names));
        HouseFiles.Entry server = there.orElseGet(() -> issueServer(names));
        return new MachineIdentity(server.key(), server.certificate(), ca.certificate());
    }

    private boolean serves(X509Certificate certificate, List<String> names) {
        Set<String> has = new HashSet<>(HouseCertificates.names(certificate));
        return has.containsAll(names) && isGood(certificate);
    }

    private boolean isGood(X509Certificate certificate) {
        Instant end = certificate.getNotAfter().toInstant();
        return realTime.instant().isBefore(end.minus(RENEWED_BEFORE)) && isSigned(certificate);
    }

    private HouseFiles.Entry issueServer(List<String> names) {
        KeyPair pair = pair(random);
        X509Certificate certificate =
                certificates.server(ca, pair.getPublic(), names, realTime.instant(), MACHINE_LIFE);
        files.write(SERVER_FILE, pair.getPrivate(), certificate, ca.certificate());
        return new HouseFiles.Entry(pair.getPrivate(), certificate);
    }

    /** A new certificate for a machine of an organisation, with which it may call others. */
    public MachineIdentity machine(Organisation organisation) {
        KeyPair pair = pair(random);
        X509Certificate certificate =
                certificates.machine(
                        ca, pair.getPublic(), organisation, realTime.instant(), MACHINE_LIFE);
        return new MachineIdentity(pair.getPrivate(), certificate, ca.certificate());
    }

    /**
     * The machine certificate by which a register outside the house knows an organisation: the same
     * after a restart, renewed in time, published beside the CA's as {@code <organisation>.pem}.
     */
    public MachineIdentity kept(Organisation organisation) {
        String file = organisation.id() + ".p12";
        HouseFiles.Entry kept =
                files.read(file)
                        .filter(entry -> isGood(entry.certificate()))
                        .orElseGet(() -> issueKept(organisation, file));
        return new MachineIdentity(kept.key(), kept.certificate(), ca.certificate());
    }

    private HouseFiles.Entry issueKept(Organisation organisation, String file) {
        KeyPair pair = pair(random);
        X509Certificate certificate =
                certificates.machine(
                        ca, pair.getPublic(), organisation, realTime.instant(), MACHINE_LIFE);
        files.write(file, pair.getPrivate(), certificate, ca.certificate());
        files.publish(organisation.id() + ".pem", pem(certificate));
        return new HouseFiles.Entry(pair.getPrivate(), certificate);
    }

    /**
     * Whose machine this is; nothing if the house did not issue the certificate for calls, or it is
     * over.
     */
    public Optional<Organisation> organisationOf(X509Certificate shown) {
        Instant now = realTime.instant();
        boolean inTime =
                !now.isBefore(shown.getNotBefore().toInstant())
                        && !now.isAfter(shown.getNotAfter().toInstant());
        return inTime && HouseCertificates.isForCalls(shown) && isSigned(shown)
                ? HouseCertificates.commonName(shown).flatMap(Organisation::ofId)
                : Optional.empty();
    }

    private boolean isSigned(X509Certificate certificate) {
        try {
            certificate.verify(ca.certificate().getPublicKey());
            return certificate
                    .getIssuerX500Principal()
                    .equals(ca.certificate().getSubjectX500Principal());
        } catch (GeneralSecurityException byAnother) {
            return false;
        }
    }
}
