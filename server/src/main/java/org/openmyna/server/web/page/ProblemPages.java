package org.openmyna.server.web.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;
import org.openmyna.server.web.BrowserProblems;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.Origins;
import org.openmyna.server.web.Problem;

/**
 * What went wrong, as a page of the service that was asked; with the code that the JSON problem
 * has.
 */
final class ProblemPages implements BrowserProblems {
    private static final Set<Integer> NAMED = Set.of(403, 404, 405, 421, 422, 500, 503);

    private final PageWriter writer;
    private final Origins origins;
    private final Supplier<List<Service>> services;

    ProblemPages(PageWriter writer, Origins origins, Supplier<List<Service>> services) {
        this.writer = writer;
        this.origins = origins;
        this.services = services;
    }

    @Override
    public Answer answer(Problem problem, Request request) {
        Service service = asked(request);
        Place place = Place.of(request, origins);
        HtmlPage page =
                new PageDraft(writer, service, place, title(problem, service, place))
                        .show(
                                "web/page/problem",
                                Map.of(
                                        "sentence",
                                        problem.error().text(place.choices().language().language()),
                                        "code",
                                        problem.error().errorCode().code()));
        return new Answer(page.headers(), page.html());
    }

    /** The service of the origin; the machine's own frame where there is none. */
    private Service asked(Request request) {
        Origin origin = origins.of(Request.getServerName(request));
        return services.get().stream()
                .filter(each -> each.origin() == origin)
                .findFirst()
                .orElseGet(() ->
                        new Service(Origin.MACHINE, Accent.STAFF, Surface.WEB, writer.frame()));
    }

    /** The service's own words for the reason ({@code problem.MYNA-…}) say more than a status. */
    private String title(Problem problem, Service service, Place place) {
        String own = "problem." + problem.error().errorCode().code();
        if (writer.words(place.choices().language(), service).has(own)) return own;
        return NAMED.contains(problem.status()) ? "problem." + problem.status() : "problem.title";
    }
}
