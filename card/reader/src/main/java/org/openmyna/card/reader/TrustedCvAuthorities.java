package org.openmyna.card.reader;

import java.security.interfaces.RSAPublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.KeyId;
import org.openmyna.card.protocol.KnownCvAuthority;

/**
 * The authorities whose signatures under issuer certificates (CV証明書) count, each for one
 * application. Either those of real cards or those of test cards, never both.
 */
public final class TrustedCvAuthorities {
    /** One authority. */
    record Authority(CardApplication application, RSAPublicKey publicKey) {}

    private final CardTrustMode mode;
    private final Map<KeyId, Authority> authorities;

    private TrustedCvAuthorities(CardTrustMode mode, Map<KeyId, Authority> authorities) {
        this.mode = mode;
        this.authorities = Map.copyOf(authorities);
    }

    /** The published keys of real cards; nothing can be added. */
    public static TrustedCvAuthorities production() {
        return new TrustedCvAuthorities(CardTrustMode.PRODUCTION, known(true));
    }

    /** The published keys of official test cards; {@link #and} adds those of a sandbox. */
    public static TrustedCvAuthorities test() {
        return new TrustedCvAuthorities(CardTrustMode.TEST, known(false));
    }

    private static Map<KeyId, Authority> known(boolean production) {
        var known = new LinkedHashMap<KeyId, Authority>();
        for (KnownCvAuthority each : KnownCvAuthority.values()) {
            if (each.isProduction() == production) {
                known.put(each.id(), new Authority(each.application(), each.publicKey()));
            }
        }
        return known;
    }

    /**
     * These and one more, such as {@code 6999033/001} of the sandbox from its issuer's key file.
     *
     * @throws TestAuthorityInProduction in production mode (MYNA-CRD-051)
     * @throws RealAuthorityInTest if the id does not begin with 6 (MYNA-CRD-052)
     */
    public TrustedCvAuthorities and(CardApplication application, KeyId id, RSAPublicKey key) {
        if (mode == CardTrustMode.PRODUCTION) throw new TestAuthorityInProduction(id);
        if (!id.isTest()) throw new RealAuthorityInTest(id);
        var more = new LinkedHashMap<>(authorities);
        more.put(id, new Authority(application, key));
        return new TrustedCvAuthorities(mode, more);
    }

    public CardTrustMode mode() {
        return mode;
    }

    /** All 16 bytes of the id count. */
    Optional<Authority> find(KeyId id) {
        return Optional.ofNullable(authorities.get(id));
    }
}
