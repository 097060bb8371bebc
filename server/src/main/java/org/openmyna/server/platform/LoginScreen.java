package org.openmyna.server.platform;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.page.HtmlPage;
import org.openmyna.server.web.page.On;
import org.openmyna.server.web.page.SeeOther;
import org.openmyna.server.web.page.Typed;
import org.openmyna.server.web.page.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The login by card as its browser sees it: who asks, consent, the way to the agent and back. */
@Controller
@On(Origin.PLATFORM)
final class LoginScreen {
    static final List<String> ROUTES =
            List.of(
                    "GET /login/{id}",
                    "POST /login/{id}/way",
                    "GET /login/{id}/elsewhere",
                    "GET /login/{id}/other",
                    "GET /login/{id}/back",
                    "POST /login/{id}/cancel");

    /** How often the first screen looks whether the card has answered. */
    private static final int SECONDS = 3;

    private static final int SECONDS_WITHOUT_SCRIPT = 5;

    private final Frame frame;
    private final Provider provider;
    private final OidcDoor door;
    private final URI agent;

    LoginScreen(Frame frame, Provider provider, OidcDoor door, URI agent) {
        this.frame = frame;
        this.provider = provider;
        this.door = door;
        this.agent = agent;
    }

    private CardLoginRow login(HttpServletRequest request, String id) {
        return provider.logins().of(id, provider.browsers().of(request, id));
    }

    private static String path(CardLoginRow login, String below) {
        return "/login/" + login.id() + below;
    }

    @GetMapping("/login/{id}")
    View ask(Visit visit, HttpServletRequest request, @PathVariable("id") String id) {
        CardLoginRow login = login(request, id);
        if (login.state() != CardLoginRow.State.WAITING) return visit.see(path(login, "/back"));
        Client client = provider.logins().client(login);
        boolean english = frame.inEnglish(visit);
        return frame.page(visit, "login.title", client.name(english))
                .formLeadsTo(agent.toString())
                .show(
                        "platform/login",
                        Map.of(
                                "id",
                                login.id(),
                                "name",
                                client.name(english),
                                "site",
                                site(login),
                                "items",
                                login.wanted()));
    }

    /** Origin of the relying party; of a private scheme the scheme alone. */
    private static String site(CardLoginRow login) {
        URI back = URI.create(login.request().value("redirect_uri"));
        return back.getHost() == null
                ? back.getScheme() + ":"
                : back.getScheme() + "://" + back.getRawAuthority();
    }

    @PostMapping("/login/{id}/way")
    SeeOther way(
            Visit visit, Typed typed, HttpServletRequest request, @PathVariable("id") String id) {
        boolean other = typed.as("way").equals("other");
        String signed = provider.logins().consent(id, provider.browsers().of(request, id), other);
        return visit.see(other ? "/login/" + id + "/elsewhere" : agent + "/ask?request=" + signed);
    }

    @GetMapping("/login/{id}/elsewhere")
    View elsewhere(Visit visit, HttpServletRequest request, @PathVariable("id") String id) {
        CardLoginRow login = login(request, id);
        if (login.state() != CardLoginRow.State.WAITING) return visit.see(path(login, "/back"));
        if (!login.crossDevice()) return visit.see(path(login, ""));
        String address = provider.address().origin() + path(login, "/other");
        return frame.page(visit, "elsewhere.title")
                .watchedEvery(SECONDS, SECONDS_WITHOUT_SCRIPT)
                .show(
                        "platform/elsewhere",
                        Map.of(
                                "id",
                                login.id(),
                                "name",
                                provider.logins().client(login).name(frame.inEnglish(visit)),
                                "number",
                                login.code(),
                                "address",
                                address,
                                "code",
                                QrCode.of(address)));
    }

    /** Opened on the device with the card. */
    @GetMapping("/login/{id}/other")
    HtmlPage other(Visit visit, @PathVariable("id") String id) {
        CardLoginRow login = provider.logins().known(id);
        if (!login.crossDevice()) throw new NotDone(PlatformError.LOGIN_UNKNOWN);
        Client client = provider.logins().client(login);
        String signed = provider.logins().requestForOther(login);
        return frame.page(visit, "other.title", client.name(frame.inEnglish(visit)))
                .show("platform/other", Map.of("ask", agent + "/ask?request=" + signed));
    }

    @GetMapping("/login/{id}/back")
    @Nullable View back(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable("id") String id,
            @RequestParam("return_code") Optional<String> returnCode)
            throws IOException, ServletException {
        CardLoginRow login = login(request, id);
        return switch (provider.logins().back(login, returnCode)) {
            case CardLogins.Back.Waiting() -> visit.see(path(login, ""));
            case CardLogins.Back.Failed(Failure failure) -> failed(visit, login, failure, true);
            case CardLogins.Back.Over(Failure failure) -> failed(visit, login, failure, false);
            case CardLogins.Back.Cancelled() -> cancelled(visit, response, login);
            case CardLogins.Back.Finished(CardHolderLogin holder) -> {
                // the cookie stays: a code that a crash takes away is asked for again
                door.resume(request, response, login.request(), holder);
                yield null;
            }
        };
    }

    /**
     * @param checked whether checks are part of the reason
     */
    private HtmlPage failed(Visit visit, CardLoginRow login, Failure failure, boolean checked) {
        return frame.page(visit, "failed.title")
                .show(
                        "platform/failed",
                        Map.of(
                                "id",
                                login.id(),
                                "failure",
                                failure,
                                "checked",
                                checked,
                                "english",
                                frame.inEnglish(visit)));
    }

    @PostMapping("/login/{id}/cancel")
    View cancel(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable("id") String id) {
        CardLoginRow login = login(request, id);
        if (login.state() == CardLoginRow.State.WAITING) provider.logins().cancel(login);
        return cancelled(visit, response, login);
    }

    /**
     * A page that leaves at once, and no redirect: what a form leads to is held against the policy
     * of its page to the very end, and where a service sends its customer on is its own affair.
     */
    private HtmlPage cancelled(Visit visit, HttpServletResponse response, CardLoginRow login) {
        provider.browsers().take(response, login.id());
        String goal = provider.responses().errorAddress(login.request(), "access_denied");
        response.setHeader("Refresh", "0;url=" + goal);
        return frame.page(visit, "leaving.title").show("platform/leaving", Map.of("goal", goal));
    }
}
