package org.openmyna.trust.authority.keys;

import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/** What a key of the vault is, and how it signs. */
public enum KeyAlgorithm {
    /** Signs with sha256WithRSAEncryption: 256 bytes. For generations and responders. */
    RSA_2048("RSA", "SHA256withRSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4)),
    /** Signs with ecdsa-with-SHA256: DER. For the heads of the status log alone. */
    P256("EC", "SHA256withECDSA", new ECGenParameterSpec("secp256r1"));

    private final String family;
    private final String scheme;
    private final AlgorithmParameterSpec size;

    KeyAlgorithm(String family, String scheme, AlgorithmParameterSpec size) {
        this.family = family;
        this.scheme = scheme;
        this.size = size;
    }

    /** RSA or EC, as the platform calls it. */
    String family() {
        return family;
    }

    /** The signature scheme, as the platform calls it. */
    String scheme() {
        return scheme;
    }

    AlgorithmParameterSpec size() {
        return size;
    }
}
