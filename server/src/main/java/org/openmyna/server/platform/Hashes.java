package org.openmyna.server.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Random names, and what the database remembers of them. */
final class Hashes {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int BYTES_128_BIT = 16;

    private Hashes() {}

    static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** 128 random bits, 22 characters. */
    static String fresh(RandomGenerator chance) {
        byte[] random = new byte[BYTES_128_BIT];
        chance.nextBytes(random);
        return base64(random);
    }

    static String base64(byte[] octets) {
        return BASE64.encodeToString(octets);
    }
}
