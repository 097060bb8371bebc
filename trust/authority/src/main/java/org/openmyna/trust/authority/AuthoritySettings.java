package org.openmyna.trust.authority;

import java.time.Duration;
import org.openmyna.trust.profile.CertificateAddresses;
import org.openmyna.trust.profile.Hierarchy;

/**
 * What an operator decides.
 *
 * @param addresses written into certificates; in the test hierarchy never those of a real host
 * @param listLifetime how long a revocation list may be used: an hour to ten days
 */
public record AuthoritySettings(
        Hierarchy hierarchy, CertificateAddresses addresses, Duration listLifetime) {
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(10);
    private static final Duration TWO_DAYS = Duration.ofHours(48);

    /**
     * @throws org.openmyna.trust.profile.RealHostRefused if an address of the test hierarchy names
     *     a real host (MYNA-PRF-012)
     * @throws ListLifetimeRefused if lists would live too short or too long (MYNA-AUT-026)
     */
    public AuthoritySettings {
        addresses.mustSuit(hierarchy);
        if (listLifetime.compareTo(SHORTEST) < 0 || listLifetime.compareTo(LONGEST) > 0) {
            throw new ListLifetimeRefused(listLifetime.toString());
        }
    }

    /** The test hierarchy, sandbox addresses, lists that live two days. */
    public static AuthoritySettings sandbox() {
        return new AuthoritySettings(Hierarchy.TEST, CertificateAddresses.sandbox(), TWO_DAYS);
    }

    /** The same with other addresses. */
    public AuthoritySettings with(CertificateAddresses others) {
        return new AuthoritySettings(hierarchy, others, listLifetime);
    }
}
