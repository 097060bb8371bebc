package org.openmyna.server.counter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.Search;
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

/** Finds a person of the municipality. What was searched for stays out of addresses. */
@Controller
@On(Origin.COUNTER)
final class FindScreen {
    static final List<String> ROUTES =
            List.of(
                    "GET /cases/{number}/find",
                    "POST /cases/{number}/find",
                    "POST /cases/{number}/card");

    /** Of readers, cards and the machine's PC/SC. */
    private static final String READING = "MYNA-(CRD|CHP|CTR-006|SRV-015|SRV-033).*";

    private final Frame frame;
    private final Desks desks;
    private final Register register;

    FindScreen(Frame frame, Desks desks, Register register) {
        this.frame = frame;
        this.desks = desks;
        this.register = register;
    }

    @GetMapping("/cases/{number}/find")
    HtmlPage find(Visit visit, @PathVariable("number") String number) {
        Desk desk = desks.of(visit, number);
        Optional<Typed> kept = desk.work().lock().kept(visit.path());
        if (kept.isPresent()) {
            return page(visit, desk, Sheet.of(kept.get()), Mistakes.none(), Findings.NONE_YET);
        }
        Optional<AtWork.Searched> before = desk.work().search(desk.file());
        Sheet sheet = before.map(AtWork.Searched::sheet).orElse(Sheet.of(Typed.nothing()));
        Mistakes mistakes = Mistakes.none();
        Findings findings =
                before.map(each -> found(desk, each.search(), mistakes)).orElse(Findings.NONE_YET);
        return page(visit, desk, sheet, mistakes, findings);
    }

    private Findings found(Desk desk, Search search, Mistakes mistakes) {
        try {
            return Findings.of(register.find(desk, search));
        } catch (MynaException refused) {
            if (!Register.isRefusal(refused)) throw refused;
            mistakes.add("name", refused);
            return Findings.NONE_YET;
        }
    }

    @PostMapping("/cases/{number}/find")
    View search(Visit visit, @PathVariable("number") String number, Typed typed) {
        Desk desk = desks.of(visit, number);
        Sheet sheet = Sheet.of(typed);
        Mistakes mistakes = Mistakes.none();
        if (typed.redraw()) return page(visit, desk, sheet, mistakes, Findings.NONE_YET);
        if (typed.has("step", "clear")) {
            desk.work().forget(desk.file());
            return visit.see(desk.path("/find"));
        }
        Search search = read(typed, sheet, mistakes);
        if (!mistakes.isEmpty()) return page(visit, desk, sheet, mistakes, Findings.NONE_YET);
        desk.work().remember(desk.file(), new AtWork.Searched(search, sheet));
        return visit.see(desk.path("/find"));
    }

    /** By the card that lies on the reader. What cannot be read is told, and names still work. */
    @PostMapping("/cases/{number}/card")
    View card(Visit visit, @PathVariable("number") String number, Typed typed) {
        Desk desk = desks.of(visit, number);
        Sheet sheet = Sheet.of(Typed.nothing());
        Mistakes mistakes = Mistakes.none();
        if (typed.redraw()) return page(visit, desk, sheet, mistakes, Findings.NONE_YET);
        try {
            Optional<ResidentId> holder = register.onTheReader();
            if (holder.isEmpty()) {
                mistakes.add("card", "wrong.card");
            } else if (register.seeNow(desk, holder.get()).isEmpty()) {
                mistakes.add("card", "wrong.card.elsewhere");
            } else {
                return visit.see(desk.person(holder.get().value(), ""));
            }
        } catch (MynaException unreadable) {
            if (!unreadable.errorCode().code().matches(READING)) throw unreadable;
            mistakes.add("card", unreadable);
        }
        return page(visit, desk, sheet, mistakes, Findings.NONE_YET);
    }

    private static Search read(Typed typed, Sheet sheet, Mistakes mistakes) {
        Optional<JapaneseDate> born = Optional.empty();
        switch (Days.birthDate("born", sheet::value)) {
            case Days.Read.Day<JapaneseDate>(JapaneseDate day) -> born = Optional.of(day);
            case Days.Read.Wrong<JapaneseDate>(String key, String part) ->
                    mistakes.add("born" + part, key);
            case Days.Read.Nothing<JapaneseDate> nothing -> {}
        }
        Search search =
                new Search(
                        typed.text("name"),
                        typed.halfWidth("furigana").map(Kana::katakana),
                        born,
                        typed.text("address"),
                        Findings.MOST + 1);
        boolean nothing =
                search.name().isEmpty()
                        && search.furigana().isEmpty()
                        && search.birthDate().isEmpty()
                        && search.address().isEmpty();
        if (nothing && mistakes.isEmpty()) mistakes.add("name", "wrong.search");
        return search;
    }

    private HtmlPage page(
            Visit visit, Desk desk, Sheet sheet, Mistakes mistakes, Findings findings) {
        LocalDate today = register.today();
        return frame.inCase(visit, desk, "find.title")
                .form("find", sheet.typed(), mistakes)
                .show(
                        "counter/find",
                        Map.of(
                                "desk",
                                desk,
                                "sheet",
                                sheet,
                                "findings",
                                findings,
                                "today",
                                today,
                                "forms",
                                EventForms.ofNobody(),
                                "show",
                                frame.show(visit)));
    }
}
