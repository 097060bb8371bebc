package org.openmyna.server.counter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmyna.server.residents.api.AsAt;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.page.Banner;
import org.openmyna.server.web.page.HtmlPage;
import org.openmyna.server.web.page.On;
import org.openmyna.server.web.page.PageDraft;
import org.openmyna.server.web.page.Typed;
import org.openmyna.server.web.page.Visit;
import org.openmyna.trust.profile.ValidityRule;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The past of a record: what was true when, and what the register knew then. */
@Controller
@On(Origin.COUNTER)
final class HistoryScreen {
    static final List<String> ROUTES = List.of("GET /cases/{number}/people/{id}/history");

    private final Frame frame;
    private final Desks desks;
    private final Register register;

    HistoryScreen(Frame frame, Desks desks, Register register) {
        this.frame = frame;
        this.desks = desks;
        this.register = register;
    }

    @GetMapping("/cases/{number}/people/{id}/history")
    HtmlPage history(
            Visit visit,
            @PathVariable("number") String number,
            @PathVariable("id") String id,
            Typed typed) {
        Desk desk = desks.of(visit, number);
        return page(visit, desk, register.see(desk, PersonScreen.id(desk, id)), typed);
    }

    private HtmlPage page(Visit visit, Desk desk, ResidentRecord record, Typed typed) {
        Sheet asked = Sheet.of(typed);
        Days.Read<LocalDate> valid = Days.day("valid", asked::value);
        Days.Read<LocalDate> known = Days.day("known", asked::value);
        LocalDate validOn = day(valid).orElse(register.today());
        Instant knownAt = day(known).map(this::endOf).orElse(register.now());
        Sheet sheet = asked.value("step").isEmpty() ? Sheet.fresh(today()) : asked;
        HistoryView view =
                new HistoryView(
                        record,
                        register.history(desk, record.id()).versions(),
                        sheet,
                        validOn,
                        knownAt,
                        register.see(desk, record.id(), new AsAt(validOn, knownAt)));
        PageDraft page = frame.about(visit, desk, record.id().value(), "history.title");
        if (valid instanceof Days.Read.Wrong<?> || known instanceof Days.Read.Wrong<?>) {
            page.with(Banner.of(Banner.Kind.WARNING, "history.wrong"));
        }
        return page.show(
                "counter/history", Map.of("desk", desk, "view", view, "show", frame.show(visit)));
    }

    /** Everything that was recorded on that day is known. */
    private Instant endOf(LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(ValidityRule.JAPAN).toInstant().minusNanos(1000);
        return end.isAfter(register.now()) ? register.now() : end;
    }

    private Map<String, String> today() {
        Map<String, String> values = new HashMap<>();
        DayFields.put("valid", register.today(), values);
        DayFields.put("known", register.today(), values);
        return values;
    }

    private static Optional<LocalDate> day(Days.Read<LocalDate> read) {
        return read instanceof Days.Read.Day<LocalDate>(LocalDate day)
                ? Optional.of(day)
                : Optional.empty();
    }
}
