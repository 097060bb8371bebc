package org.openmyna.server.platform;

import java.util.List;
import java.util.Map;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.page.HtmlPage;
import org.openmyna.server.web.page.On;
import org.openmyna.server.web.page.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the platform is, and where a logout without an address ends. */
@Controller
@On(Origin.PLATFORM)
final class HomeScreen {
    static final List<String> ROUTES = List.of("GET /", "GET /signed-out");

    private final Frame frame;

    HomeScreen(Frame frame) {
        this.frame = frame;
    }

    @GetMapping("/")
    HtmlPage home(Visit visit) {
        return frame.page(visit, "home.title").show("platform/home", Map.of());
    }

    @GetMapping("/signed-out")
    HtmlPage signedOut(Visit visit) {
        return frame.page(visit, "signed-out.title").show("platform/signedout", Map.of());
    }
}
