package org.openmyna.trust.authority.answers;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openmyna.trust.authority.keys.KeyAlgorithm;
import org.openmyna.trust.authority.keys.KeyVault;
import org.openmyna.trust.profile.ContentSignature;

/** A vault in memory; every test gets the same key under the same name, made once. */
final class HeldKeys implements KeyVault {
    private static final Map<String, KeyPair> MADE = new ConcurrentHashMap<>();

    private final Set<String> held = ConcurrentHashMap.newKeySet();

    @Override
    public boolean holds(String name) {
        return held.contains(name);
    }

    @Override
    public PublicKey generate(String name, KeyAlgorithm algorithm) {
        held.add(name);
        return MADE.computeIfAbsent(name, _ -> pair(algorithm)).getPublic();
    }

    private static KeyPair pair(KeyAlgorithm algorithm) {
        try {
            KeyPairGenerator generator =
                    KeyPairGenerator.getInstance(algorithm == KeyAlgorithm.P256 ? "EC" : "RSA");
            generator.initialize(algorithm == KeyAlgorithm.P256 ? 256 : 2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }

    private static KeyPair pair(String name) {
        return Objects.requireNonNull(MADE.get(name));
    }

    @Override
    public ContentSignature signer(String name) {
        return ContentSignature.with(pair(name).getPrivate());
    }

    @Override
    public PublicKey publicKey(String name) {
        return pair(name).getPublic();
    }

    /** They are of no time. */
    @Override
    public Instant madeAt(String name) {
        return Instant.EPOCH;
    }
}
