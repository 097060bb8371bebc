package org.openmyna.trust.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.openmyna.trust.authority.crl.PublishedList;
import org.openmyna.trust.authority.crl.RevocationListPublisher;
import org.openmyna.trust.profile.DistributionPoint;
import org.openmyna.trust.profile.RevocationList;

/** Revocation lists on demand, in memory: for one who asks now, not for the country. */
record Lists(RevocationListPublisher publisher) {
    RevocationList list(short generation, Optional<DistributionPoint> point) {
        PublishedList list = publisher.publish(generation, point);
        try {
            return RevocationList.parse(Files.readAllBytes(list.file()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
