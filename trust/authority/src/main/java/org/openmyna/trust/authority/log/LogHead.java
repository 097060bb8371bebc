package org.openmyna.trust.authority.log;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The end of the log at one moment, signed with ECDSA P-256 and SHA-256.
 *
 * @param position of the last entry; 0 if there is none
 * @param hash of that entry, 32 bytes
 * @param signedAt legal time, whole seconds
 * @param signature over {@link #content()}, in DER
 */
public record LogHead(long position, byte[] hash, Instant signedAt, byte[] signature) {
    public LogHead {
        hash = hash.clone();
        signature = signature.clone();
    }

    @Override
    public byte[] hash() {
        return hash.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    /** What is signed. */
    public byte[] content() {
        return content(position, hash, signedAt);
    }

    static byte[] content(long position, byte[] hash, Instant signedAt) {
        return String.join(
                        "|",
                        "openmyna-log-head",
                        String.valueOf(position),
                        HexFormat.of().formatHex(hash),
                        signedAt.toString())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The head as it is published: four lines {@code name: value}. */
    public String text() {
        return """
        position: %d
        hash: %s
        signed-at: %s
        signature: %s
        """
                .formatted(
                        position,
                        HexFormat.of().formatHex(hash),
                        signedAt,
                        Base64.getEncoder().encodeToString(signature));
    }

    public boolean isSignedBy(PublicKey logKey) {
        try {
            Signature verification = Signature.getInstance("SHA256withECDSA");
            verification.initVerify(logKey);
            verification.update(content());
            return verification.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
