package org.openmyna.server.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openmyna.kernel.MynaException;
import org.openmyna.trust.authority.keys.OwnerOnly;

/**
 * Two secrets in files of their own, outside the database: what subjects are made with, which must
 * never change, and what four items are enciphered with while a grant needs them.
 */
final class PlatformSecrets {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final byte[] subjectKey;
    private final byte[] itemsKey;
    private final SecureRandom random;

    private PlatformSecrets(byte[] subjectKey, byte[] itemsKey, SecureRandom random) {
        this.subjectKey = subjectKey;
        this.itemsKey = itemsKey;
        this.random = random;
    }

    /**
     * The secrets of this folder; made if there are none.
     *
     * @throws NotDone if a file cannot be read or written (MYNA-PLT-015)
     */
    static PlatformSecrets in(Path folder, SecureRandom random) {
        return new PlatformSecrets(
                key(folder.resolve("subjects.key"), random),
                key(folder.resolve("items.key"), random),
                random);
    }

    private static byte[] key(Path file, SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                OwnerOnly.createDirectories(file.resolveSibling("."));
                byte[] fresh = new byte[KEY_BYTES];
                random.nextBytes(fresh);
                OwnerOnly.write(file, fresh);
            }
            byte[] key = OwnerOnly.read(file);
            if (key.length != KEY_BYTES) throw new IOException("not 32 bytes");
            return key;
        } catch (IOException | MynaException unusable) {
            throw new NotDone(
                    PlatformError.SECRET_UNUSABLE,
                    Map.of("file", file, "reason", String.valueOf(unusable.getMessage())));
        }
    }

    /**
     * OpenID Connect Core 8.1: the same person is somebody else in each sector, and stays the same
     * there. HMAC-SHA-256 over person and sector, 43 characters.
     *
     * @param sector host name
     */
    String pairwiseSubject(UUID person, String sector) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(subjectKey, "HmacSHA256"));
            mac.update(person.toString().getBytes(StandardCharsets.US_ASCII));
            return Hashes.base64(mac.doFinal(sector.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /**
     * AES-256-GCM: nonce, then cipher text. Bound to the person, so that rows cannot be swapped.
     */
    byte[] enciphered(byte[] plain, UUID person) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = gcm(Cipher.ENCRYPT_MODE, nonce, plain, person);
        return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    }

    byte[] deciphered(byte[] stored, UUID person) {
        byte[] nonce = Arrays.copyOf(stored, NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(stored, NONCE_BYTES, stored.length);
        return gcm(Cipher.DECRYPT_MODE, nonce, sealed, person);
    }

    private byte[] gcm(int mode, byte[] nonce, byte[] text, UUID person) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(itemsKey, "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(person.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException altered) {
            throw new IllegalStateException("four items do not open", altered);
        }
    }
}
