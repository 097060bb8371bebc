package org.openmyna.trust.lint;

import java.math.BigInteger;
import java.time.Instant;

/**
 * What the self-signed certificate of a key generation is to say (reference 1.3).
 *
 * @param subjectPublicKeyInfo DER of the generation's public key
 */
public record ExpectedCaCertificate(
        ExpectedAuthority.Kind kind,
        ExpectedAuthority.Hierarchy hierarchy,
        BigInteger serial,
        Instant notBefore,
        Instant notAfter,
        byte[] subjectPublicKeyInfo) {
    public ExpectedCaCertificate {
        subjectPublicKeyInfo = subjectPublicKeyInfo.clone();
    }

    @Override
    public byte[] subjectPublicKeyInfo() {
        return subjectPublicKeyInfo.clone();
    }

    byte[] ownKey() {
        return subjectPublicKeyInfo;
    }
}
