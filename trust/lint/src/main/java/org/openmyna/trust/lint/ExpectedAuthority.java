package org.openmyna.trust.lint;

import java.math.BigInteger;
import java.time.Instant;

/**
 * The key generation that is about to sign, in plain values; its name follows from {@code kind} and
 * {@code hierarchy} (reference 1.1).
 *
 * @param keyId subjectKeyIdentifier of its CA certificate: SHA-1, 20 bytes
 * @param serial serial number of its CA certificate
 * @param notAfter last second of its CA certificate; nothing it signs lives longer
 */
public record ExpectedAuthority(
        Kind kind, Hierarchy hierarchy, byte[] keyId, BigInteger serial, Instant notAfter) {
    /** Which of the two CAs, and so which kind of certificate. */
    public enum Kind {
        /** 署名用. */
        SIGNATURE,
        /** 利用者証明用. */
        USER_AUTHENTICATION
    }

    /** Under whose name. */
    public enum Hierarchy {
        PRODUCTION,
        TEST
    }

    public ExpectedAuthority {
        keyId = keyId.clone();
    }

    @Override
    public byte[] keyId() {
        return keyId.clone();
    }

    byte[] ownKeyId() {
        return keyId;
    }
}
