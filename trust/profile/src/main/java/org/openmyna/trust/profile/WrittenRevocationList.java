package org.openmyna.trust.profile;

import java.nio.file.Path;

/**
 * A list that is in its place.
 *
 * @param file where it is
 * @param entries how many certificates are on it
 * @param bytes its length
 * @param sha256 digest of the whole file, 32 bytes
 */
public record WrittenRevocationList(Path file, int entries, long bytes, byte[] sha256) {
    public WrittenRevocationList {
        sha256 = sha256.clone();
    }

    @Override
    public byte[] sha256() {
        return sha256.clone();
    }
}
