package org.openmyna.server.platform;

import org.openmyna.server.web.page.PageDraft;
import org.openmyna.server.web.page.PageLanguage;
import org.openmyna.server.web.page.Pages;
import org.openmyna.server.web.page.Visit;

/** What all pages of the platform have in common. */
final class Frame {
    private final Pages pages;

    Frame(Pages pages) {
        this.pages = pages;
    }

    PageDraft page(Visit visit, String titleKey, Object... arguments) {
        return pages.page(visit, titleKey, arguments);
    }

    PageDraft forDevelopers(Visit visit, String titleKey, Object... arguments) {
        return page(visit, titleKey, arguments).under("/", "home.title");
    }

    boolean inEnglish(Visit visit) {
        return visit.choices().language() == PageLanguage.ENGLISH;
    }
}
