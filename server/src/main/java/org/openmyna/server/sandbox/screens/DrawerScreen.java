package org.openmyna.server.sandbox.screens;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmyna.server.cards.api.MadeCard;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.page.HtmlPage;
import org.openmyna.server.web.page.On;
import org.openmyna.server.web.page.Pages;
import org.openmyna.server.web.page.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** カードの引き出し: every card that was taken, and which of them lie on the reader. */
@Controller
@On(Origin.SANDBOX)
final class DrawerScreen {
    /**
     * @param reader that it lies on
     */
    record Lying(MadeCard card, Person person, Optional<String> reader) {}

    private final Pages pages;
    private final People people;
    private final Shelf shelf;

    DrawerScreen(Pages pages, People people, Shelf shelf) {
        this.pages = pages;
        this.people = people;
        this.shelf = shelf;
    }

    @GetMapping("/drawer")
    HtmlPage drawer(Visit visit) {
        return Menu.on(pages.page(visit, "drawer.title"))
                .under("/", "home.title")
                .show("sandbox/screens/drawer", Map.of("cards", cards()));
    }

    private List<Lying> cards() {
        return shelf.all().stream()
                .flatMap(card ->
                        people
                                .find(card.person())
                                .map(person -> new Lying(card, person, shelf.readerOf(card)))
                                .stream())
                .toList();
    }
}
