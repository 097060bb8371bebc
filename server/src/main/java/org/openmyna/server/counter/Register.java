package org.openmyna.server.counter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.calls.Call;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.numbers.api.Purpose;
import org.openmyna.server.residents.api.AsAt;
import org.openmyna.server.residents.api.Deadline;
import org.openmyna.server.residents.api.Found;
import org.openmyna.server.residents.api.History;
import org.openmyna.server.residents.api.Household;
import org.openmyna.server.residents.api.Notice;
import org.openmyna.server.residents.api.Officer;
import org.openmyna.server.residents.api.Outcome;
import org.openmyna.server.residents.api.Protection;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.server.residents.api.Search;
import org.openmyna.server.web.PathUnknown;
import org.openmyna.trust.profile.ValidityRule;

/** The register and the numbers as a clerk sees them: always in a case. */
final class Register {
    /** The affair under which a counter may read a My Number. */
    static final String NUMBER_AFFAIR = "juki.counter";

    /** Why a clerk's first page looks at deadlines: before any case. */
    private static final String OVERVIEW = "期限の一覧";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NOT_FOUND = "MYNA-RES-002";
    private static final String PROTECTED = "MYNA-RES-003";

    private final ResidentService residents;
    private final NumberDoor numbers;
    private final CardDoor cards;
    private final LegalClock clock;
    private final InstantSource realTime;

    Register(CounterNeeds needs) {
        this.residents = needs.residents();
        this.numbers = needs.numbers();
        this.cards = needs.cards();
        this.clock = needs.clock();
        this.realTime = needs.realTime();
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), ValidityRule.JAPAN);
    }

    List<Found> find(Desk desk, Search search) {
        return residents.find(call(), new ResidentService.Find(desk.officer(), search));
    }

    /**
     * @throws PathUnknown if the municipality has no such record
     * @throws HandOver if only a supervisor may see it
     */
    ResidentRecord see(Desk desk, ResidentId id) {
        return seeNow(desk, id).orElseThrow(() -> new PathUnknown(desk.person(id.value(), "")));
    }

    Optional<ResidentRecord> seeNow(Desk desk, ResidentId id) {
        return see(desk, id, new AsAt(today(), now()));
    }

    /** Empty if there was no record then. */
    Optional<ResidentRecord> see(Desk desk, ResidentId id, AsAt asAt) {
        try {
            return open(
                    desk,
                    () ->
                            residents.record(
                                    call(),
                                    id.value(),
                                    new ResidentService.Look(desk.officer(), asAt)));
        } catch (MynaException refused) {
            if (is(refused, NOT_FOUND)) return Optional.empty();
            throw refused;
        }
    }

    /** Whose card lies on the reader; none if it is not valid. */
    Optional<ResidentId> onTheReader() {
        return cards.holder(call());
    }

    Optional<Household> household(Desk desk, ResidentId id) {
        AsAt now = new AsAt(today(), now());
        return open(
                desk,
                () ->
                        residents.household(
                                call(), id.value(), new ResidentService.Look(desk.officer(), now)));
    }

    History history(Desk desk, ResidentId id) {
        return open(desk, () -> residents.history(call(), id.value(), desk.officer()));
    }

    Outcome preview(Desk desk, Notice notice) {
        return open(
                desk,
                () -> residents.preview(call(), new ResidentService.Order(desk.officer(), notice)));
    }

    /**
     * @param form key of the form: sent twice it is recorded once
     */
    Outcome record(Desk desk, Notice notice, String form) {
        return open(
                desk,
                () ->
                        residents.record(
                                call("ctr-" + form),
                                new ResidentService.Order(desk.officer(), notice)));
    }

    Protection protect(Desk desk, ResidentId id, Protection measure, String form) {
        return residents.protect(
                call("ctr-" + form),
                id.value(),
                new ResidentService.Protect(desk.officer(), measure));
    }

    /** Of the clerk's municipality, the earliest first. */
    List<Deadline> deadlines(Clerk clerk, int days, int most) {
        LocalDate today = today();
        return residents.deadlines(
                call(),
                new ResidentService.DeadlineSearch(
                        new Officer(
                                clerk.office().code(), clerk.id(), clerk.supervisor(), OVERVIEW),
                        today,
                        today.plusDays(days),
                        most));
    }

    MyNumber number(Desk desk, ResidentId id) {
        return open(
                desk,
                () ->
                        numbers.reveal(
                                call(),
                                id,
                                desk.officer("個人番号の表示"),
                                new Purpose(
                                        NUMBER_AFFAIR, desk.file().number(), desk.clerk().id())));
    }

    private static <T> T open(Desk desk, Supplier<T> work) {
        try {
            return work.get();
        } catch (MynaException refused) {
            if (is(refused, PROTECTED)) throw new HandOver(desk);
            throw refused;
        }
    }

    private Call call() {
        return call("ctr-" + UUID.randomUUID());
    }

    private Call call(String key) {
        return new Call(key, realTime.instant().plus(PATIENCE));
    }

    /** Whether the register says no, in words for whoever asked. */
    static boolean isRefusal(MynaException refused) {
        String code = refused.errorCode().code();
        return code.startsWith("MYNA-RES-") || code.startsWith("MYNA-KRN-");
    }

    private static boolean is(MynaException refused, String code) {
        return refused.errorCode().code().equals(code);
    }
}
