package org.openmyna.server.counter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmyna.server.residents.api.Household;
import org.openmyna.server.residents.api.RecordedNotice;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.Search;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.PathUnknown;
import org.openmyna.server.web.page.HtmlPage;
import org.openmyna.server.web.page.On;
import org.openmyna.server.web.page.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A person: record, household, notices, and what can be done. */
@Controller
@On(Origin.COUNTER)
final class PersonScreen {
    static final List<String> ROUTES = List.of("GET /cases/{number}/people/{id}");

    static final String ID = "[1-9][0-9]{0,17}";

    private static final int NAMESAKES = 200;

    private final Frame frame;
    private final Desks desks;
    private final Register register;
    private final Company company;

    PersonScreen(Frame frame, Desks desks, Register register, Company company) {
        this.company = company;
        this.frame = frame;
        this.desks = desks;
        this.register = register;
    }

    @GetMapping("/cases/{number}/people/{id}")
    HtmlPage person(
            Visit visit, @PathVariable("number") String number, @PathVariable("id") String id) {
        Desk desk = desks.of(visit, number);
        ResidentRecord record = register.see(desk, id(desk, id));
        Optional<Household> household = register.household(desk, record.id());
        PersonView view =
                new PersonView(
                        record,
                        household,
                        isProtected(desk, record),
                        register.today(),
                        register.history(desk, record.id()).notices().stream()
                                .sorted(PersonScreen::latestFirst)
                                .toList(),
                        EventForms.of(record),
                        company.at(
                                desk,
                                record.id(),
                                household.stream()
                                        .flatMap(each -> each.members().stream())
                                        .map(ResidentRecord::id),
                                false));
        return frame.inCase(visit, desk, "person.title")
                .under(desk.path("/find"), "find.title")
                .show(
                        "counter/person",
                        Map.of("desk", desk, "view", view, "show", frame.show(visit)));
    }

    private static int latestFirst(RecordedNotice one, RecordedNotice other) {
        return Long.compare(other.id().value(), one.id().value());
    }

    /** The register tells it with what it finds. */
    private boolean isProtected(Desk desk, ResidentRecord record) {
        if (!desk.clerk().supervisor()) return false;
        Search search =
                new Search(
                        Optional.of(record.name().text()),
                        Optional.empty(),
                        Optional.of(record.birthDate()),
                        Optional.empty(),
                        NAMESAKES);
        return register.find(desk, search).stream()
                .anyMatch(each -> each.id().equals(record.id()) && each.isProtected());
    }

    /**
     * @throws PathUnknown if no person can have it
     */
    static ResidentId id(Desk desk, String typed) {
        if (!typed.matches(ID)) throw new PathUnknown(desk.path("/people"));
        return new ResidentId(Long.parseLong(typed));
    }
}
