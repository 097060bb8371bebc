package org.openmyna.server.residents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.trust.profile.ValidityRule;

/** Legal time that stands still until it is moved. */
final class TestClock implements LegalClock {
    private Instant now;

    TestClock(LocalDate day) {
        now = day.atTime(LocalTime.NOON).atZone(ValidityRule.JAPAN).toInstant();
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized Instant moveTo(Instant later) {
        if (later.isAfter(now)) now = later;
        return now;
    }

    void moveTo(LocalDate day) {
        moveTo(day.atTime(LocalTime.NOON).atZone(ValidityRule.JAPAN).toInstant());
    }
}
