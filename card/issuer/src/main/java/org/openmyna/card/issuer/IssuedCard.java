package org.openmyna.card.issuer;

import org.openmyna.trust.profile.JpkiCertificate;

/** What was put on a card. */
public record IssuedCard(JpkiCertificate userAuthentication, JpkiCertificate signature) {}
