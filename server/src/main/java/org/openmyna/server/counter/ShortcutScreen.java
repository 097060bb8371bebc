package org.openmyna.server.counter;

import java.util.List;
import java.util.Map;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.page.HtmlPage;
import org.openmyna.server.web.page.On;
import org.openmyna.server.web.page.Typed;
import org.openmyna.server.web.page.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Which keys do what, and whether they do (WCAG 2.2, 2.1.4); kept for the officer. */
@Controller
@On(Origin.COUNTER)
final class ShortcutScreen {
    static final List<String> ROUTES = List.of("GET /shortcuts", "POST /shortcuts");

    private final Frame frame;
    private final Desks desks;
    private final Officers officers;

    ShortcutScreen(Frame frame, Desks desks, Officers officers) {
        this.frame = frame;
        this.desks = desks;
        this.officers = officers;
    }

    @GetMapping("/shortcuts")
    HtmlPage list(Visit visit) {
        AtWork work = desks.work(visit);
        return frame.inside(visit, work, "shortcuts.title")
                .under("/work", "menu.work")
                .show("counter/shortcuts", Map.of("keys", Frame.KEYS, "on", work.keys()));
    }

    @PostMapping("/shortcuts")
    View choose(Visit visit, Typed typed) {
        AtWork work = desks.work(visit);
        if (typed.redraw()) return list(visit);
        boolean on = typed.has("keys", "on");
        officers.useKeys(work.clerk(), on);
        work.useKeys(on);
        return visit.see("/shortcuts");
    }
}
