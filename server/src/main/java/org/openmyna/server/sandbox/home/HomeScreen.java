package org.openmyna.server.sandbox.home;

import java.util.Map;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.page.HtmlPage;
import org.openmyna.server.web.page.On;
import org.openmyna.server.web.page.Pages;
import org.openmyna.server.web.page.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** ノートPCの中の国: explains in half a minute and leads to a service. */
@Controller
@On(Origin.SANDBOX)
final class HomeScreen {
    private final Pages pages;
    private final CountryState state;

    HomeScreen(Pages pages, CountryState state) {
        this.pages = pages;
        this.state = state;
    }

    @GetMapping("/")
    HtmlPage home(Visit visit) {
        return pages.page(visit, "home.title")
                .show("sandbox/home/home", Map.of("home", state.now()));
    }

    @GetMapping("/help")
    HtmlPage help(Visit visit) {
        return pages.page(visit, "help.title")
                .under("/", "home.title")
                .show("sandbox/home/help", Map.of());
    }
}
