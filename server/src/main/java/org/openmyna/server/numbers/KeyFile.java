package org.openmyna.server.numbers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import org.openmyna.trust.authority.keys.OwnerOnly;

/**
 * The keys of numbers on the disk: PKCS#12, its password in a file beside it, both for their owner
 * alone from the moment they exist. As safe as the folder; a production keeps it on an encrypted
 * disk.
 */
final class KeyFile {
    private static final String TYPE = "PKCS12";
    private static final String ENCRYPTION = "encryption-";

    private final Path folder;
    private final Path file;
    private final Path passwordFile;

    KeyFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("numbers.p12");
        this.passwordFile = folder.resolve("numbers.password");
    }

    boolean exists() {
        return Files.exists(file);
    }

    Path folder() {
        return folder;
    }

    /** Keeps keys, in place of those before; on the disk when this returns. */
    void write(NumberKeys keys, SecureRandom random) {
        try {
            OwnerOnly.createDirectories(folder);
            if (!Files.exists(passwordFile)) {
                byte[] drawn = new byte[NumberKeys.BYTES];
                random.nextBytes(drawn);
                OwnerOnly.write(passwordFile, Base64.getEncoder().encode(drawn));
            }
            char[] password = password();
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(null, password);
            put(store, "derivation", keys.derivation(), password);
            put(store, "index", keys.index(), password);
            put(store, "token", keys.token(), password);
            for (var each : keys.encryption().entrySet()) {
                put(store, ENCRYPTION + each.getKey(), each.getValue(), password);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password);
            Arrays.fill(password, '\0');
            OwnerOnly.write(file, out.toByteArray());
        } catch (IOException | GeneralSecurityException refused) {
            throw unusable(refused);
        }
    }

    private static void put(KeyStore store, String name, SecretKey key, char[] password)
            throws GeneralSecurityException {
        store.setEntry(
                name, new KeyStore.SecretKeyEntry(key), new KeyStore.PasswordProtection(password));
    }

    /**
     * @throws NumberKeysUnusable if they cannot be read (MYNA-NUM-016)
     */
    NumberKeys read() {
        try {
            char[] password = password();
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(new ByteArrayInputStream(OwnerOnly.read(file)), password);
            Map<Short, SecretKey> encryption = new HashMap<>();
            for (String name : Collections.list(store.aliases())) {
                if (name.startsWith(ENCRYPTION)) {
                    short id = Short.parseShort(name.substring(ENCRYPTION.length()));
                    encryption.put(id, key(store, name, password));
                }
            }
            if (encryption.isEmpty()) throw damaged();
            NumberKeys keys =
                    new NumberKeys(
                            key(store, "derivation", password),
                            key(store, "index", password),
                            key(store, "token", password),
                            encryption);
            Arrays.fill(password, '\0');
            return keys;
        } catch (IOException | GeneralSecurityException | NumberFormatException unreadable) {
            throw unusable(unreadable);
        }
    }

    private SecretKey key(KeyStore store, String name, char[] password)
            throws GeneralSecurityException {
        if (store.getKey(name, password) instanceof SecretKey key
                && key.getEncoded().length == NumberKeys.BYTES) {
            return key;
        }
        throw damaged();
    }

    private NumberKeysUnusable damaged() {
        return unusable(new IOException("a key is missing"));
    }

    private NumberKeysUnusable unusable(Exception why) {
        return new NumberKeysUnusable(file.toString(), why);
    }

    private char[] password() throws IOException {
        byte[] content = OwnerOnly.read(passwordFile);
        char[] password = new String(content, StandardCharsets.US_ASCII).toCharArray();
        Arrays.fill(content, (byte) 0);
        return password;
    }
}
