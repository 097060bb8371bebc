package org.openmyna.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmyna.agent.error.AgentError;
import org.openmyna.agent.error.Refusal;
import org.openmyna.agent.page.Choices;
import org.openmyna.agent.page.Mark;
import org.openmyna.agent.page.Notice;
import org.openmyna.agent.page.Pages;
import org.openmyna.agent.page.Screen;

/** From an address to what is done there. */
final class Routes implements HttpHandler {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self';"
                    + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final System.Logger LOG = System.getLogger(Routes.class.getName());
    private static final String VIEW = "openmyna-agent-view";
    private static final Map<String, String> FILES =
            Map.of(
                    "/agent.css", "text/css;charset=utf-8",
                    "/agent.js", "text/javascript;charset=utf-8",
                    "/icon.svg", "image/svg+xml");
    private static final Set<String> PAGES = Set.of("/", "/ask", "/talk");

    private final Guard guard;
    private final Sessions sessions;
    private final Sessions homeSessions;
    private final Reception reception;
    private final Pages pages;
    private final MarkFile mark;

    Routes(
            Guard guard,
            Sessions sessions,
            Sessions homeSessions,
            Reception reception,
            Pages pages,
            MarkFile mark) {
        this.guard = guard;
        this.sessions = sessions;
        this.homeSessions = homeSessions;
        this.reception = reception;
        this.pages = pages;
        this.mark = mark;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var visit = new Visit(exchange);
            Optional<Refusal> refused = guard.refuse(exchange);
            if (refused.isPresent()) {
                visit.stranger(refused.get());
                return;
            }
            answer(visit);
        }
    }

    private void answer(Visit visit) throws IOException {
        try {
            switch (visit.exchange.getRequestMethod()) {
                case "GET", "HEAD" -> read(visit);
                case "POST" -> act(visit);
                default -> visit.stranger(guard.nothingThere());
            }
        } catch (RuntimeException unforeseen) {
            // no exception below carries what somebody typed
            LOG.log(System.Logger.Level.ERROR, "unforeseen", unforeseen);
            visit.stranger(Refusal.of(AgentError.UNFORESEEN));
        }
    }

    private void read(Visit visit) throws IOException {
        String file = FILES.get(visit.path());
        if (file != null) {
            visit.send(200, file, Pages.file(visit.path().substring(1)));
            return;
        }
        if (visit.path().equals("/state")) {
            String state = visit.conversation().map(Conversation::watch).orElse("over");
            visit.send(200, "text/plain;charset=utf-8", state.getBytes(StandardCharsets.UTF_8));
            return;
        }
        Optional<Refusal> refused = guard.refusePage(visit.exchange);
        if (refused.isPresent()) {
            visit.stranger(refused.get());
        } else if (!PAGES.contains(visit.path())) {
            visit.stranger(guard.nothingThere());
        } else if (visit.query().containsKey("view")) {
            visit.changeView();
        } else {
            switch (visit.path()) {
                case "/ask" -> ask(visit);
                case "/talk" -> talk(visit);
                default -> home(visit, Optional.empty());
            }
        }
    }

    private void home(Visit visit, Optional<Notice> notice) throws IOException {
        String session =
                homeSessions.of(visit.exchange).orElseGet(() -> homeSessions.begin(visit.exchange));
        visit.page(
                200,
                new Screen.Home(mark.mark()),
                homeSessions.token(session),
                Optional.empty(),
                "",
                notice);
    }

    private void ask(Visit visit) throws IOException {
        String request = visit.query().getOrDefault("request", "");
        Reception.Entry entry =
                reception.enter(
                        request,
                        visit.session(),
                        visit.host(),
                        () -> sessions.begin(visit.exchange));
        switch (entry) {
            // not a redirect: the strict cookie goes only where our own page leads
            case Reception.Entry.Admitted() ->
                    visit.page(new Screen.Opening(), Optional.of("0;url=/talk"));
            case Reception.Entry.Wait(Refusal why) ->
                    visit.page(503, new Screen.Queued(why), Optional.of("3"));
            case Reception.Entry.Refused(Refusal why) ->
                    visit.page(status(why.error()), new Screen.Refused(why), Optional.empty());
        }
    }

    private void talk(Visit visit) throws IOException {
        Optional<Conversation> found = visit.conversation();
        if (found.isEmpty()) {
            Refusal why = Refusal.of(AgentError.NOTHING_ASKED);
            visit.page(status(why.error()), new Screen.Refused(why), Optional.empty());
            return;
        }
        Conversation conversation = found.get();
        if (!conversation.isAt(visit.host())) conversation.abort();
        Optional<URI> leaving = conversation.leaving();
        if (leaving.isPresent()) {
            visit.page(new Screen.Leaving(leaving.get()), Optional.of("0;url=" + leaving.get()));
            return;
        }
        Screen screen = conversation.screen();
        boolean waits = screen instanceof Screen.NoCard || screen instanceof Screen.Trouble;
        long seconds = waits ? 5 : conversation.secondsLeft();
        visit.page(
                200,
                screen,
                visit.session().map(sessions::token).orElse(""),
                conversation.isOver() ? Optional.empty() : Optional.of(seconds + ";url=/talk"),
                conversation.isOver() ? "" : conversation.state(),
                conversation.takeNotice());
    }

    private void act(Visit visit) throws IOException {
        Optional<Refusal> refused =
                guard.refuseForm(visit.exchange).or(() -> guard.refusePage(visit.exchange));
        if (refused.isPresent()) {
            visit.conversation().ifPresent(Conversation::abort);
            visit.stranger(refused.get());
            return;
        }
        try (FormBody form = FormBody.read(visit.exchange.getRequestBody())) {
            boolean word = visit.path().equals("/word");
            Sessions own = word ? homeSessions : sessions;
            if (!own.fits(visit.exchange, form.text("csrf"))) {
                visit.stranger(Refusal.of(AgentError.CROSS_SITE));
            } else if (word) {
                boolean kept = mark.change(form.text("word"), form.text("picture"));
                home(visit, Optional.of(Notice.of(kept ? "home.mark.saved" : "home.mark.wrong")));
            } else {
                act(visit, form);
            }
        }
    }

    private void act(Visit visit, FormBody form) throws IOException {
        Optional<Conversation> found = visit.conversation();
        if (found.isPresent()) {
            Conversation conversation = found.get();
            switch (visit.path()) {
                case "/talk/choose" -> conversation.choose(form.text("card"));
                case "/talk/last-try" -> conversation.letLastTryGo();
                case "/talk/login" -> conversation.login(form);
                case "/talk/cancel" -> conversation.cancel();
                default -> {
                    visit.stranger(guard.nothingThere());
                    return;
                }
            }
        }
        visit.see("/talk");
    }

    private static int status(AgentError error) {
        return switch (error) {
            case PARTY_UNKNOWN, REQUEST_FORGED, CROSS_SITE, FRAMED, NOT_HERE -> 403;
            case HOST_WRONG -> 421;
            case PATH_UNKNOWN -> 404;
            case REQUEST_EXPIRED, REQUEST_USED, NOTHING_ASKED -> 409;
            case KEYS_NOT_REACHED -> 502;
            case BUSY -> 503;
            case UNFORESEEN -> 500;
            default -> 400;
        };
    }

    /** One request of a browser, and the answer to it. */
    private final class Visit {
        private final HttpExchange exchange;

        Visit(HttpExchange exchange) {
            this.exchange = exchange;
        }

        /** As it was asked for: what is decoded could be an address of somebody else. */
        String path() {
            String path = exchange.getRequestURI().getRawPath();
            return path == null ? "" : path;
        }

        String host() {
            return guard.host(exchange).orElse("");
        }

        Optional<String> session() {
            return sessions.of(exchange);
        }

        Optional<Conversation> conversation() {
            Optional<Conversation> found = reception.with(session());
            found.ifPresent(each -> each.speak(choices().tongue().tag()));
            return found;
        }

        Map<String, String> query() {
            Map<String, String> all = new LinkedHashMap<>();
            String query = exchange.getRequestURI().getRawQuery();
            if (query == null) return all;
            for (String pair : query.split("&", 8)) {
                int at = pair.indexOf('=');
                if (at > 0) all.putIfAbsent(pair.substring(0, at), decoded(pair, at + 1));
            }
            return all;
        }

        private static String decoded(String pair, int from) {
            try {
                return URLDecoder.decode(pair.substring(from), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException malformed) {
                return "";
            }
        }

        private Choices choices() {
            String languages = exchange.getRequestHeaders().getFirst("Accept-Language");
            Choices usual = Choices.usual(languages == null ? "" : languages);
            return Sessions.cookie(exchange, VIEW).map(usual::changedBy).orElse(usual);
        }

        /** The same page in another way; the choice is no secret and may be kept. */
        void changeView() throws IOException {
            Choices changed = choices().changedBy(query().getOrDefault("view", ""));
            exchange.getResponseHeaders()
                    .add(
                            "Set-Cookie",
                            VIEW
                                    + "="
                                    + changed.tokens()
                                    + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000");
            see(place());
        }

        /** This page without a change of view; the first one, if there is none here. */
        private String place() {
            if (!PAGES.contains(path())) return "/";
            Map<String, String> query = query();
            query.remove("view");
            if (query.isEmpty()) return path();
            return path()
                    + query.entrySet().stream()
                            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                            .collect(Collectors.joining("&", "?", ""));
        }

        private static String encoded(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }

        void page(Screen screen, Optional<String> refresh) throws IOException {
            page(200, screen, refresh);
        }

        void page(int status, Screen screen, Optional<String> refresh) throws IOException {
            page(status, screen, "", refresh, "", Optional.empty());
        }

        void page(
                int status,
                Screen screen,
                String token,
                Optional<String> refresh,
                String state,
                Optional<Notice> notice)
                throws IOException {
            write(status, screen, token, mark.mark(), refresh, state, notice);
        }

        /** For whoever should not be here: nothing of the person is shown. */
        void stranger(Refusal why) throws IOException {
            write(
                    status(why.error()),
                    new Screen.Refused(why),
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    Optional.empty());
        }

        private void write(
                int status,
                Screen screen,
                String token,
                Optional<Mark> shown,
                Optional<String> refresh,
                String state,
                Optional<Notice> notice)
                throws IOException {
            var reader =
                    new Pages.Reader(
                            choices(),
                            token,
                            shown,
                            refresh,
                            state,
                            notice,
                            exchange.getRequestMethod().equals("POST") ? "/" : place());
            send(status, "text/html;charset=utf-8", pages.write(screen, reader));
        }

        void see(String place) throws IOException {
            exchange.getResponseHeaders().set("Location", place);
            send(303, "text/plain;charset=utf-8", new byte[0]);
        }

        /** Nothing is kept, framed, guessed or loaded from elsewhere. */
        void send(int status, String type, byte[] body) throws IOException {
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", type);
            headers.set("Content-Language", choices().tongue().tag());
            headers.set("Cache-Control", "no-store");
            headers.set("Content-Security-Policy", POLICY);
            headers.set("X-Frame-Options", "DENY");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            // with no-referrer a form would not say where it comes from
            headers.set("Referrer-Policy", "same-origin");
            boolean bare = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
            exchange.sendResponseHeaders(status, bare ? -1 : body.length);
            if (bare) return;
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }
}
