package org.openmyna.card.issuer;

import java.util.Optional;
import java.util.stream.Stream;
import org.openmyna.trust.profile.JpkiCertificate;

/**
 * What was put on a card.
 *
 * @param signature empty on a card that only logs in, as a child's
 */
public record IssuedCard(JpkiCertificate userAuthentication, Optional<JpkiCertificate> signature) {
    /** The certificates on the card, the one for login first. */
    public Stream<JpkiCertificate> certificates() {
        return Stream.concat(Stream.of(userAuthentication), signature.stream());
    }
}
