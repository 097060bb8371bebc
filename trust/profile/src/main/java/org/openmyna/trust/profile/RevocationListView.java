package org.openmyna.trust.profile;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.openmyna.trust.profile.RevocationList.Revoked;

/**
 * What a verifier asks a revocation list (証明書失効リスト), wherever its bytes are: in memory ({@link
 * RevocationList}) or in a file ({@link RevocationListFile}). Any number of threads may ask.
 */
public sealed interface RevocationListView permits RevocationList, RevocationListFile {
    /**
     * The list as it was published.
     *
     * @throws ArithmeticException for a file of 2 GB or more
     */
    byte[] der();

    CaKind kind();

    Hierarchy hierarchy();

    Instant thisUpdate();

    Instant nextUpdate();

    /** cRLNumber: a later list of the same CA has a greater one. */
    BigInteger number();

    /** Key identifier of the generation that signed the list, 20 bytes in JPKI. */
    byte[] authorityKeyId();

    /** The one municipality the list is about; empty when it is about all of the CA's users. */
    Optional<DistributionPoint> scope();

    /** How many certificates are on it. */
    int size();

    /** The entry of a serial, if the list has it. Says nothing when the list does not cover it. */
    Optional<Revoked> find(CertificateSerial serial);

    /**
     * Whether this list is the one to ask: same CA, same key generation, point of the certificate.
     */
    boolean covers(JpkiCertificate certificate);

    /** Whether this key generation signed the list. Reads all of it. */
    boolean isIssuedBy(CaCertificate ca);
}
