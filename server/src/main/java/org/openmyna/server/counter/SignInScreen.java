package org.openmyna.server.counter;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.PathUnknown;
import org.openmyna.server.web.page.Banner;
import org.openmyna.server.web.page.HtmlPage;
import org.openmyna.server.web.page.On;
import org.openmyna.server.web.page.PageDraft;
import org.openmyna.server.web.page.SeeOther;
import org.openmyna.server.web.page.Sessions;
import org.openmyna.server.web.page.Typed;
import org.openmyna.server.web.page.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Signing in as an officer of the test country: nobody's secret is asked for. */
@Controller
@On(Origin.COUNTER)
final class SignInScreen {
    static final List<String> ROUTES =
            List.of("GET /", "GET /offices/{code}", "POST /sign-in", "POST /logout");

    private final Frame frame;
    private final Officers officers;
    private final Company company;
    private final Sessions<AtWork> sessions;
    private final InstantSource realTime;

    SignInScreen(
            Frame frame,
            Officers officers,
            Company company,
            Sessions<AtWork> sessions,
            InstantSource realTime) {
        this.company = company;
        this.realTime = realTime;
        this.frame = frame;
        this.officers = officers;
        this.sessions = sessions;
    }

    @GetMapping("/")
    HtmlPage offices(Visit visit, Typed typed) {
        PageDraft page = frame.outside(visit, "offices.title");
        if (!typed.all("signed-out").isEmpty()) {
            page.with(Banner.of(Banner.Kind.INFORMATION, "signed-out"));
        }
        return page.show(
                "counter/offices",
                Map.of("offices", officers.offices(), "show", frame.show(visit)));
    }

    @GetMapping("/offices/{code}")
    HtmlPage officers(Visit visit, @PathVariable("code") String code) {
        List<Clerk> all = officers.at(code);
        if (all.isEmpty()) throw new PathUnknown("/offices");
        Show show = frame.show(visit);
        return frame.outside(
                        visit, "officers.title", all.getFirst().office().name(show.inEnglish()))
                .under("/", "offices.title")
                .show("counter/officers", Map.of("officers", all));
    }

    /** Whoever comes back to a locked screen goes on where it was left; somebody else begins. */
    @PostMapping("/sign-in")
    SeeOther signIn(Visit visit, Typed typed) {
        Clerk clerk = officers.clerk(typed.as("officer")).orElseThrow(OfficerUnknown::new);
        Optional<AtWork> before =
                sessions.of(visit).filter(each -> each.clerk().id().equals(clerk.id()));
        if (before.isPresent()) return visit.see(before.get().lock().open(realTime.instant()));
        sessions.of(visit).ifPresent(this::leave);
        sessions.begin(visit, new AtWork(clerk, officers.usesKeys(clerk), realTime.instant()));
        return visit.see("/work");
    }

    @PostMapping("/logout")
    SeeOther logout(Visit visit) {
        sessions.of(visit).ifPresent(this::leave);
        sessions.end(visit);
        return visit.see("/");
    }

    private void leave(AtWork work) {
        company.leave(work.clerk());
        work.screen().end();
    }
}
