package org.openmyna.server.counter;

import java.time.InstantSource;
import java.time.LocalDate;
import org.openmyna.server.web.PathUnknown;
import org.openmyna.server.web.page.Sessions;
import org.openmyna.server.web.page.Visit;
import org.openmyna.trust.profile.ValidityRule;

/** Cases by their numbers, for who may work on them. */
final class Desks {
    private final Cases cases;
    private final Affairs affairs;
    private final InstantSource clock;
    private final InstantSource realTime;
    private final Sessions<AtWork> sessions;

    /**
     * @param clock legal time
     * @param realTime screens do not lock by the law's clock
     */
    Desks(
            Cases cases,
            Affairs affairs,
            InstantSource clock,
            InstantSource realTime,
            Sessions<AtWork> sessions) {
        this.realTime = realTime;
        this.sessions = sessions;
        this.cases = cases;
        this.affairs = affairs;
        this.clock = clock;
    }

    /**
     * @throws PathUnknown if there is no such case of this municipality
     */
    Desk of(Visit visit, String number) {
        AtWork work = work(visit);
        return cases.find(number, work.clerk())
                .flatMap(file ->
                        affairs.find(file.affair()).map(affair -> new Desk(work, file, affair)))
                .orElseThrow(() -> new PathUnknown("/cases/" + shown(number)));
    }

    /**
     * @throws SignedOut if nobody is signed in
     * @throws ScreenLocked if nothing was asked for during five minutes
     */
    AtWork work(Visit visit) {
        AtWork work = anybody(visit);
        if (!use(work)) throw new ScreenLocked(work);
        return work;
    }

    /**
     * Whoever is signed in, be the screen locked or not.
     *
     * @throws SignedOut if nobody is
     */
    AtWork anybody(Visit visit) {
        return sessions.of(visit).orElseThrow(SignedOut::new);
    }

    /** Whether the screen is open, and stays so for the next five minutes. */
    boolean use(AtWork work) {
        return work.lock().use(realTime.instant());
    }

    boolean isLocked(AtWork work) {
        return work.lock().isLocked(realTime.instant());
    }

    private static String shown(String number) {
        return number.length() > 40 ? number.substring(0, 40) + "…" : number;
    }

    /** In Japan, by the legal clock. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ValidityRule.JAPAN);
    }
}
