package org.openmyna.server.sandbox.screens;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmyna.server.cards.api.MadeCard;
import org.openmyna.server.sandbox.NoSuchPerson;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.page.Banner;
import org.openmyna.server.web.page.HtmlPage;
import org.openmyna.server.web.page.On;
import org.openmyna.server.web.page.PageDraft;
import org.openmyna.server.web.page.Pages;
import org.openmyna.server.web.page.SeeOther;
import org.openmyna.server.web.page.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One test resident: the card, its PINs, its certificates, and the reader. */
@Controller
@On(Origin.SANDBOX)
final class PersonScreen {
    private static final int ASK_AGAIN_SECONDS = 2;

    private final Pages pages;
    private final People people;
    private final Shelf shelf;

    PersonScreen(Pages pages, People people, Shelf shelf) {
        this.pages = pages;
        this.people = people;
        this.shelf = shelf;
    }

    @GetMapping("/residents/{id}")
    HtmlPage person(Visit visit, @PathVariable("id") String id) {
        Person person = people.person(number(id));
        Optional<MadeCard> card = shelf.card(person.id());
        Optional<Work.State> work = shelf.work(person.id());
        PageDraft page =
                Menu.on(pages.page(visit, "person.title", person.name()))
                        .under("/", "home.title")
                        .under("/residents", "people.title");
        Map<String, Object> parts = new HashMap<>();
        parts.put("person", person);
        parts.put("secrets", Secrets.OF_TEST_CARDS);
        parts.put("certificates", card.map(shelf::certificates).orElse(List.of()));
        card.ifPresent(made -> parts.put("card", made));
        card.flatMap(shelf::readerOf).ifPresent(reader -> parts.put("reader", reader));
        work.ifPresent(state -> tell(state, page, parts, visit));
        return page.show("sandbox/screens/person", parts);
    }

    private void tell(Work.State state, PageDraft page, Map<String, Object> parts, Visit visit) {
        String key = "work." + state.kind().token();
        switch (state) {
            case Work.State.Running running -> {
                parts.put("running", running.kind().token());
                page.refreshedEvery(ASK_AGAIN_SECONDS);
            }
            case Work.State.Done ignored -> page.with(Banner.of(Banner.Kind.DONE, key + ".done"));
            case Work.State.Failed failed ->
                    page.with(
                            Banner.of(
                                    Banner.Kind.FAULT,
                                    key + ".failed",
                                    failed.why().text(visit.choices().language().language()),
                                    failed.why().errorCode().code()));
            case Work.State.Broken ignored ->
                    page.with(Banner.of(Banner.Kind.FAULT, key + ".broken"));
        }
    }

    @PostMapping("/residents/{id}/card")
    SeeOther take(Visit visit, @PathVariable("id") String id) {
        Person person = people.person(number(id));
        shelf.make(person.id());
        return visit.see("/residents/" + person.id());
    }

    @PostMapping("/residents/{id}/insert")
    SeeOther insert(Visit visit, @PathVariable("id") String id) {
        shelf.insert(number(id));
        return visit.see("/residents/" + number(id));
    }

    @PostMapping("/residents/{id}/eject")
    SeeOther eject(Visit visit, @PathVariable("id") String id) {
        shelf.eject(number(id));
        return visit.see("/residents/" + number(id));
    }

    private static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) throw new NoSuchPerson();
        return Long.parseLong(id);
    }
}
