package org.openmyna.server.sandbox.screens;

import org.openmyna.server.web.page.PageDraft;

/** The ways between the screens of the sandbox. */
final class Menu {
    private Menu() {}

    static PageDraft on(PageDraft page) {
        return page.link("/residents", "menu.people")
                .link("/drawer", "menu.drawer")
                .link("/time", "menu.time");
    }
}
