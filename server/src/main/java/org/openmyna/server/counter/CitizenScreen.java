package org.openmyna.server.counter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.page.Banner;
import org.openmyna.server.web.page.HtmlPage;
import org.openmyna.server.web.page.Mistakes;
import org.openmyna.server.web.page.On;
import org.openmyna.server.web.page.PageDraft;
import org.openmyna.server.web.page.SeeOther;
import org.openmyna.server.web.page.Sessions;
import org.openmyna.server.web.page.Typed;
import org.openmyna.server.web.page.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/**
 * 市民側の画面: shows whoever stands at the counter what is going to be recorded, and takes the word for
 * it. It asks for itself again, so that nothing has to be pressed until then.
 */
@Controller
@On(Origin.COUNTER)
final class CitizenScreen {
    static final List<String> ROUTES =
            List.of("GET /citizen", "POST /citizen", "GET /citizen/now", "POST /citizen/now");

    private static final String NOW = "/citizen/now";
    private static final int WAITING = 4;

    /**
     * Without a script, long enough to read in peace; what was replaced meanwhile cannot be
     * confirmed.
     */
    private static final int READING = 60;

    private final Frame frame;
    private final PairingCodes codes;
    private final Sessions<SecondScreen> screens;

    CitizenScreen(Frame frame, PairingCodes codes, Sessions<SecondScreen> screens) {
        this.frame = frame;
        this.codes = codes;
        this.screens = screens;
    }

    @GetMapping("/citizen")
    HtmlPage ask(Visit visit) {
        return pairing(visit, Typed.nothing(), Mistakes.none());
    }

    @PostMapping("/citizen")
    View pair(Visit visit, Typed typed) {
        Mistakes mistakes = Mistakes.none();
        if (typed.redraw()) return pairing(visit, typed, mistakes);
        String code = typed.halfWidth("code").map(each -> each.replace(" ", "")).orElse("");
        Optional<SecondScreen> screen = codes.take(code);
        if (screen.isEmpty()) {
            mistakes.add("code", "wrong.code");
            return pairing(visit, typed, mistakes);
        }
        screen.get().pair();
        screens.begin(visit, screen.get());
        return visit.see(NOW);
    }

    private HtmlPage pairing(Visit visit, Typed typed, Mistakes mistakes) {
        return frame.outside(visit, "citizen.pair")
                .form("pair", typed, mistakes)
                .show("counter/pair", Map.of("sheet", Sheet.of(typed)));
    }

    @GetMapping(NOW)
    View now(Visit visit, Typed typed) {
        Optional<SecondScreen> screen = screen(visit);
        if (screen.isEmpty()) return visit.see("/citizen");
        PageDraft page = frame.outside(visit, "citizen.title");
        if (typed.has("old", "yes")) {
            page.with(Banner.of(Banner.Kind.WARNING, "citizen.old"));
        }
        Optional<Preview> shown = screen.get().shown();
        boolean confirmed = screen.get().isConfirmed();
        page.watchedEvery(WAITING, shown.isPresent() && !confirmed ? READING : WAITING);
        return shown.map(each -> page.show("counter/citizen", parts(visit, each, confirmed)))
                .orElseGet(() -> page.show("counter/waiting", Map.of()));
    }

    private Map<String, Object> parts(Visit visit, Preview preview, boolean confirmed) {
        Show show = frame.show(visit);
        return Map.of(
                "preview",
                preview,
                "rows",
                Summary.of(preview.answers(), show),
                "confirmed",
                confirmed,
                "show",
                show);
    }

    @PostMapping(NOW)
    SeeOther confirm(Visit visit, Typed typed) {
        Optional<SecondScreen> screen = screen(visit);
        if (screen.isEmpty()) return visit.see("/citizen");
        boolean taken = typed.redraw() || screen.get().confirm(typed.as("form"));
        return taken ? visit.see(NOW) : visit.see(NOW, Map.of("old", "yes"));
    }

    /** None if the clerk went. */
    private Optional<SecondScreen> screen(Visit visit) {
        return screens.of(visit).filter(each -> !each.isEnded());
    }
}
