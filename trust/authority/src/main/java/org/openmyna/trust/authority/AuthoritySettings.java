package org.openmyna.trust.authority;

import org.openmyna.trust.authority.crl.ListSettings;
import org.openmyna.trust.authority.ocsp.OcspSettings;
import org.openmyna.trust.profile.CertificateAddresses;
import org.openmyna.trust.profile.Hierarchy;

/**
 * What an operator decides.
 *
 * @param addresses written into certificates; in the test hierarchy never those of a real host
 */
public record AuthoritySettings(
        Hierarchy hierarchy,
        CertificateAddresses addresses,
        ListSettings lists,
        OcspSettings ocsp) {
    /**
     * @throws org.openmyna.trust.profile.RealHostRefused if an address of the test hierarchy names
     *     a real host (MYNA-PRF-012)
     */
    public AuthoritySettings {
        addresses.mustSuit(hierarchy);
    }

    /** The test hierarchy, sandbox addresses, lists that live two days, OCSP for everybody. */
    public static AuthoritySettings sandbox() {
        return new AuthoritySettings(
                Hierarchy.TEST,
                CertificateAddresses.sandbox(),
                ListSettings.usual(),
                OcspSettings.sandbox());
    }

    /** The same with other addresses. */
    public AuthoritySettings with(CertificateAddresses others) {
        return new AuthoritySettings(hierarchy, others, lists, ocsp);
    }

    /** The same with other rules for OCSP. */
    public AuthoritySettings with(OcspSettings other) {
        return new AuthoritySettings(hierarchy, addresses, lists, other);
    }

    /** The same with other rules for revocation lists. */
    public AuthoritySettings with(ListSettings other) {
        return new AuthoritySettings(hierarchy, addresses, other, ocsp);
    }
}
