package org.openmyna.trust.verifier;

import java.time.Duration;

/**
 * How old things may be.
 *
 * @param challengeLife from the issue of a challenge to its answer
 * @param listAge from the issue of a revocation list to the time of validation; its nextUpdate
 *     counts as well, whichever comes first
 * @param answerAge from the data of an OCSP answer (thisUpdate) to the time of validation; its
 *     nextUpdate counts as well
 * @param clockSkew how far the clocks of platform and authority may be apart
 */
public record Freshness(
        Duration challengeLife, Duration listAge, Duration answerAge, Duration clockSkew) {
    public Freshness {
        if (challengeLife.isNegative() || challengeLife.isZero())
            throw new SettingsIncomplete("challengeLife must be positive");
        if (listAge.isNegative() || listAge.isZero())
            throw new SettingsIncomplete("listAge must be positive");
        if (answerAge.isNegative() || answerAge.isZero())
            throw new SettingsIncomplete("answerAge must be positive");
        if (clockSkew.isNegative()) throw new SettingsIncomplete("clockSkew must not be negative");
    }

    /**
     * Five minutes for a login, 48 hours for a daily list, 30 minutes for an answer from data of
     * every 15 minutes, 30 seconds between clocks.
     */
    public static Freshness standard() {
        return new Freshness(
                Duration.ofMinutes(5),
                Duration.ofHours(48),
                Duration.ofMinutes(30),
                Duration.ofSeconds(30));
    }
}
