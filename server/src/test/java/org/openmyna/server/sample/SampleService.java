package org.openmyna.server.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.calls.Call;
import org.openmyna.server.calls.Permitted;
import org.openmyna.server.house.Organisation;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** A service for tests. */
@HttpExchange("/internal/sample/v1")
public interface SampleService {
    /** Acts, and says for whom and how often it acted until then. */
    @Permitted("ACT")
    @PostExchange("/people/{id}/acts")
    Receipt act(
            Call call, @PathVariable("id") long id, @RequestBody List<ResidentRecordCode> people);

    /** Acts, and has nothing to say. */
    @Permitted("ACT")
    @PostExchange("/silent")
    void silent(Call call);

    /** A question that fits no address. */
    @Permitted(value = "ASK", acts = false)
    @PostExchange("/questions")
    Optional<Answer> ask(Call call, @RequestBody Question question);

    /** Days of an interval. */
    @Permitted("ASK")
    @GetExchange("/days")
    List<LocalDate> days(
            Call call,
            @RequestParam("from") LocalDate from,
            @RequestParam("to") LocalDate to,
            @RequestParam("weekday") Weekday weekday);

    /** How often it acted. */
    @Permitted("ASK")
    @GetExchange("/acts")
    long acts(Call call);

    /** Whether it ever acted. */
    @Permitted("ASK")
    @GetExchange("/acted")
    boolean hasActed(Call call);

    /** Fails. */
    @Permitted("ACT")
    @PostExchange("/failures")
    Receipt fail(Call call, @RequestBody Failure how);

    /** Which days. */
    enum Weekday {
        ANY,
        SUNDAY
    }

    /** What goes wrong. */
    enum Failure {
        REFUSED,
        UNEXPECTED
    }

    /**
     * @param caller whom it was done for
     */
    record Receipt(Organisation caller, long acts, long id, int people) {}

    /** Something to be asked. */
    sealed interface Question {
        /** How old somebody is. */
        record HowOld(JapaneseDate birthDate, Optional<LocalDate> on) implements Question {}

        /** Nothing in particular. */
        record Nothing() implements Question {}
    }

    /**
     * @param asked the question again
     */
    record Answer(Question asked, Organisation caller) {}
}
