package org.openmyna.server.residents;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;

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
    private final LongSupplier numbers;
    private final Set<Moment> underWay = new HashSet<>();
    private Instant last;

    /**
     * @param last instant that the database holds
     */
    KnownAxis(InstantSource legalTime, LongSupplier numbers, Instant last) {
        this.legalTime = legalTime;
        this.numbers = numbers;
        this.last = last;
    }

    synchronized Moment begin() {
        Instant now = legalTime.instant().truncatedTo(ChronoUnit.MICROS);
        last = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        Moment moment = new Moment(numbers.getAsLong(), last);
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
