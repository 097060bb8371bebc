package org.openmyna.interop;

import java.util.List;
import java.util.function.BiConsumer;
import org.openmyna.server.web.Origin;

/**
 * How a screen of the register is reached in {@link BrowserCountry}.
 *
 * @param pattern as the register has it
 * @param path an address that fits it
 * @param before what a visitor does first, such as going to work as a clerk
 */
record ScreenVisit(
        Origin origin, String pattern, String path, BiConsumer<Chromium, BrowserCountry> before) {
    /** All of them; a test says which screen is missing here. */
    static final List<ScreenVisit> ALL =
            List.of(
                    open(Origin.SANDBOX, "/"),
                    open(Origin.SANDBOX, "/help"),
                    open(Origin.SANDBOX, "/parts"));

    /** One that anybody may open. */
    static ScreenVisit open(Origin origin, String path) {
        return new ScreenVisit(origin, path, path, (_, _) -> {});
    }

    String name() {
        return origin + " " + pattern;
    }

    /** For names of files. */
    String fileName() {
        return name().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
