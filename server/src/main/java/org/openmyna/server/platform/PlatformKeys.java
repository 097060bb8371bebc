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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openmyna.kernel.NativeCrypto;
import org.openmyna.trust.authority.keys.KeyAlgorithm;
import org.openmyna.trust.authority.keys.KeyStorePassword;
import org.openmyna.trust.authority.keys.KeyVault;
import org.openmyna.trust.profile.ContentSignature;

/**
 * The platform's own keys, EC P-256, in a vault: what ID tokens are signed with, and what requests
 * to the card agent are. Nobody has to see to them: after 90 days of real time a new one signs
 * (OpenID Connect Core 10.1.1), and the one before it stays published for a day, longer than
 * anything lives that it signed. If one was stolen, the files of its use are taken away while the
 * server is down: it begins again with a new key, and none of the old ones is published.
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

    private static final Duration SIGNS = Duration.ofDays(90);
    private static final Duration STAYS = Duration.ofDays(1);

    /**
     * A key that signs. Its {@code kid} is its thumbprint (RFC 7638).
     *
     * @param madeAt real time
     */
    record Key(ECKey published, ContentSignature signer, JWSVerifier verifier, Instant madeAt) {
        String id() {
            return published.getKeyID();
        }
    }

    private final KeyVault vault;
    private final InstantSource realTime;
    private final Map<Use, Chain> all = new EnumMap<>(Use.class);

    /**
     * The keys of a use that count.
     *
     * @param number of the newest
     * @param before the one that it took over from, while that is still published
     */
    private record Chain(int number, Key newest, Optional<Key> before) {
        boolean isOver(Instant now) {
            return !now.isBefore(newest.madeAt().plus(SIGNS));
        }

        List<Key> counting(Instant now) {
            return now.isBefore(newest.madeAt().plus(STAYS))
                    ? Stream.concat(Stream.of(newest), before.stream()).toList()
                    : List.of(newest);
        }
    }

    /**
     * @param folder for its owner alone; keys are made in it when they are first needed
     */
    PlatformKeys(Path folder, SecureRandom random, InstantSource realTime) {
        this.vault = KeyVault.pkcs12(folder, KeyStorePassword.besideTheKey(), random);
        this.realTime = realTime;
    }

    /** Opened when the first is needed: a start does not wait for it. */
    private Chain of(Use use, Instant now) {
        Chain known = all.get(use);
        Chain chain = known == null ? found(use) : known;
        if (chain.isOver(now)) {
            int next = chain.number() + 1;
            chain = new Chain(next, made(use.keyName(next)), Optional.of(chain.newest()));
        }
        all.put(use, chain);
        return chain;
    }

    private Chain found(Use use) {
        int number = 0;
        while (vault.holds(use.keyName(number + 1))) number++;
        if (number == 0) return new Chain(1, made(use.keyName(1)), Optional.empty());
        return new Chain(
                number,
                key(use.keyName(number)),
                number == 1 ? Optional.empty() : Optional.of(key(use.keyName(number - 1))));
    }

    private Key made(String name) {
        vault.generate(name, KeyAlgorithm.P256);
        return key(name);
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
            return new Key(published, vault.signer(name), verifier, vault.madeAt(name));
        } catch (JOSEException noDigest) {
            throw new IllegalStateException(noDigest);
        }
    }

    synchronized Key newest(Use use) {
        return of(use, realTime.instant()).newest();
    }

    /** The key of this {@code kid}, if it still counts. */
    synchronized Optional<Key> known(Use use, String kid) {
        Instant now = realTime.instant();
        return of(use, now).counting(now).stream().filter(key -> key.id().equals(kid)).findFirst();
    }

    /** Public halves of all keys that count, the newest of each use first. */
    synchronized JWKSet published() {
        Instant now = realTime.instant();
        List<JWK> keys = new ArrayList<>();
        for (Use use : Use.values()) {
            of(use, now).counting(now).forEach(each -> keys.add(each.published()));
        }
        return new JWKSet(keys);
    }
}
