package org.openmyna.server.counter;

import java.util.List;
import java.util.Map;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.page.HtmlPage;
import org.openmyna.server.web.page.On;
import org.openmyna.server.web.page.SeeOther;
import org.openmyna.server.web.page.Typed;
import org.openmyna.server.web.page.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** The clerk's side of the second screen: gives the code, and ends it. */
@Controller
@On(Origin.COUNTER)
final class SecondScreenDesk {
    static final List<String> ROUTES = List.of("GET /second-screen", "POST /second-screen");

    private final Frame frame;
    private final Desks desks;
    private final PairingCodes codes;

    SecondScreenDesk(Frame frame, Desks desks, PairingCodes codes) {
        this.frame = frame;
        this.desks = desks;
        this.codes = codes;
    }

    @GetMapping("/second-screen")
    HtmlPage state(Visit visit) {
        return page(visit, desks.work(visit), "");
    }

    @PostMapping("/second-screen")
    View act(Visit visit, Typed typed) {
        AtWork work = desks.work(visit);
        if (typed.redraw()) return page(visit, work, "");
        if (typed.has("step", "end")) return ended(visit, work);
        return page(visit, work, codes.draw(work.freshScreen()));
    }

    private static SeeOther ended(Visit visit, AtWork work) {
        work.freshScreen();
        return visit.see("/second-screen");
    }

    /**
     * @param code in this answer alone; empty for none
     */
    private HtmlPage page(Visit visit, AtWork work, String code) {
        return frame.inside(visit, work, "second.title")
                .under("/work", "menu.work")
                .show(
                        "counter/second",
                        Map.of(
                                "code",
                                code,
                                "minutes",
                                PairingCodes.LASTS.toMinutes(),
                                "paired",
                                work.screen().isPaired()));
    }
}
