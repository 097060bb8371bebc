package org.openmyna.trust.authority;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import org.openmyna.trust.profile.CaCertificate;

/** A key generation in a PKCS#12 file that its owner alone may read. */
final class KeyFile {
    private static final String TYPE = "PKCS12";
    private static final String ALIAS = "generation-1";
    private static final int BITS = 2048;

    private final Path file;

    KeyFile(Path file) {
        this.file = file;
    }

    static KeyPair generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    void store(PrivateKey key, CaCertificate certificate, char[] password) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(null, password);
            Certificate[] chain = {certificate.x509()};
            store.setKeyEntry(ALIAS, key, password, chain);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password);
            OwnerOnly.write(file, out.toByteArray());
        } catch (GeneralSecurityException refused) {
            throw new KeyUnusable(file.toString(), String.valueOf(refused.getMessage()));
        }
    }

    /**
     * @throws KeyUnusable if the password is wrong, or the key is not this certificate's
     */
    PrivateKey load(CaCertificate certificate, char[] password) throws IOException {
        OwnerOnly.mustBe(file);
        byte[] content = Files.readAllBytes(file);
        try {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(new ByteArrayInputStream(content), password);
            Certificate beside = store.getCertificate(ALIAS);
            if (!(store.getKey(ALIAS, password) instanceof PrivateKey key) || beside == null) {
                throw new KeyUnusable(file.toString(), "no key inside");
            }
            if (!beside.equals(certificate.x509())) {
                throw new KeyUnusable(file.toString(), "not the key of the ledger's certificate");
            }
            return key;
        } catch (GeneralSecurityException | IOException wrong) {
            // both are what a wrong password, a broken file and a foreign format look like
            throw new KeyUnusable(file.toString(), "wrong password or broken file");
        }
    }
}
