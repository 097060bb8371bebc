package org.openmyna.server.counter;

import java.util.List;
import org.openmyna.server.web.page.PageDraft;
import org.openmyna.server.web.page.Pages;
import org.openmyna.server.web.page.Visit;

/** What all pages of the counter have in common. */
final class Frame {
    /** Keys that do something; their texts are {@code shortcuts.<key>}. */
    static final List<String> KEYS = List.of("F2", "F4", "F9");

    private static final String SEARCH = "F2";
    private static final String NEW = "/cases/new";

    private final Pages pages;

    Frame(Pages pages) {
        this.pages = pages;
    }

    /** For whoever is not signed in. */
    PageDraft outside(Visit visit, String titleKey, Object... arguments) {
        return pages.page(visit, titleKey, arguments);
    }

    PageDraft inside(Visit visit, AtWork work, String titleKey, Object... arguments) {
        PageDraft page =
                pages.page(visit, titleKey, arguments)
                        .as(work.title())
                        .link("/work", "menu.work")
                        .link(NEW, "menu.new")
                        .link("/second-screen", "second.title")
                        .link("/shortcuts", "shortcuts.title")
                        .lockedAfter((int) ScreenLock.IDLE.toSeconds());
        if (work.keys()) page.key("/work", "F4").key(NEW, SEARCH).key("/lock", "F9");
        return page;
    }

    /** The page of a case. */
    PageDraft ofCase(Visit visit, Desk desk, String titleKey, Object... arguments) {
        String find = desk.path("/find");
        PageDraft page =
                inside(visit, desk.work(), titleKey, arguments)
                        .link(find, "find.title")
                        .under("/work", "menu.work");
        // outside a case a search begins with its purpose
        if (desk.work().keys()) page.noKey(NEW).key(find, SEARCH);
        return page;
    }

    /** Within a case. */
    PageDraft inCase(Visit visit, Desk desk, String titleKey, Object... arguments) {
        return ofCase(visit, desk, titleKey, arguments).under(desk.path(""), "crumb.case");
    }

    /** About a person. */
    PageDraft about(Visit visit, Desk desk, long person, String titleKey, Object... arguments) {
        return inCase(visit, desk, titleKey, arguments)
                .under(desk.person(person, ""), "crumb.person");
    }

    Show show(Visit visit) {
        return new Show(pages.words(visit));
    }
}
