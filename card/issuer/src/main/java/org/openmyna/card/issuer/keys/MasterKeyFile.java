package org.openmyna.card.issuer.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The AES-256 master key of the issuer channel, in a PKCS#12 file. */
final class MasterKeyFile {
    private static final String TYPE = "PKCS12";
    private static final String ALIAS = "scp03-master";
    private static final int BYTES = 32;

    private final Path file;

    MasterKeyFile(Path file) {
        this.file = file;
    }

    void make(SecureRandom random, char[] password) throws IOException {
        byte[] drawn = new byte[BYTES];
        random.nextBytes(drawn);
        try {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(null, password);
            store.setKeyEntry(ALIAS, new SecretKeySpec(drawn, "AES"), password, null);
            var out = new ByteArrayOutputStream();
            store.store(out, password);
            OwnerOnly.write(file, out.toByteArray());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        } finally {
            Arrays.fill(drawn, (byte) 0);
        }
    }

    /**
     * The key, 32 bytes; the caller wipes them.
     *
     * @throws IssuerKeysUnusable if the file is damaged or the password another (MYNA-ISS-013)
     */
    byte[] load(char[] password) throws IOException {
        byte[] content = OwnerOnly.read(file);
        try {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(new ByteArrayInputStream(content), password);
            if (store.getKey(ALIAS, password) instanceof SecretKey key) {
                byte[] encoded = key.getEncoded();
                if (encoded != null && encoded.length == BYTES) return encoded;
            }
            throw new IssuerKeysUnusable(file.toString(), "no AES-256 key inside");
        } catch (GeneralSecurityException | IOException wrong) {
            // both are what a wrong password, a broken file and a foreign format look like
            throw new IssuerKeysUnusable(file.toString(), "wrong password or broken file");
        }
    }
}
