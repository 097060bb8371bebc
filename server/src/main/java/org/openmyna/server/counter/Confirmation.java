package org.openmyna.server.counter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How it was confirmed that a notice says what the citizen wants, and why not on the screen. */
enum Confirmation {
    /** On the second screen. */
    SCREEN,
    /** Read aloud: there is no second screen at this counter. */
    ORAL_NO_SCREEN,
    /** Read aloud: the citizen asks for it. */
    ORAL_HELP,
    /** In writing, by an agent. */
    PAPER_AGENT,
    /** In writing, by post. */
    PAPER_POST,
    /** 職権: the mayor enters it, and nobody gives notice. */
    EX_OFFICIO;

    static Optional<Confirmation> of(String typed) {
        return Arrays.stream(values()).filter(each -> each.name().equals(typed)).findFirst();
    }

    /** Those that can be chosen. */
    static List<Confirmation> choices(boolean screen) {
        return Arrays.stream(values()).filter(each -> screen || each != SCREEN).toList();
    }
}
