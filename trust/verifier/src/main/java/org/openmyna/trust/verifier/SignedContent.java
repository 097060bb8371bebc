package org.openmyna.trust.verifier;

/**
 * What a signature covers; only its digest is kept, so a large file can be hashed as it streams.
 */
public final class SignedContent {
    private final ContentDigest algorithm;
    private final byte[] digest;

    private SignedContent(ContentDigest algorithm, byte[] digest) {
        this.algorithm = algorithm;
        this.digest = digest;
    }

    /** The content itself, signed under SHA-256. */
    public static SignedContent of(byte[] content) {
        return of(ContentDigest.SHA_256, content);
    }

    /** The content itself, signed under this digest. */
    public static SignedContent of(ContentDigest algorithm, byte[] content) {
        return new SignedContent(algorithm, algorithm.start().digest(content));
    }

    /**
     * A digest made elsewhere.
     *
     * @param sha256 exactly 32 bytes, without DigestInfo
     * @throws IllegalArgumentException for another length
     */
    public static SignedContent ofSha256(byte[] sha256) {
        return ofDigest(ContentDigest.SHA_256, sha256);
    }

    /**
     * A digest made elsewhere.
     *
     * @param digest as long as the algorithm makes them, without DigestInfo
     * @throws IllegalArgumentException for another length
     */
    public static SignedContent ofDigest(ContentDigest algorithm, byte[] digest) {
        algorithm.mustBeOne(digest);
        return new SignedContent(algorithm, digest.clone());
    }

    ContentDigest algorithm() {
        return algorithm;
    }

    byte[] digest() {
        return digest.clone();
    }
}
