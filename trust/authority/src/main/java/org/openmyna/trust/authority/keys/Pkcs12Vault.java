package org.openmyna.trust.authority.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.openmyna.kernel.NativeCrypto;
import org.openmyna.trust.profile.ContentSignature;

/** One owner-only PKCS#12 file for each key, all under one password. */
final class Pkcs12Vault implements KeyVault {
    private static final String TYPE = "PKCS12";
    private static final String SUFFIX = ".p12";
    private static final String PASSWORD = "vault.password";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

    private final Path folder;
    private final KeyStorePassword password;
    private final SecureRandom random;
    private final ReentrantLock making = new ReentrantLock();
    private final Map<String, Opened> opened = new ConcurrentHashMap<>();

    /** A key in memory, ready to sign. */
    private record Opened(PublicKey publicKey, ContentSignature signer, Instant madeAt) {}

    Pkcs12Vault(Path folder, KeyStorePassword password, SecureRandom random) {
        this.folder = folder;
        this.password = password;
        this.random = random;
    }

    @Override
    public boolean holds(String name) {
        return Files.exists(file(name));
    }

    @Override
    public PublicKey generate(String name, KeyAlgorithm algorithm) {
        Path file = file(name);
        making.lock();
        try {
            if (Files.exists(file)) throw new KeyNameTaken(name);
            OwnerOnly.createDirectories(folder);
            KeyPair pair = pair(algorithm);
            char[] secret = password.establish(folder.resolve(PASSWORD), random);
            try {
                store(name, pair, CarrierCertificate.of(name, algorithm, pair), secret);
            } finally {
                Arrays.fill(secret, '\0');
            }
            return pair.getPublic();
        } catch (IOException unwritable) {
            throw new VaultNotReadable(file.toString(), unwritable);
        } finally {
            making.unlock();
        }
    }

    private KeyPair pair(KeyAlgorithm algorithm) {
        try {
            KeyPairGenerator generator = NativeCrypto.keyPairs(algorithm.family());
            generator.initialize(algorithm.size(), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private void store(String name, KeyPair pair, Certificate carrier, char[] secret)
            throws IOException {
        Path file = file(name);
        try {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(null, secret);
            store.setKeyEntry(name, pair.getPrivate(), secret, new Certificate[] {carrier});
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, secret);
            OwnerOnly.write(file, out.toByteArray());
        } catch (GeneralSecurityException refused) {
            throw new KeyUnusable(file.toString(), String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public ContentSignature signer(String name) {
        return open(name).signer();
    }

    @Override
    public PublicKey publicKey(String name) {
        return open(name).publicKey();
    }

    @Override
    public Instant madeAt(String name) {
        return open(name).madeAt();
    }

    private Opened open(String name) {
        Opened known = opened.get(name);
        if (known != null) return known;
        Path file = file(name);
        if (!Files.exists(file)) throw new NoSuchKey(name, folder.toString());
        try {
            char[] secret = password.reveal(folder.resolve(PASSWORD));
            try {
                Opened fresh = load(name, file, OwnerOnly.read(file), secret);
                opened.put(name, fresh);
                return fresh;
            } finally {
                Arrays.fill(secret, '\0');
            }
        } catch (IOException unreadable) {
            throw new VaultNotReadable(file.toString(), unreadable);
        }
    }

    private static Opened load(String name, Path file, byte[] content, char[] secret) {
        try {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(new ByteArrayInputStream(content), secret);
            Certificate carrier = store.getCertificate(name);
            if (!(store.getKey(name, secret) instanceof PrivateKey key) || carrier == null) {
                throw new KeyUnusable(file.toString(), "no key of this name inside");
            }
            PublicKey publicKey = carrier.getPublicKey();
            ContentSignature signer = ContentSignature.with(key);
            mustBelongTogether(file, publicKey, signer);
            return new Opened(publicKey, signer, store.getCreationDate(name).toInstant());
        } catch (GeneralSecurityException | IOException wrong) {
            // both are what a wrong password, a broken file and a foreign format look like
            throw new KeyUnusable(file.toString(), "wrong password or broken file");
        }
    }

    /** A file put together from two others would sign what nobody can verify. */
    private static void mustBelongTogether(Path file, PublicKey key, ContentSignature signer)
            throws GeneralSecurityException {
        byte[] text = file.toString().getBytes(StandardCharsets.UTF_8);
        KeyAlgorithm algorithm =
                KeyAlgorithm.RSA_2048.family().equals(key.getAlgorithm())
                        ? KeyAlgorithm.RSA_2048
                        : KeyAlgorithm.P256;
        Signature check = Signature.getInstance(algorithm.scheme());
        check.initVerify(key);
        check.update(text);
        if (!check.verify(signer.sign(text))) {
            throw new KeyUnusable(file.toString(), "private and public key differ");
        }
    }

    private Path file(String name) {
        if (!NAME.matcher(name).matches()) throw new KeyNameMalformed(name);
        return folder.resolve(name + SUFFIX);
    }
}
