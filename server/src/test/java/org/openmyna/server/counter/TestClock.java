package org.openmyna.server.counter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.trust.profile.ValidityRule;

/** Legal time that goes on a second with every look, and can be moved. */
final class TestClock implements LegalClock {
    private Instant now;

    TestClock(LocalDate day) {
        now = noon(day);
    }

    @Override
    public synchronized Instant instant() {
        now = now.plusMillis(20);
        return now;
    }

    @Override
    public synchronized Instant moveTo(Instant later) {
        if (later.isAfter(now)) now = later;
        return now;
    }

    void moveTo(LocalDate day) {
        moveTo(noon(day));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(ValidityRule.JAPAN).toInstant();
    }
}
