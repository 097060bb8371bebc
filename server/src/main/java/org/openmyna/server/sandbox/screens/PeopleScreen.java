package org.openmyna.server.sandbox.screens;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.openmyna.server.residents.api.ResidentService.Situation;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.page.HtmlPage;
import org.openmyna.server.web.page.On;
import org.openmyna.server.web.page.Pages;
import org.openmyna.server.web.page.Typed;
import org.openmyna.server.web.page.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** あなたは誰ですか: the picker of test residents. */
@Controller
@On(Origin.SANDBOX)
final class PeopleScreen {
    private final Pages pages;
    private final People people;

    PeopleScreen(Pages pages, People people) {
        this.pages = pages;
        this.people = people;
    }

    @GetMapping("/residents")
    HtmlPage people(Visit visit, Typed typed) {
        var wish = Wish.of(typed);
        return Menu.on(pages.page(visit, "people.title"))
                .under("/", "home.title")
                .show(
                        "sandbox/screens/people",
                        Map.of(
                                "wish",
                                wish,
                                "some",
                                people.find(wish.situation(), wish.name(), wish.after())));
    }

    /**
     * Whom a visitor looks for.
     *
     * @param name as it was typed
     * @param after whom the page begins behind
     */
    record Wish(Situation situation, String name, long after) {
        static Wish of(Typed typed) {
            return new Wish(
                    Stream.of(Situation.values())
                            .filter(each -> token(each).equals(typed.as("situation")))
                            .findFirst()
                            .orElse(Situation.ANYBODY),
                    typed.text("name").orElse(""),
                    typed.halfWidth("after")
                            .filter(number -> number.matches("[0-9]{1,18}"))
                            .map(Long::parseLong)
                            .orElse(0L));
        }

        static String token(Situation situation) {
            return situation.name().toLowerCase(Locale.ROOT);
        }

        List<Situation> situations() {
            return List.of(Situation.values());
        }
    }
}
