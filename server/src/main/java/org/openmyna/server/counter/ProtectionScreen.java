package org.openmyna.server.counter;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.residents.api.Protection;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.PathUnknown;
import org.openmyna.server.web.page.HtmlPage;
import org.openmyna.server.web.page.Mistakes;
import org.openmyna.server.web.page.On;
import org.openmyna.server.web.page.Typed;
import org.openmyna.server.web.page.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** 支援措置: begun, prolonged and ended by a supervisor. Why is asked nowhere. */
@Controller
@On(Origin.COUNTER)
final class ProtectionScreen {
    private static final String PATH = "/cases/{number}/people/{id}/protection";
    static final List<String> ROUTES = List.of("GET " + PATH, "POST " + PATH);

    private static final String KEY = "[0-9a-f]{32}";

    private final Frame frame;
    private final Desks desks;
    private final Cases cases;
    private final Register register;
    private final EventWork work;

    ProtectionScreen(Frame frame, Desks desks, Cases cases, Register register, EventWork work) {
        this.frame = frame;
        this.desks = desks;
        this.cases = cases;
        this.register = register;
        this.work = work;
    }

    @GetMapping(PATH)
    HtmlPage ask(
            Visit visit, @PathVariable("number") String number, @PathVariable("id") String id) {
        Desk desk = supervisor(visit, number);
        ResidentRecord record = record(desk, id);
        Sheet sheet =
                desk.work()
                        .lock()
                        .kept(visit.path())
                        .map(Sheet::of)
                        .orElseGet(() -> Sheet.fresh(usual()));
        return page(visit, desk, record, sheet, Mistakes.none(), work.key());
    }

    @PostMapping(PATH)
    View protect(
            Visit visit,
            @PathVariable("number") String number,
            @PathVariable("id") String id,
            Typed typed) {
        Desk desk = supervisor(visit, number);
        ResidentRecord record = record(desk, id);
        Sheet sheet = Sheet.of(typed);
        String key = typed.as("form").matches(KEY) ? typed.as("form") : work.key();
        if (typed.redraw()) return page(visit, desk, record, sheet, Mistakes.none(), key);
        Mistakes mistakes = Mistakes.none();
        Optional<LocalDate> from = day("from", sheet, mistakes);
        Optional<LocalDate> until = day("until", sheet, mistakes);
        if (from.isPresent() && until.isPresent()) {
            try {
                begin(desk, record, new Protection(from.get(), until.get()), key);
                return visit.see(desk.person(record.id().value(), ""));
            } catch (MynaException refused) {
                if (!Register.isRefusal(refused)) throw refused;
                mistakes.add("until-year", refused);
            }
        }
        // what is sent next is another form
        return page(visit, desk, record, sheet, mistakes, work.key());
    }

    private void begin(Desk desk, ResidentRecord record, Protection measure, String key) {
        register.protect(desk, record.id(), measure, key);
        cases.add(CaseAct.of(desk, "protection", record.id().value(), register.now()), key);
    }

    private static Optional<LocalDate> day(String name, Sheet sheet, Mistakes mistakes) {
        return switch (Days.day(name, sheet::value)) {
            case Days.Read.Day<LocalDate>(LocalDate day) -> Optional.of(day);
            case Days.Read.Nothing<LocalDate>() -> {
                mistakes.add(name + "-year", "wrong.protection." + name);
                yield Optional.empty();
            }
            case Days.Read.Wrong<LocalDate>(String key, String part) -> {
                mistakes.add(name + part, key);
                yield Optional.empty();
            }
        };
    }

    private Desk supervisor(Visit visit, String number) {
        Desk desk = desks.of(visit, number);
        if (!desk.clerk().supervisor()) throw new PathUnknown(desk.path("/people"));
        return desk;
    }

    private ResidentRecord record(Desk desk, String id) {
        return register.see(desk, PersonScreen.id(desk, id));
    }

    /** A year from today (事務処理要領 第5-10). */
    private Map<String, String> usual() {
        Map<String, String> values = new HashMap<>();
        DayFields.put("from", register.today(), values);
        DayFields.put("until", register.today().plusYears(1), values);
        return values;
    }

    private HtmlPage page(
            Visit visit,
            Desk desk,
            ResidentRecord record,
            Sheet sheet,
            Mistakes mistakes,
            String key) {
        return frame.about(visit, desk, record.id().value(), "protection.title")
                .form("protection", sheet.typed(), mistakes)
                .show(
                        "counter/protection",
                        Map.of("desk", desk, "record", record, "sheet", sheet, "key", key));
    }
}
