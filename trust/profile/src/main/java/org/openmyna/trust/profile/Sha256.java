package org.openmyna.trust.profile;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.openmyna.kernel.NativeCrypto;

/** SHA-256, with the accelerator where this machine has one. */
final class Sha256 {
    private static final String NAME = "SHA-256";

    private Sha256() {}

    static MessageDigest fresh() {
        try {
            return NativeCrypto.provider().isPresent()
                    ? MessageDigest.getInstance(NAME, NativeCrypto.provider().get())
                    : MessageDigest.getInstance(NAME);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
