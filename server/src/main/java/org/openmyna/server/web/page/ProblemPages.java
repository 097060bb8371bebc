package org.openmyna.server.web.page;

import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.openmyna.server.web.BrowserProblems;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.Origins;
import org.openmyna.server.web.Problem;

/** What went wrong, as a page; with the code that the JSON problem has. */
final class ProblemPages implements BrowserProblems {
    private static final Set<Integer> NAMED = Set.of(403, 404, 405, 421, 422, 500, 503);

    private final PageWriter writer;
    private final Origins origins;

    ProblemPages(PageWriter writer, Origins origins) {
        this.writer = writer;
        this.origins = origins;
    }

    @Override
    public Answer answer(Problem problem, Request request) {
        Service frame = new Service(Origin.MACHINE, Accent.STAFF, Surface.WEB, writer.frame());
        Place place = Place.of(request, origins);
        String title =
                NAMED.contains(problem.status()) ? "problem." + problem.status() : "problem.title";
        HtmlPage page =
                new PageDraft(writer, frame, place, title)
                        .show(
                                "web/page/problem",
                                Map.of(
                                        "sentence",
                                        problem.error().text(place.choices().language().language()),
                                        "code",
                                        problem.error().errorCode().code()));
        return new Answer(page.headers(), page.html());
    }
}
