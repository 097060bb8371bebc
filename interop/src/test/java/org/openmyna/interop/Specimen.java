package org.openmyna.interop;

import org.openmyna.card.chip.VirtualCard;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.JpkiCertificate;

/** A personalised card and what is meant to be on it. */
record Specimen(
        VirtualCard card,
        JpkiCertificate userAuthentication,
        JpkiCertificate signature,
        CaCertificate userAuthenticationCa,
        CaCertificate signatureCa)
        implements AutoCloseable {
    @Override
    public void close() {
        card.close();
    }
}
