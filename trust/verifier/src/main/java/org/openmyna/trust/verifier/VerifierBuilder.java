package org.openmyna.trust.verifier;

import java.security.Provider;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.NativeCrypto;
import org.openmyna.trust.profile.CaCertificate;

/**
 * The settings that all verifiers have in common: whom to trust, where status comes from, how old
 * things may be, what time it is. Its last call names the job: {@link #logins}, {@link #signatures}
 * or {@link #evidence}.
 */
public final class VerifierBuilder {
    private final TrustMode mode;
    private final List<CaCertificate> authorities = new ArrayList<>();
    private Set<String> real = Pinned.REAL;
    private Freshness freshness = Freshness.standard();
    private Optional<Provider> accelerator = NativeCrypto.provider();
    private @Nullable StatusSource status;
    private @Nullable InstantSource clock;

    private VerifierBuilder(TrustMode mode) {
        this.mode = mode;
    }

    /** For real cards: trusts the six CA certificates that J-LIS publishes, and no other. */
    public static VerifierBuilder production() {
        return new VerifierBuilder(TrustMode.PRODUCTION);
    }

    /** For sandbox, development and tests: trusts test authorities (O=JPKI-TEST) alone. */
    public static VerifierBuilder testOnly() {
        return new VerifierBuilder(TrustMode.TEST);
    }

    /**
     * Pins a generation of an authority; call it for each generation in use. What the generation's
     * own key is (RSA-2048, P-384), its certificates must have.
     */
    public VerifierBuilder trust(CaCertificate authority) {
        authorities.add(authority);
        return this;
    }

    /** Where the status of certificates comes from. */
    public VerifierBuilder status(StatusSource source) {
        status = source;
        return this;
    }

    public VerifierBuilder freshness(Freshness freshness) {
        this.freshness = freshness;
        return this;
    }

    /** The legal time, by which certificates, status and challenges are judged. */
    public VerifierBuilder clock(InstantSource clock) {
        this.clock = clock;
        return this;
    }

    /** A faster provider for public keys; by default {@link NativeCrypto} where it fits. */
    public VerifierBuilder accelerator(Optional<Provider> provider) {
        accelerator = provider;
        return this;
    }

    /**
     * Logs people in.
     *
     * @param platformOrigin this platform, such as {@code https://platform.example.jp}: https, or
     *     http on this machine; lower case, port only if unusual, no path
     * @param nonces where issued challenges wait for their one answer
     * @throws SettingsIncomplete if authorities, status or clock are missing (MYNA-VRF-084)
     * @throws TestAuthorityInProduction if a test authority was given for production (MYNA-VRF-080)
     * @throws AuthorityNotPinned if a CA certificate is none of the real ones in production
     *     (MYNA-VRF-081)
     * @throws RealAuthorityInTest if a real authority was given for tests (MYNA-VRF-083)
     * @throws LoginChallengeMalformed if the platform's origin is not one (MYNA-VRF-001)
     */
    public LoginVerifier logins(String platformOrigin, NonceStore nonces, SecureRandom random) {
        Judge judge = judge();
        return new LoginVerifier(
                judge,
                new ChallengeSteps(platformOrigin, nonces, random, judge.clock(), freshness));
    }

    /**
     * Verifies signatures.
     *
     * @throws SettingsIncomplete as {@link #logins}, and the others but the last
     */
    public SignatureVerifier signatures() {
        return new SignatureVerifier(judge());
    }

    /**
     * Judges kept evidence again, off line: no status source is asked. In production no authority
     * need be given, for the evidence carries it and the real ones are known by fingerprint.
     *
     * @throws SettingsIncomplete if the clock is missing, or authorities for tests (MYNA-VRF-084)
     */
    public EvidenceVerifier evidence() {
        if (clock == null) throw new SettingsIncomplete("clock");
        if (mode == TrustMode.TEST && authorities.isEmpty())
            throw new SettingsIncomplete("no authority to trust");
        return new EvidenceVerifier(
                new Anchors(mode, authorities, real),
                new Signatures(accelerator),
                freshness,
                clock);
    }

    /** Other fingerprints as the real ones: for tests, which have no certificate of J-LIS. */
    VerifierBuilder real(Set<String> fingerprints) {
        real = Set.copyOf(fingerprints);
        return this;
    }

    private Judge judge() {
        if (status == null) throw new SettingsIncomplete("status");
        if (clock == null) throw new SettingsIncomplete("clock");
        var pinned = new Pinned(mode, authorities, real);
        return new Judge(pinned, new Signatures(accelerator), status, freshness, clock);
    }
}
