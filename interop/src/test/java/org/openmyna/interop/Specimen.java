package org.openmyna.interop;

import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.issuer.IssuedCard;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.JpkiCertificate;

/** A personalised card and what is meant to be on it. */
record Specimen(
        VirtualCard card,
        IssuedCard issued,
        CaCertificate userAuthenticationCa,
        CaCertificate signatureCa)
        implements AutoCloseable {
    JpkiCertificate userAuthentication() {
        return issued.userAuthentication();
    }

    JpkiCertificate signature() {
        return issued.signature().orElseThrow();
    }

    @Override
    public void close() {
        card.close();
    }
}
