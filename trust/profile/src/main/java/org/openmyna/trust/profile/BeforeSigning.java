package org.openmyna.trust.profile;

/**
 * Sees what is about to be signed, byte for byte, and throws to refuse. A linter stands here:
 * nothing that it did not see is signed.
 */
@FunctionalInterface
public interface BeforeSigning {
    /**
     * @param toBeSigned the DER of the TBS structure; not to be changed
     */
    void check(byte[] toBeSigned);
}
