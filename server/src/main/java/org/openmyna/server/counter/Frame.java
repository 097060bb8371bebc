package org.openmyna.server.counter;

import org.openmyna.server.web.page.PageDraft;
import org.openmyna.server.web.page.Pages;
import org.openmyna.server.web.page.Visit;

/** What all pages of the counter have in common. */
final class Frame {
    private final Pages pages;

    Frame(Pages pages) {
        this.pages = pages;
    }

    /** For whoever is not signed in. */
    PageDraft outside(Visit visit, String titleKey, Object... arguments) {
        return pages.page(visit, titleKey, arguments);
    }

    PageDraft inside(Visit visit, AtWork work, String titleKey, Object... arguments) {
        return pages.page(visit, titleKey, arguments)
                .as(work.title())
                .link("/work", "menu.work")
                .link("/cases/new", "menu.new")
                .link("/second-screen", "second.title")
                .lockedAfter((int) ScreenLock.IDLE.toSeconds());
    }

    /** Within a case. */
    PageDraft inCase(Visit visit, Desk desk, String titleKey, Object... arguments) {
        return inside(visit, desk.work(), titleKey, arguments)
                .under("/work", "menu.work")
                .under(desk.path(""), "crumb.case");
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
