package org.openmyna.trust.authority.crl;

import java.time.Duration;

/**
 * What an operator decides about revocation lists.
 *
 * @param lifetime from thisUpdate to nextUpdate: an hour to ten days
 * @param keptAfterEnd how long a numbered file stays after its nextUpdate: up to ten years
 */
public record ListSettings(Duration lifetime, Duration keptAfterEnd) {
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(10);
    private static final Duration TEN_YEARS = Duration.ofDays(3653);

    /**
     * @throws ListSettingsRefused for a value outside its range (MYNA-CRL-005)
     */
    public ListSettings {
        if (lifetime.compareTo(SHORTEST) < 0 || lifetime.compareTo(LONGEST) > 0) {
            throw new ListSettingsRefused("lifetime");
        }
        if (keptAfterEnd.isNegative() || keptAfterEnd.compareTo(TEN_YEARS) > 0) {
            throw new ListSettingsRefused("keptAfterEnd");
        }
    }

    /** Two days (reference 3.1), and old numbers stay for a month. */
    public static ListSettings usual() {
        return new ListSettings(Duration.ofHours(48), Duration.ofDays(30));
    }
}
