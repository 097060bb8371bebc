package org.openmyna.server.counter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.MyNumber;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.page.HtmlPage;
import org.openmyna.server.web.page.Mistakes;
import org.openmyna.server.web.page.On;
import org.openmyna.server.web.page.PageDraft;
import org.openmyna.server.web.page.Typed;
import org.openmyna.server.web.page.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows a My Number, once and for half a minute, to whoever says why. */
@Controller
@On(Origin.COUNTER)
final class NumberScreen {
    static final List<String> ROUTES =
            List.of(
                    "GET /cases/{number}/people/{id}/number",
                    "POST /cases/{number}/people/{id}/number");

    /** Why a number is looked at; a choice, so that nobody's items get into it. */
    static final List<String> REASONS = List.of("notice", "request", "card", "survey");

    private static final int SECONDS = 30;

    private final Frame frame;
    private final Desks desks;
    private final Cases cases;
    private final Register register;

    NumberScreen(Frame frame, Desks desks, Cases cases, Register register) {
        this.frame = frame;
        this.desks = desks;
        this.cases = cases;
        this.register = register;
    }

    @GetMapping("/cases/{number}/people/{id}/number")
    HtmlPage ask(
            Visit visit, @PathVariable("number") String number, @PathVariable("id") String id) {
        return answer(visit, number, id, Typed.nothing());
    }

    @PostMapping("/cases/{number}/people/{id}/number")
    HtmlPage reveal(
            Visit visit,
            @PathVariable("number") String number,
            @PathVariable("id") String id,
            Typed typed) {
        return answer(visit, number, id, typed);
    }

    private HtmlPage answer(Visit visit, String number, String id, Typed typed) {
        Desk desk = desks.of(visit, number);
        ResidentRecord record = register.see(desk, PersonScreen.id(desk, id));
        Mistakes mistakes = Mistakes.none();
        boolean sent = typed.has("step", "reveal") && !typed.redraw();
        Optional<String> reason = reason(typed);
        if (sent && reason.isEmpty()) mistakes.add("reason", "wrong.reason");
        MyNumber shown = sent && reason.isPresent() ? read(desk, record, reason.get()) : null;
        return page(visit, desk, record, typed, mistakes, shown);
    }

    private static Optional<String> reason(Typed typed) {
        return REASONS.stream().filter(each -> typed.has("reason", each)).findFirst();
    }

    private MyNumber read(Desk desk, ResidentRecord record, String reason) {
        MyNumber number = register.number(desk, record.id());
        cases.add(CaseAct.of(desk, "number-" + reason, record.id().value(), register.now()), null);
        return number;
    }

    private HtmlPage page(
            Visit visit,
            Desk desk,
            ResidentRecord record,
            Typed typed,
            Mistakes mistakes,
            @Nullable MyNumber shown) {
        PageDraft page = frame.about(visit, desk, record.id().value(), "number.title");
        Map<String, Object> parts = new HashMap<>();
        parts.put("desk", desk);
        parts.put("record", record);
        parts.put("reasons", REASONS);
        parts.put("digits", shown == null ? "" : shown.digits());
        // a shown number goes when its time is over, and no change of the look shows it again
        if (shown == null) page.form("number", typed, mistakes);
        else page.refreshedEvery(SECONDS);
        return page.show("counter/number", parts);
    }
}
