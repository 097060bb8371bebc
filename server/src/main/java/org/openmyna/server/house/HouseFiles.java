package org.openmyna.server.house;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import org.openmyna.server.web.HouseUnusable;

/** The folder of the house CA, for its owner alone: PKCS#12 files and their password. */
final class HouseFiles {
    private static final String PASSWORD = "house.password";
    private static final String ALIAS = "house";
    private static final int PASSWORD_BYTES = 32;

    /** A key with the chain of its certificate. */
    record Entry(PrivateKey key, X509Certificate certificate) {}

    private final Path folder;
    private final char[] password;

    private HouseFiles(Path folder, char[] password) {
        this.folder = folder;
        this.password = password;
    }

    static HouseFiles in(Path folder, SecureRandom random) {
        Path file = folder.resolve(PASSWORD);
        try {
            Files.createDirectories(folder);
            ownerOnly(folder, "rwx------");
            if (!Files.exists(file)) {
                byte[] secret = new byte[PASSWORD_BYTES];
                random.nextBytes(secret);
                byte[] text = HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII);
                put(file, out -> out.write(text));
            }
            return new HouseFiles(
                    folder, Files.readString(file, StandardCharsets.US_ASCII).toCharArray());
        } catch (IOException refused) {
            throw new HouseUnusable(file.toString(), String.valueOf(refused.getMessage()), refused);
        }
    }

    Optional<Entry> read(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) return Optional.empty();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            if (store.getKey(ALIAS, password) instanceof PrivateKey key
                    && store.getCertificate(ALIAS) instanceof X509Certificate certificate) {
                return Optional.of(new Entry(key, certificate));
            }
            throw new HouseUnusable(file.toString(), "no key", new IOException("no key"));
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new HouseUnusable(
                    file.toString(), String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    void write(String name, PrivateKey key, Certificate... chain) {
        Path file = folder.resolve(name);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, key, password, chain);
            put(
                    file,
                    out -> {
                        try {
                            store.store(out, password);
                        } catch (GeneralSecurityException refused) {
                            throw new IOException(refused);
                        }
                    });
        } catch (IOException | GeneralSecurityException refused) {
            throw new HouseUnusable(file.toString(), String.valueOf(refused.getMessage()), refused);
        }
    }

    /** What everybody may have, as PEM beside the keys. */
    void publish(String name, String pem) {
        Path file = folder.resolve(name);
        try {
            put(file, out -> out.write(pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException refused) {
            throw new HouseUnusable(file.toString(), String.valueOf(refused.getMessage()), refused);
        }
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Whole or not at all, whatever happens in between. */
    private static void put(Path file, Writing writing) throws IOException {
        Path beside = Files.createTempFile(file.getParent(), "new", ".tmp");
        ownerOnly(beside, "rw-------");
        try (OutputStream out = Files.newOutputStream(beside)) {
            writing.to(out);
        }
        Files.move(
                beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void ownerOnly(Path path, String permissions) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
