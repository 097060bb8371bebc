package org.openmyna.server.web.page;

import java.util.List;
import org.openmyna.server.web.Origin;

/**
 * The screens of an organisation, each named where it is made. A test compares them with what the
 * server answers, and another opens each in a browser.
 *
 * @param routes method and pattern, as in {@code GET /find}
 */
public record Screens(Origin origin, List<String> routes) {
    public Screens {
        routes = List.copyOf(routes);
    }

    /** What is opened by address; the others are forms that are sent there. */
    public List<String> pages() {
        return routes.stream()
                .filter(each -> each.startsWith("GET "))
                .map(each -> each.substring(4))
                .toList();
    }
}
