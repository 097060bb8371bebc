package org.openmyna.server.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openmyna.kernel.NativeCrypto;
import org.openmyna.trust.authority.keys.KeyAlgorithm;
import org.openmyna.trust.authority.keys.KeyStorePassword;
import org.openmyna.trust.authority.keys.KeyVault;
import org.openmyna.trust.profile.ContentSignature;

/**
 * The platform's own keys, EC P-256, in a vault: what ID tokens are signed with, and what requests
 * to the card agent are. The newest of each signs; those before it stay published, for what they
 * signed.
 */
final class PlatformKeys {
    /** What a key is for. */
    enum Use {
        ID_TOKEN,
        ASK;

        String keyName(int number) {
            return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + number;
        }
    }

    /** A key that signs. Its {@code kid} is its thumbprint (RFC 7638). */
    record Key(ECKey published, ContentSignature signer, JWSVerifier verifier) {
        String id() {
            return published.getKeyID();
        }
    }

    private final KeyVault vault;
    private final Map<Use, List<Key>> all = new EnumMap<>(Use.class);

    /**
     * @param folder for its owner alone; keys are made in it when they are first needed
     */
    PlatformKeys(Path folder, SecureRandom random) {
        this.vault = KeyVault.pkcs12(folder, KeyStorePassword.besideTheKey(), random);
    }

    /** Opened when the first is needed: a start does not wait for it. */
    private List<Key> of(Use use) {
        List<Key> known = all.get(use);
        if (known != null) return known;
        List<Key> keys = new ArrayList<>();
        for (int number = 1; vault.holds(use.keyName(number)); number++) {
            keys.add(key(use.keyName(number)));
        }
        if (keys.isEmpty()) keys.add(made(use.keyName(1)));
        all.put(use, keys);
        return keys;
    }

    private Key made(String name) {
        vault.generate(name, KeyAlgorithm.P256);
        return key(name);
    }

    /** From now on a new key signs. */
    synchronized Key rotate(Use use) {
        List<Key> keys = new ArrayList<>(of(use));
        keys.add(made(use.keyName(keys.size() + 1)));
        all.put(use, keys);
        return keys.getLast();
    }

    private Key key(String name) {
        if (!(vault.publicKey(name) instanceof ECPublicKey point)) {
            throw new IllegalStateException(name + " is no EC key");
        }
        try {
            ECKey published =
                    new ECKey.Builder(Curve.P_256, point)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.ES256)
                            .keyIDFromThumbprint()
                            .build();
            var verifier = new ECDSAVerifier(published);
            NativeCrypto.provider().ifPresent(verifier.getJCAContext()::setProvider);
            return new Key(published, vault.signer(name), verifier);
        } catch (JOSEException noDigest) {
            throw new IllegalStateException(noDigest);
        }
    }

    synchronized Key newest(Use use) {
        return of(use).getLast();
    }

    /** The key of this {@code kid}, however old. */
    synchronized Optional<Key> known(Use use, String kid) {
        return of(use).stream().filter(each -> each.id().equals(kid)).findFirst();
    }

    /** Public halves of all keys, the newest first. */
    synchronized JWKSet published() {
        List<JWK> keys = new ArrayList<>();
        for (Use use : Use.values()) {
            of(use).reversed().forEach(each -> keys.add(each.published()));
        }
        return new JWKSet(keys);
    }
}
