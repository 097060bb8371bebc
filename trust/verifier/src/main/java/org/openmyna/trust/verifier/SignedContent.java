package org.openmyna.trust.verifier;

/**
 * What a signature covers; only its SHA-256 is kept, so a large file can be hashed as it streams.
 */
public final class SignedContent {
    private final byte[] sha256;

    private SignedContent(byte[] sha256) {
        this.sha256 = sha256;
    }

    /** The content itself. */
    public static SignedContent of(byte[] content) {
        return new SignedContent(Sha256.of(content));
    }

    /**
     * A digest made elsewhere.
     *
     * @param sha256 exactly 32 bytes, without DigestInfo
     * @throws IllegalArgumentException for another length
     */
    public static SignedContent ofSha256(byte[] sha256) {
        if (sha256.length != Sha256.LENGTH)
            throw new IllegalArgumentException(
                    "a SHA-256 digest has 32 bytes, not " + sha256.length);
        return new SignedContent(sha256.clone());
    }

    byte[] sha256() {
        return sha256.clone();
    }
}
