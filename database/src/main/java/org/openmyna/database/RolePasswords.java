package org.openmyna.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The passwords of the organisations' roles follow from the administrator's, one way: every program
 * that may set up an organisation knows its password, none is kept anywhere, and none leads to
 * another. PBKDF2 with more rounds than SCRAM itself, for an administrator's password that a person
 * chose.
 */
final class RolePasswords {
    private static final int ROUNDS = 10_000;
    private static final int BITS = 192;

    private final Map<String, String> known = new ConcurrentHashMap<>();
    private final String administrators;

    RolePasswords(String administrators) {
        this.administrators = administrators;
    }

    /** 32 characters. */
    String of(String role) {
        return known.computeIfAbsent(role, this::derive);
    }

    private String derive(String role) {
        byte[] salt = ("openmyna role " + role).getBytes(StandardCharsets.UTF_8);
        PBEKeySpec spec = new PBEKeySpec(administrators.toCharArray(), salt, ROUNDS, BITS);
        try {
            byte[] derived =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(spec)
                            .getEncoded();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(derived);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has it", e);
        } finally {
            spec.clearPassword();
        }
    }
}
