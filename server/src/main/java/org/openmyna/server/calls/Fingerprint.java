package org.openmyna.server.calls;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Tells whether two calls want the same, and nothing of what they want. */
final class Fingerprint {
    private Fingerprint() {}

    /**
     * @param arguments the call itself first, which is no part of it
     */
    static String of(Method method, Object[] arguments) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(method.toGenericString().getBytes(StandardCharsets.UTF_8));
            sha256.update(
                    HouseJson.mapper()
                            .writeValueAsBytes(Arrays.copyOfRange(arguments, 1, arguments.length)));
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
