package org.openmyna.server.counter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmyna.server.residents.api.Deadline;
import org.openmyna.server.web.Origin;
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

/** The officer's queue, and cases. */
@Controller
@On(Origin.COUNTER)
final class WorkScreen {
    static final List<String> ROUTES =
            List.of("GET /work", "GET /cases/new", "POST /cases/new", "GET /cases/{number}");

    private static final int RECENT = 20;
    private static final int TERM = 90;
    private static final int SHOWN_DEADLINES = 50;

    private final Frame frame;
    private final Cases cases;
    private final Affairs affairs;
    private final Desks desks;
    private final Register register;

    WorkScreen(Frame frame, Cases cases, Affairs affairs, Desks desks, Register register) {
        this.frame = frame;
        this.cases = cases;
        this.affairs = affairs;
        this.desks = desks;
        this.register = register;
    }

    @GetMapping("/work")
    HtmlPage work(Visit visit) {
        AtWork work = desks.work(visit);
        return frame.inside(visit, work, "work.title")
                .show(
                        "counter/work",
                        Map.of("work", queue(work.clerk()), "show", frame.show(visit)));
    }

    private Work queue(Clerk clerk) {
        List<Work.Mine> mine =
                cases.recent(clerk, RECENT).stream()
                        .flatMap(file ->
                                affairs.find(file.affair()).stream()
                                        .map(affair ->
                                                new Work.Mine(file, affair, file.openedOn())))
                        .toList();
        Map<Long, String> known = cases.people(clerk.office());
        List<Deadline> all = register.deadlines(clerk, TERM, SHOWN_DEADLINES + 1);
        List<Work.Due> due =
                all.stream()
                        .limit(SHOWN_DEADLINES)
                        .map(each ->
                                new Work.Due(
                                        Optional.ofNullable(known.get(each.person().value())),
                                        each.person().value(),
                                        each.kind(),
                                        each.lastDay(),
                                        each.law()))
                        .toList();
        return new Work(mine, due, TERM, all.size() > SHOWN_DEADLINES);
    }

    @GetMapping("/cases/new")
    HtmlPage purpose(Visit visit, Typed typed) {
        AtWork work = desks.work(visit);
        Typed form = work.lock().kept(visit.path()).orElse(typed);
        return purpose(visit, work, form, Mistakes.none());
    }

    @PostMapping("/cases/new")
    View open(Visit visit, Typed typed) {
        AtWork work = desks.work(visit);
        Mistakes mistakes = Mistakes.none();
        var affair =
                affairs.on(desks.today()).stream()
                        .filter(each -> typed.has("affair", each.id()))
                        .findFirst();
        if (typed.redraw()) return purpose(visit, work, typed, mistakes);
        if (affair.isEmpty()) {
            mistakes.add("affair", "wrong.affair");
            return purpose(visit, work, typed, mistakes);
        }
        CaseFile file = cases.open(work.clerk(), affair.get().id(), register.now());
        return visit.see(file.path(person(typed).map(id -> "/people/" + id).orElse("/find")));
    }

    /** Whom the case is about, if it begins with somebody in the list of deadlines. */
    private static Optional<String> person(Typed typed) {
        return typed.text("person").filter(each -> each.matches(PersonScreen.ID));
    }

    private HtmlPage purpose(Visit visit, AtWork work, Typed typed, Mistakes mistakes) {
        return frame.inside(visit, work, "purpose.title")
                .under("/work", "menu.work")
                .form("purpose", typed, mistakes)
                .show(
                        "counter/purpose",
                        Map.of(
                                "affairs",
                                affairs.on(desks.today()),
                                "person",
                                person(typed).orElse(""),
                                "show",
                                frame.show(visit)));
    }

    @GetMapping("/cases/{number}")
    HtmlPage file(Visit visit, @PathVariable("number") String number) {
        Desk desk = desks.of(visit, number);
        return frame.ofCase(visit, desk, "case.title", number)
                .show(
                        "counter/case",
                        Map.of(
                                "desk",
                                desk,
                                "acts",
                                cases.acts(desk.file()),
                                "forms",
                                EventForms.ofNobody(),
                                "show",
                                frame.show(visit)));
    }
}
