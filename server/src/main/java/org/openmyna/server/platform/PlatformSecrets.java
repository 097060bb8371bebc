package org.openmyna.server.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.openmyna.kernel.MynaException;
import org.openmyna.trust.authority.keys.OwnerOnly;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two secrets in files of their own, outside the database: what subjects are made with, which must
 * never change, and what four items are enciphered with while a grant needs them. The database
 * keeps a check value of each, from which neither can be found, so that a lost file is not silently
 * replaced.
 *
 * <p>Whoever moves the platform to another machine, or adds one to the same database, copies its
 * folders {@code secrets} and {@code keys} there before the first start; a backup has them too.
 */
final class PlatformSecrets {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private static final String HMAC = "HmacSHA256";

    /** Of which file which column keeps the check value. */
    private enum Kind {
        SUBJECTS,
        ITEMS;

        String fileName() {
            return name().toLowerCase(Locale.ROOT) + ".key";
        }
    }

    private static final String KNOWN = "SELECT check_value FROM secret_check WHERE secret = ?";
    private static final String FIRST =
            "INSERT INTO secret_check (secret, check_value) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private final byte[] subjectKey;
    private final byte[] itemsKey;
    private final SecureRandom random;

    private PlatformSecrets(byte[] subjectKey, byte[] itemsKey, SecureRandom random) {
        this.subjectKey = subjectKey;
        this.itemsKey = itemsKey;
        this.random = random;
    }

    /**
     * The secrets of this folder; made if neither it nor the database has ever had any.
     *
     * @param database of the schema {@code platform}
     * @throws NotDone if a file cannot be read or written, is missing, or is not the one that was
     *     used before (MYNA-PLT-015)
     */
    static PlatformSecrets in(Path folder, DataSource database, SecureRandom random) {
        JdbcClient jdbc = JdbcClient.create(database);
        return new PlatformSecrets(
                key(folder, Kind.SUBJECTS, jdbc, random),
                key(folder, Kind.ITEMS, jdbc, random),
                random);
    }

    private static byte[] key(Path folder, Kind kind, JdbcClient jdbc, SecureRandom random) {
        Path file = folder.resolve(kind.fileName());
        try {
            if (!Files.exists(file)) {
                if (known(kind, jdbc).isPresent()) throw new IOException("it is missing");
                OwnerOnly.createDirectories(folder);
                byte[] fresh = new byte[KEY_BYTES];
                random.nextBytes(fresh);
                OwnerOnly.write(file, fresh);
            }
            byte[] key = OwnerOnly.read(file);
            if (key.length != KEY_BYTES) throw new IOException("not 32 bytes");
            mustBeTheSame(kind, key, jdbc);
            return key;
        } catch (IOException | MynaException unusable) {
            throw new NotDone(
                    PlatformError.SECRET_UNUSABLE,
                    Map.of("file", file, "reason", String.valueOf(unusable.getMessage())));
        }
    }

    /** Of two machines that begin at once, one's secret is the first. */
    private static void mustBeTheSame(Kind kind, byte[] key, JdbcClient jdbc) throws IOException {
        byte[] check = hmac(key, "check value of " + kind.fileName(), "");
        jdbc.sql(FIRST).params(kind.name(), check).update();
        if (!MessageDigest.isEqual(check, known(kind, jdbc).orElseThrow())) {
            throw new IOException("it is not the one that was used before");
        }
    }

    private static Optional<byte[]> known(Kind kind, JdbcClient jdbc) {
        return jdbc.sql(KNOWN)
                .param(kind.name())
                .query((row, index) -> row.getBytes("check_value"))
                .optional();
    }

    /**
     * OpenID Connect Core 8.1: the same person is somebody else in each sector, and stays the same
     * there. HMAC-SHA-256 over person and sector, 43 characters.
     *
     * @param sector host name
     */
    String pairwiseSubject(UUID person, String sector) {
        return Hashes.base64(hmac(subjectKey, person.toString(), sector));
    }

    private static byte[] hmac(byte[] key, String first, String second) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            mac.update(first.getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(second.getBytes(StandardCharsets.UTF_8));
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
