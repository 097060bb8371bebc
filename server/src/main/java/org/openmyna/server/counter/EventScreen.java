package org.openmyna.server.counter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.residents.api.NoticeId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.PathUnknown;
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
import org.springframework.web.servlet.View;

/** Every notice: form, preview, recording. */
@Controller
@On(Origin.COUNTER)
final class EventScreen {
    private static final String OF_PERSON = "/cases/{number}/people/{id}/events/{kind}";
    private static final String OF_NOBODY = "/cases/{number}/events/{kind}";

    static final List<String> ROUTES =
            List.of(
                    "GET " + OF_PERSON,
                    "POST " + OF_PERSON,
                    "GET " + OF_NOBODY,
                    "POST " + OF_NOBODY);

    private final Frame frame;
    private final Desks desks;
    private final Register register;
    private final Company company;
    private final EventWork work;

    EventScreen(Frame frame, Desks desks, Register register, Company company, EventWork work) {
        this.company = company;
        this.frame = frame;
        this.desks = desks;
        this.register = register;
        this.work = work;
    }

    @GetMapping({OF_PERSON, OF_NOBODY})
    HtmlPage begin(
            Visit visit,
            @PathVariable("number") String number,
            @PathVariable(name = "id", required = false) @Nullable String id,
            @PathVariable("kind") String kind,
            Typed typed) {
        Desk desk = desks.of(visit, number);
        EventForm form = form(desk, kind);
        Subject subject = work.subject(desk, form, see(desk, id));
        Optional<Typed> kept = desk.work().lock().kept(visit.path());
        Sheet sheet = kept.map(Sheet::of).orElseGet(() -> work.fresh(form, subject, typed));
        return form(visit, desk, new Answers(form, subject, sheet), Mistakes.none());
    }

    @PostMapping({OF_PERSON, OF_NOBODY})
    View go(
            Visit visit,
            @PathVariable("number") String number,
            @PathVariable(name = "id", required = false) @Nullable String id,
            @PathVariable("kind") String kind,
            Typed typed) {
        Desk desk = desks.of(visit, number);
        EventForm form = form(desk, kind);
        // sent again after the person is dead or gone, a form still leads to its receipt
        Subject subject = work.subjectOfSent(desk, form, see(desk, id), typed.as("form"));
        Answers answers = new Answers(form, subject, Sheet.of(typed));
        String step = typed.redraw() ? typed.as("shown") : typed.as("step");
        return switch (step) {
            case "preview" -> preview(visit, desk, answers, Mistakes.none());
            case "record" -> finish(visit, desk, answers, typed.as("confirmed"));
            case "add" -> form(visit, desk, answers.withOneMore(), Mistakes.none());
            default -> form(visit, desk, answers, Mistakes.none());
        };
    }

    private View preview(Visit visit, Desk desk, Answers answers, Mistakes unconfirmed) {
        return switch (work.preview(desk, answers, frame.show(visit))) {
            case EventWork.Tried.Wrong<Preview>(Mistakes mistakes) ->
                    form(visit, desk, answers, mistakes);
            case EventWork.Tried.Fine<Preview>(Preview preview) -> {
                desk.work().screen().show(preview);
                yield preview(visit, desk, preview, unconfirmed);
            }
        };
    }

    private HtmlPage preview(Visit visit, Desk desk, Preview preview, Mistakes unconfirmed) {
        Answers answers = preview.answers();
        return draft(visit, desk, answers, "preview.title")
                .form("notice", answers.sheet().typed(), unconfirmed)
                .show(
                        "counter/preview",
                        Map.of(
                                "desk",
                                desk,
                                "preview",
                                preview,
                                "company",
                                company(desk, answers),
                                "screen",
                                desk.work().screen(),
                                "show",
                                frame.show(visit)));
    }

    private View finish(Visit visit, Desk desk, Answers answers, String confirmation) {
        return switch (work.record(desk, answers, confirmation)) {
            case EventWork.Recorded.Wrong(Mistakes mistakes) ->
                    form(visit, desk, answers, mistakes);
            case EventWork.Recorded.Unconfirmed(String why) -> {
                Mistakes mistakes = Mistakes.none();
                mistakes.add("confirmed", why);
                yield preview(visit, desk, answers, mistakes);
            }
            case EventWork.Recorded.Done(NoticeId id) -> {
                desk.work().screen().clear();
                answers.subject().person().ifPresent(each -> company.leave(desk, each.id()));
                yield visit.see(desk.path("/notices/" + id.value()));
            }
        };
    }

    private HtmlPage form(Visit visit, Desk desk, Answers answers, Mistakes mistakes) {
        return draft(visit, desk, answers, "event." + answers.form().kind())
                .form("notice", answers.sheet().typed(), mistakes)
                .show(
                        "counter/event",
                        Map.of(
                                "desk",
                                desk,
                                "answers",
                                answers,
                                "company",
                                company(desk, answers),
                                "show",
                                frame.show(visit)));
    }

    private List<Company.Other> company(Desk desk, Answers answers) {
        Subject subject = answers.subject();
        return subject.person()
                .map(person ->
                        company.at(
                                desk,
                                person.id(),
                                subject.members().stream().map(ResidentRecord::id),
                                true))
                .orElse(List.of());
    }

    private PageDraft draft(Visit visit, Desk desk, Answers answers, String title) {
        return answers.subject()
                .person()
                .map(person -> frame.about(visit, desk, person.id().value(), title))
                .orElseGet(() -> frame.inCase(visit, desk, title));
    }

    private Optional<ResidentRecord> see(Desk desk, @Nullable String id) {
        return Optional.ofNullable(id).map(each -> register.see(desk, PersonScreen.id(desk, each)));
    }

    private static EventForm form(Desk desk, String kind) {
        return EventForms.find(kind).orElseThrow(() -> new PathUnknown(desk.path("/events")));
    }
}
