package org.openmyna.trust.authority.crl;

import java.io.IOException;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.profile.DistributionPoint;
import org.openmyna.trust.profile.JpkiProfile;
import org.openmyna.trust.profile.RevocationListHead;
import org.openmyna.trust.profile.RevocationListWriter;
import org.openmyna.trust.profile.WrittenRevocationList;

/**
 * One number of one generation: the lists made from one snapshot of the database. The connection is
 * in a transaction that sees one state of it, and its caller has the lock of publication.
 *
 * @param number cRLNumber
 * @param position of the log in this snapshot
 * @param endingFrom certificates that ended before are not told any more: a regular list already
 *     told them after their end (RFC 5280 3.3)
 * @param day whose regular lists these are; null on demand
 */
record Issue(
        Connection connection,
        ListFolder folder,
        JpkiProfile.Issuer issuer,
        Generation generation,
        long number,
        long position,
        Instant thisUpdate,
        Instant nextUpdate,
        Instant endingFrom,
        @Nullable LocalDate day) {
    private static final String LOG =
            """
            SELECT position, happened_at
              FROM status_log
             ORDER BY position DESC
             LIMIT 1
            """;

    /** Where the log is in a snapshot. */
    private record LogEnd(long position, Instant date) {}

    /** What an issue is begun with. */
    record Beginning(
            Connection connection,
            ListFolder folder,
            JpkiProfile.Issuer issuer,
            Duration lifetime,
            Instant now,
            @Nullable LocalDate day) {}

    /**
     * Takes the next number. The list is dated now, or when its day began; but not earlier than
     * anything in it, nor than the last list, nor than the key.
     */
    static Issue begin(Generation generation, Beginning with) throws SQLException {
        LogEnd log = logEnd(with.connection());
        KnownPoints.learn(with.connection(), log.position());
        Optional<ListRow> last = ListRow.newest(with.connection(), generation.id());
        Instant wanted = with.day() == null ? with.now() : Midnight.startOf(with.day());
        Instant thisUpdate =
                latest(
                        wanted.truncatedTo(ChronoUnit.SECONDS),
                        log.date(),
                        generation.certificate().notBefore(),
                        last.map(ListRow::thisUpdate).orElse(Instant.EPOCH));
        return new Issue(
                with.connection(),
                with.folder(),
                with.issuer(),
                generation,
                last.map(ListRow::number).orElse(0L) + 1,
                log.position(),
                thisUpdate,
                thisUpdate.plus(with.lifetime()),
                ListRow.newestRegular(with.connection(), generation.id())
                        .map(ListRow::thisUpdate)
                        .orElse(Instant.EPOCH),
                with.day());
    }

    private static LogEnd logEnd(Connection connection) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(LOG);
                ResultSet row = asked.executeQuery()) {
            return row.next()
                    ? new LogEnd(
                            row.getLong("position"),
                            row.getObject("happened_at", OffsetDateTime.class).toInstant())
                    : new LogEnd(0, Instant.EPOCH);
        }
    }

    private static Instant latest(Instant first, Instant... others) {
        Instant latest = first;
        for (Instant other : others) {
            latest = other.isAfter(latest) ? other : latest;
        }
        return latest;
    }

    /** Whether the key may still sign a list of this date. */
    boolean isWithinLifeOfKey() {
        return generation.certificate().validity().includes(thisUpdate);
    }

    ListRow full() throws SQLException, IOException {
        try (var rows = RevokedRows.ofGeneration(connection, generation.id(), endingFrom)) {
            return write(PublishedList.ALL, rows::next, rows);
        }
    }

    ListRow shard(String point) throws SQLException, IOException {
        try (var rows = RevokedRows.ofPoint(connection, generation.id(), endingFrom, point)) {
            return write(point, rows::next, rows);
        }
    }

    /** One list for each point that has certificates, if only an empty one. */
    List<ListRow> shards() throws SQLException, IOException {
        List<String> points = KnownPoints.of(connection, generation.id());
        List<ListRow> shards = new ArrayList<>(points.size());
        try (var rows = RevokedRows.byPoint(connection, generation.id(), endingFrom)) {
            boolean there = rows.next();
            for (String point : points) {
                PointRows ofPoint = new PointRows(rows, point, there);
                shards.add(write(point, ofPoint::next, rows));
                there = ofPoint.there();
            }
        }
        return shards;
    }

    /** The part of a stream that is of one point; the stream stands on the next row after it. */
    private static final class PointRows {
        private final RevokedRows rows;
        private final String point;
        private boolean there;
        private boolean fresh = true;

        PointRows(RevokedRows rows, String point, boolean there) {
            this.rows = rows;
            this.point = point;
            this.there = there;
        }

        boolean next() throws IOException {
            if (!fresh && there) {
                there = rows.next();
            }
            fresh = false;
            while (there && rows.point().compareTo(point) < 0) {
                there = rows.next();
            }
            return there && rows.point().equals(point);
        }

        boolean there() {
            return there;
        }
    }

    private interface Step {
        boolean toNextRow() throws IOException;
    }

    private ListRow write(String point, Step step, RevokedRows rows) throws IOException {
        String name = ListNames.file(generation, point);
        RevocationListHead head =
                new RevocationListHead(
                        BigInteger.valueOf(number), thisUpdate, nextUpdate, scope(point));
        int entries = 0;
        try (RevocationListWriter list =
                RevocationListWriter.open(folder.numbered(name, number), issuer, head)) {
            while (step.toNextRow()) {
                rows.addTo(list);
                entries++;
            }
            return row(point, list.sign(new ListLint(name, generation, head, entries)));
        }
    }

    private Optional<DistributionPoint> scope(String point) {
        var certificate = generation.certificate();
        return point.equals(PublishedList.ALL)
                ? Optional.empty()
                : Optional.of(ListNames.point(certificate.kind(), certificate.hierarchy(), point));
    }

    private ListRow row(String point, WrittenRevocationList written) {
        return new ListRow(
                generation.id(),
                point,
                number,
                position,
                thisUpdate,
                nextUpdate,
                written.entries(),
                written.bytes(),
                written.sha256(),
                day);
    }
}
