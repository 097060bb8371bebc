package org.openmyna.card.issuer.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A name from which nobody finds what it stands for: HMAC-SHA-256 (RFC 2104), 16 bytes of it. */
final class OpaqueName {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private OpaqueName() {}

    static String of(byte[] key, String use, String value) {
        return HexFormat.of().formatHex(whole(key, use, value), 0, BYTES);
    }

    /** All 32 bytes, for a key of its own. */
    static byte[] whole(byte[] key, String use, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal((use + ":" + value).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
