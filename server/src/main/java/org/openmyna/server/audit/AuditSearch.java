package org.openmyna.server.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are to be reviewed.
 *
 * @param from real time, inclusive
 * @param to real time, exclusive
 * @param after position behind which to go on reading
 * @param most entries at a time, 1 to 1,000
 */
public record AuditSearch(
        Optional<String> subject,
        Optional<String> officer,
        Optional<Instant> from,
        Optional<Instant> to,
        long after,
        int most) {
    private static final int PAGE = 1_000;

    public AuditSearch {
        if (most < 1 || most > PAGE) throw new IllegalArgumentException("1 to 1000 at a time");
    }

    /** The first thousand of everything. */
    public static AuditSearch all() {
        return new AuditSearch(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, PAGE);
    }

    public static AuditSearch aboutSubject(String subject) {
        return new AuditSearch(
                Optional.of(subject),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                PAGE);
    }

    public static AuditSearch byOfficer(String officer) {
        return new AuditSearch(
                Optional.empty(),
                Optional.of(officer),
                Optional.empty(),
                Optional.empty(),
                0,
                PAGE);
    }

    /** Between two moments of real time; the end is exclusive. */
    public static AuditSearch between(Instant from, Instant to) {
        return new AuditSearch(
                Optional.empty(), Optional.empty(), Optional.of(from), Optional.of(to), 0, PAGE);
    }

    /** The same, behind this position. */
    public AuditSearch after(long position) {
        return new AuditSearch(subject, officer, from, to, position, most);
    }
}
