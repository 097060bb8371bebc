package org.openmyna.trust.profile;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which certificate an OCSP request asks about (CertID, RFC 6960 4.1.1): digests of the issuer's
 * name and key, and a serial.
 *
 * <p>What is well written but can be nobody's certificate is a CertId all the same, about which the
 * answer is "unknown": a serial of zero, a negative one, one of more than 20 octets; or digests of
 * an algorithm that is neither SHA-1 nor SHA-256.
 */
public final class CertId {
    private static final int LONGEST_DIGEST = 64;

    private final byte[] der;
    private final Optional<HashAlgorithm> hashAlgorithm;
    private final byte[] issuerNameHash;
    private final byte[] issuerKeyHash;
    private final BigInteger number;

    private CertId(byte[] der) {
        this.der = der;
        DerReader in = DerReader.over(der).sequence("certID");
        this.hashAlgorithm = hashAlgorithm(in);
        this.issuerNameHash = digest(in, "issuerNameHash");
        this.issuerKeyHash = digest(in, "issuerKeyHash");
        this.number = in.integer("serialNumber");
        in.mustEnd("certID");
    }

    /** Reads the next element of the reader. */
    static CertId read(DerReader in) {
        return new CertId(in.element("certID"));
    }

    private static Optional<HashAlgorithm> hashAlgorithm(DerReader in) {
        for (HashAlgorithm known : HashAlgorithm.values()) {
            if (known.isNext(in)) {
                return Optional.of(known);
            }
        }
        DerReader algorithm = in.sequence("hashAlgorithm");
        String oid = algorithm.oid("hashAlgorithm");
        if (!algorithm.atEnd()) {
            algorithm.element("hashAlgorithm");
        }
        algorithm.mustEnd("hashAlgorithm");
        for (HashAlgorithm known : HashAlgorithm.values()) {
            if (known.oid().equals(oid)) {
                throw new DerFault("hashAlgorithm: parameters neither NULL nor absent");
            }
        }
        return Optional.empty();
    }

    private byte[] digest(DerReader in, String what) {
        byte[] digest = in.octets(DerReader.OCTET_STRING, what);
        boolean fits =
                hashAlgorithm.isPresent()
                        ? digest.length == hashAlgorithm.get().octets()
                        : digest.length > 0 && digest.length <= LONGEST_DIGEST;
        if (!fits) {
            throw new DerFault(what + ": not as long as its algorithm makes it");
        }
        return digest;
    }

    /** The CertID of a certificate of this key generation. */
    public static CertId of(
            HashAlgorithm hashAlgorithm, CaCertificate issuer, CertificateSerial serial) {
        return of(
                hashAlgorithm,
                issuer.issuerNameHash(hashAlgorithm),
                issuer.issuerKeyHash(hashAlgorithm),
                serial);
    }

    /**
     * @param issuerNameHash of the DER of the issuer's name
     * @param issuerKeyHash of the issuer's subjectPublicKey, without tag, length and unused bits
     * @throws OcspNotWritable if a digest is not as long as the algorithm makes it (MYNA-PRF-035)
     */
    public static CertId of(
            HashAlgorithm hashAlgorithm,
            byte[] issuerNameHash,
            byte[] issuerKeyHash,
            CertificateSerial serial) {
        DerBackwards out = new DerBackwards(112);
        out.element(DerReader.INTEGER, serial.value().toByteArray());
        out.element(DerReader.OCTET_STRING, issuerKeyHash);
        out.element(DerReader.OCTET_STRING, issuerNameHash);
        out.octets(hashAlgorithm.identifier());
        out.wrap(DerReader.SEQUENCE, 0);
        try {
            return new CertId(out.written());
        } catch (DerFault fault) {
            throw new OcspNotWritable(fault.reason());
        }
    }

    /** Empty when it is neither of the two known here. */
    public Optional<HashAlgorithm> hashAlgorithm() {
        return hashAlgorithm;
    }

    public byte[] issuerNameHash() {
        return issuerNameHash.clone();
    }

    public byte[] issuerKeyHash() {
        return issuerKeyHash.clone();
    }

    /** Empty when no certificate can have this number. */
    public Optional<CertificateSerial> serial() {
        return CertificateSerial.isPossible(number)
                ? Optional.of(new CertificateSerial(number))
                : Optional.empty();
    }

    /** Whether issuer and key are those of this key generation. */
    public boolean isOf(CaCertificate issuer) {
        return hashAlgorithm.isPresent()
                && issuer.isNamedBy(hashAlgorithm.get(), issuerNameHash, issuerKeyHash);
    }

    /**
     * Whether both ask about the same certificate in the same manner; they need not be written
     * alike, since parameters of NULL and none mean the same.
     */
    public boolean asksTheSameAs(CertId other) {
        return equals(other)
                || hashAlgorithm.isPresent()
                        && hashAlgorithm.equals(other.hashAlgorithm)
                        && number.equals(other.number)
                        && Arrays.equals(issuerKeyHash, other.issuerKeyHash)
                        && Arrays.equals(issuerNameHash, other.issuerNameHash);
    }

    /** As it was asked; an answer repeats it byte for byte. */
    public byte[] der() {
        return der.clone();
    }

    void writeTo(DerBackwards out) {
        out.octets(der);
    }

    int length() {
        return der.length;
    }

    /** Byte for byte: fit as a key for stored answers. See {@link #asksTheSameAs}. */
    @Override
    public boolean equals(Object other) {
        return other instanceof CertId that && Arrays.equals(der, that.der);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(der);
    }

    @Override
    public String toString() {
        String serial = serial().map(CertificateSerial::toString).orElse("impossible");
        return "CertId[" + hashAlgorithm.map(HashAlgorithm::name).orElse("?") + " " + serial + "]";
    }
}
