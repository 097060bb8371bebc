package org.openmyna.server.counter;

import java.util.Map;
import org.openmyna.server.web.page.HtmlPage;
import org.openmyna.server.web.page.SeeOther;
import org.openmyna.server.web.page.Typed;
import org.openmyna.server.web.page.Visit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Where to go for whoever cannot go on here. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Signposts {
    private final Frame frame;

    Signposts(Frame frame) {
        this.frame = frame;
    }

    @ExceptionHandler
    SeeOther signIn(SignedOut nobody, Visit visit) {
        return visit.see("/", Map.of("signed-out", "yes"));
    }

    /** What was asked for is there after it, and so is what was typed. */
    @ExceptionHandler
    SeeOther lock(ScreenLocked locked, Visit visit, Typed typed) {
        locked.work().screen().clear();
        if (visit.sent()) locked.work().lock().lock(visit.path(), typed);
        else locked.work().lock().lock(visit.address());
        return visit.see("/lock");
    }

    /** Nothing of the person, and nothing of why. */
    @ExceptionHandler
    HtmlPage supervisor(HandOver stopped, Visit visit) {
        Desk desk = stopped.desk();
        return frame.inCase(visit, desk, "closed.title")
                .under(desk.path("/find"), "find.title")
                .show("counter/closed", Map.of("desk", desk));
    }
}
