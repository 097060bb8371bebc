package org.openmyna.server.sandbox.home;

import org.openmyna.server.web.Origin;
import org.openmyna.server.web.page.On;
import org.openmyna.server.web.page.SeeOther;
import org.openmyna.server.web.page.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The machine's own name leads to the home of the country. */
@Controller
@On(Origin.MACHINE)
final class MachineDoor {
    @GetMapping("/")
    SeeOther home(Visit visit) {
        return visit.see(visit.at(Origin.SANDBOX, "/"));
    }
}
