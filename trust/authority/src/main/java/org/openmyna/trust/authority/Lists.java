package org.openmyna.trust.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.openmyna.trust.authority.crl.PublishedList;
import org.openmyna.trust.authority.crl.RevocationListPublisher;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.DistributionPoint;
import org.openmyna.trust.profile.RevocationList;

/** Revocation lists on demand, in memory: for one who asks now, not for the country. */
final class Lists {
    private static final String POINTS =
            """
            SELECT DISTINCT point
              FROM list_point
             WHERE generation BETWEEN ? AND ?
             UNION
            SELECT DISTINCT point
              FROM status_log
             WHERE position > (SELECT position FROM list_point_known)
               AND event = 2 AND generation BETWEEN ? AND ?
            """;

    private final CaKind ca;
    private final Engine engine;
    private final Archive archive;
    private final RevocationListPublisher publisher;

    Lists(CaKind ca, Engine engine, Archive archive, RevocationListPublisher publisher) {
        this.ca = ca;
        this.engine = engine;
        this.archive = archive;
        this.publisher = publisher;
    }

    RevocationList list(short generation, Optional<DistributionPoint> point) {
        PublishedList list = publisher.publish(generation, point);
        try {
            return RevocationList.parse(Files.readAllBytes(list.file()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Set<DistributionPoint> points() {
        engine.books().log().catchUp();
        return new LinkedHashSet<>(
                archive.list(
                        POINTS,
                        ask -> {
                            ask.setShort(1, archive.first());
                            ask.setShort(2, archive.last());
                            ask.setShort(3, archive.first());
                            ask.setShort(4, archive.last());
                        },
                        row -> point(row.getString(1))));
    }

    private DistributionPoint point(String text) {
        int slash = text.indexOf('/');
        return new DistributionPoint(
                ca,
                engine.settings().hierarchy(),
                text.substring(0, slash),
                text.substring(slash + 1));
    }
}
