package org.openmyna.trust.lint;

import java.math.BigInteger;
import java.time.Instant;

/**
 * What the certificate of a delegated OCSP responder is to say (RFC 6960 4.2.2.2).
 *
 * @param authority who signs it
 * @param commonName its CN, the last part of its name; the parts before it are the CA's own name
 * @param subjectPublicKeyInfo DER of the responder's public key
 */
public record ExpectedResponder(
        ExpectedAuthority authority,
        BigInteger serial,
        Instant notBefore,
        Instant notAfter,
        String commonName,
        byte[] subjectPublicKeyInfo) {
    public ExpectedResponder {
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
