package org.openmyna.server.platform;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.authority.api.CaCertificateOfGeneration;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.verifier.LoginVerifier;
import org.openmyna.trust.verifier.NonceStore;
import org.openmyna.trust.verifier.VerifierBuilder;

/** The verifier, which trusts the generations that the authority has now. */
final class CardChecks {
    /** A new generation is believed after this at the latest. */
    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

    private record Built(LoginVerifier verifier, Instant at) {}

    private final PlatformNeeds needs;
    private final People people;
    private final NonceStore nonces;
    private final SecureRandom random;
    private final InstantSource realTime;
    private volatile @Nullable Built built;

    CardChecks(
            PlatformNeeds needs,
            People people,
            NonceStore nonces,
            SecureRandom random,
            InstantSource realTime) {
        this.needs = needs;
        this.people = people;
        this.nonces = nonces;
        this.random = random;
        this.realTime = realTime;
    }

    LoginVerifier verifier() {
        Instant now = realTime.instant();
        Built there = built;
        if (there != null && now.isBefore(there.at().plus(KNOWN_FOR))) return there.verifier();
        LoginVerifier fresh = build();
        built = new Built(fresh, now);
        return fresh;
    }

    private LoginVerifier build() {
        List<CaCertificateOfGeneration> generations =
                needs.certificates()
                        .get()
                        .caCertificates(people.call(), CaKind.USER_AUTHENTICATION);
        var builder = VerifierBuilder.testOnly().status(needs.status()).clock(needs.legalTime());
        generations.forEach(each -> builder.trust(CaCertificate.parse(each.der())));
        return builder.logins(needs.address().origin(), nonces, random);
    }
}
