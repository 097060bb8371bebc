package org.openmyna.server.counter;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.page.HtmlPage;
import org.openmyna.server.web.page.On;
import org.openmyna.server.web.page.SeeOther;
import org.openmyna.server.web.page.Typed;
import org.openmyna.server.web.page.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** A locked screen: nothing of anybody is seen, and nothing typed is lost. */
@Controller
@On(Origin.COUNTER)
final class LockScreen {
    static final List<String> ROUTES = List.of("GET /lock", "POST /lock", "POST /lock/here");

    /** Pages of the counter, and none of elsewhere. */
    private static final Pattern PAGE =
            Pattern.compile("/(work|shortcuts|cases/[A-Za-z0-9/-]{1,100})");

    private final Frame frame;
    private final Desks desks;
    private final Officers officers;

    LockScreen(Frame frame, Desks desks, Officers officers) {
        this.frame = frame;
        this.desks = desks;
        this.officers = officers;
    }

    /** A page that asks for this by itself is sent back if somebody works in another one. */
    @GetMapping("/lock")
    View locked(Visit visit, Typed typed) {
        AtWork work = desks.anybody(visit);
        if (!desks.isLocked(work)) return visit.see(page(typed));
        return show(visit, work);
    }

    private HtmlPage show(Visit visit, AtWork work) {
        return frame.outside(visit, "lock.title")
                .show(
                        "counter/lock",
                        Map.of(
                                "clerk",
                                work.clerk(),
                                "officers",
                                officers.at(work.clerk().office().code().digits())));
    }

    /** By a button, or by a page that nobody touched for long: with the form, if it has one. */
    @PostMapping("/lock")
    SeeOther lock(Visit visit, Typed typed) {
        AtWork work = desks.anybody(visit);
        work.screen().clear();
        work.lock().lock(page(typed), typed);
        return visit.see("/lock");
    }

    /** A page tells that somebody types in it. */
    @PostMapping("/lock/here")
    ResponseEntity<Void> here(Visit visit) {
        boolean open = desks.use(desks.anybody(visit));
        return ResponseEntity.status(open ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT).build();
    }

    private static String page(Typed typed) {
        String at = typed.as("at");
        return PAGE.matcher(at).matches() ? at : "/work";
    }
}
