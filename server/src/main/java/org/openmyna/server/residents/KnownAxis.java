package org.openmyna.server.residents;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;

/**
 * The axis of knowledge: each recording has a number and a legal instant, and both rise together.
 * Whoever asks what was known at an instant waits for recordings of that instant or earlier that
 * are not on the disk yet, and none gets such an instant afterwards: what was once answered stays
 * true. One machine writes the register.
 */
final class KnownAxis {
    /** A recording that is under way. */
    record Moment(long number, Instant at) {}

    private final InstantSource legalTime;
    private final IdBlocks numbers;
    private final Set<Moment> underWay = new HashSet<>();
    private Instant last;

    /**
     * @param last instant that the database holds
     */
    KnownAxis(InstantSource legalTime, IdBlocks numbers, Instant last) {
        this.legalTime = legalTime;
        this.numbers = numbers;
        this.last = last;
    }

    /**
     * @param connection of the recording: it has all that it needs, so that whoever waits for it
     *     waits for nobody who waits
     */
    synchronized Moment begin(Connection connection) throws SQLException {
        Instant now = legalTime.instant().truncatedTo(ChronoUnit.MICROS);
        last = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        Moment moment = new Moment(numbers.next(connection), last);
        underWay.add(moment);
        return moment;
    }

    /** It is on the disk, or will never be. */
    synchronized void end(Moment moment) {
        underWay.remove(moment);
        notifyAll();
    }

    /**
     * @return the instant to be asked for: the same, or now if it lies ahead
     */
    synchronized Instant settled(Instant knownAt) {
        Instant now = legalTime.instant().truncatedTo(ChronoUnit.MICROS);
        if (now.isBefore(last)) now = last;
        Instant asked = knownAt.isAfter(now) ? now : knownAt;
        if (asked.isAfter(last)) last = asked;
        boolean interrupted = false;
        while (underWay.stream().anyMatch(each -> !each.at().isAfter(asked))) {
            try {
                wait();
            } catch (InterruptedException stop) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
        return asked;
    }
}
