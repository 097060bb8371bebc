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
    private final Sessions<AtWork> sessions;

    /**
     * @param clock legal time
     */
    Desks(Cases cases, Affairs affairs, InstantSource clock, Sessions<AtWork> sessions) {
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
     */
    AtWork work(Visit visit) {
        return sessions.of(visit).orElseThrow(SignedOut::new);
    }

    private static String shown(String number) {
        return number.length() > 40 ? number.substring(0, 40) + "…" : number;
    }

    /** In Japan, by the legal clock. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ValidityRule.JAPAN);
    }
}
