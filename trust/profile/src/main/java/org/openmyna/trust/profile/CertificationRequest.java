package org.openmyna.trust.profile;

import java.security.interfaces.RSAPublicKey;

/**
 * A PKCS#10 request (RFC 2986): a public key, and a signature that proves that its sender holds the
 * private key. Name and attributes are stepped over, for the CA decides them.
 */
public final class CertificationRequest {
    private static final int MAX_BYTES = 8_192;

    private final byte[] der;
    private final byte[] content;
    private final byte[] signature;
    private final RsaKey key;

    private CertificationRequest(byte[] der) {
        this.der = der;
        DerReader file = DerReader.over(der);
        DerReader request = file.sequence("request");
        file.mustEnd("request");
        this.content = request.element("requestInfo");
        if (SignatureAlgorithm.read(request, "signatureAlgorithm")
                != SignatureAlgorithm.SHA256_WITH_RSA) {
            throw new DerFault("signatureAlgorithm: not sha256WithRSAEncryption");
        }
        this.signature = request.wholeBits("signature");
        request.mustEnd("request");

        DerReader info = DerReader.over(content).sequence("requestInfo");
        if (info.integer("version").signum() != 0) {
            throw new DerFault("version: not 0");
        }
        info.sequence("subject");
        byte[] subjectPublicKeyInfo = info.element("subjectPublicKeyInfo");
        info.enter(0xA0, "attributes");
        info.mustEnd("requestInfo");
        this.key = RsaKey.of(subjectPublicKeyInfo);
    }

    /** Makes a request: {@code holder} signs with the private key of {@code key}, on a card say. */
    public static CertificationRequest make(RSAPublicKey key, ContentSignature holder) {
        return parse(CertificateWriter.rfc2986_4(RsaKey.of(key.getEncoded()), holder));
    }

    /**
     * Reads a request.
     *
     * @param der at most 8,192 bytes of strict DER, signed with sha256WithRSAEncryption
     * @throws CertificationRequestMalformed for anything else (MYNA-PRF-004)
     * @throws KeyNotCertifiable if the key is not RSA-2048 with e = 65537 (MYNA-PRF-015)
     */
    public static CertificationRequest parse(byte[] der) {
        try {
            if (der.length > MAX_BYTES) {
                throw new DerFault("longer than " + MAX_BYTES + " bytes");
            }
            return new CertificationRequest(der.clone());
        } catch (DerFault fault) {
            throw new CertificationRequestMalformed(fault.reason());
        }
    }

    public byte[] der() {
        return der.clone();
    }

    public RSAPublicKey publicKey() {
        return key.key();
    }

    /** Whether the signature is by the private key of {@link #publicKey()}. */
    public boolean provesPossession() {
        return key.verifies(content, signature);
    }
}
