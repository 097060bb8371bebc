package org.openmyna.trust.verifier;

import java.security.Provider;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.NativeCrypto;
import org.openmyna.trust.profile.CaCertificate;

/**
 * Settings of a {@link CardVerifier}. Needed by all: authorities, revocation lists, a clock. Needed
 * for logins as well: the platform's origin, a nonce store, a source of chance. Mode is PRODUCTION
 * unless TEST is asked for.
 */
public final class CardVerifierBuilder {
    private final List<CaCertificate> authorities = new ArrayList<>();
    private TrustMode mode = TrustMode.PRODUCTION;
    private Freshness freshness = Freshness.standard();
    private Optional<Provider> accelerator = NativeCrypto.provider();
    private @Nullable RevocationSource revocation;
    private @Nullable InstantSource clock;
    private @Nullable String platformOrigin;
    private @Nullable NonceStore nonces;
    private @Nullable SecureRandom random;

    CardVerifierBuilder() {}

    public CardVerifierBuilder mode(TrustMode mode) {
        this.mode = mode;
        return this;
    }

    /** Pins a generation of an authority; call it for each generation in use. */
    public CardVerifierBuilder trust(CaCertificate authority) {
        authorities.add(authority);
        return this;
    }

    public CardVerifierBuilder revocation(RevocationSource source) {
        revocation = source;
        return this;
    }

    public CardVerifierBuilder freshness(Freshness freshness) {
        this.freshness = freshness;
        return this;
    }

    /** The legal time, by which certificates, lists and challenges are judged. */
    public CardVerifierBuilder clock(InstantSource clock) {
        this.clock = clock;
        return this;
    }

    /** A faster provider for the RSA operation; by default {@link NativeCrypto} where it fits. */
    public CardVerifierBuilder accelerator(Optional<Provider> provider) {
        accelerator = provider;
        return this;
    }

    /**
     * Makes logins possible.
     *
     * @param platformOrigin this platform, such as {@code https://platform.example.jp}: https, or
     *     http on this machine; lower case, port only if unusual, no path
     * @param nonces where issued challenges wait for their one answer
     */
    public CardVerifierBuilder logins(
            String platformOrigin, NonceStore nonces, SecureRandom random) {
        this.platformOrigin = platformOrigin;
        this.nonces = nonces;
        this.random = random;
        return this;
    }

    /**
     * @throws SettingsIncomplete if authorities, revocation or clock are missing (MYNA-VRF-084)
     * @throws TestAuthorityInProduction if a test authority was given in production mode
     *     (MYNA-VRF-080)
     * @throws AuthorityNotPinned if a CA certificate is none of the real ones in production mode
     *     (MYNA-VRF-081)
     * @throws RealAuthorityInTest if a real authority was given in test mode (MYNA-VRF-083)
     * @throws LoginChallengeMalformed if the platform's origin is not one (MYNA-VRF-001)
     */
    public CardVerifier build() {
        if (revocation == null) throw new SettingsIncomplete("revocation");
        if (clock == null) throw new SettingsIncomplete("clock");
        Optional<LoginDesk> desk = Optional.empty();
        if (platformOrigin != null && nonces != null && random != null)
            desk = Optional.of(new LoginDesk(platformOrigin, nonces, random, clock, freshness));
        return new CardVerifier(
                new Pinned(mode, authorities), accelerator, revocation, freshness, clock, desk);
    }
}
