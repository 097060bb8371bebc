package org.openmyna.agent;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openmyna.agent.error.AgentError;
import org.openmyna.agent.error.Refusal;

/** Who may ask at all: a browser of this machine, under our own names, in a window of its own. */
final class Guard {
    private final String port;
    private final Set<String> hosts;

    Guard(int port) {
        this.port = String.valueOf(port);
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    /** What every request has to be; empty if it is. */
    Optional<Refusal> refuse(HttpExchange exchange) {
        if (!exchange.getRemoteAddress().getAddress().isLoopbackAddress()) {
            return Optional.of(Refusal.of(AgentError.NOT_HERE));
        }
        if (host(exchange).isEmpty()) {
            return Optional.of(Refusal.of(AgentError.HOST_WRONG, "port", port));
        }
        return Optional.empty();
    }

    /**
     * What a page must be asked by: the address bar, a link or a form, and no other page's frame.
     */
    Optional<Refusal> refusePage(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        boolean aside = headers.containsKey("Sec-Purpose") || headers.containsKey("Purpose");
        return aside || !isOr(headers, "Sec-Fetch-Dest", "document")
                ? Optional.of(Refusal.of(AgentError.FRAMED))
                : Optional.empty();
    }

    /** What a form must come from: our own page, under the name that it has here. */
    Optional<Refusal> refuseForm(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        List<String> origins = headers.getOrDefault("Origin", List.of());
        boolean ours =
                host(exchange).map(host -> List.of("http://" + host).equals(origins)).orElse(false);
        return ours && isOr(headers, "Sec-Fetch-Site", "same-origin")
                ? Optional.empty()
                : Optional.of(Refusal.of(AgentError.CROSS_SITE));
    }

    /** The one name that was asked for, if it is one of ours. */
    Optional<String> host(HttpExchange exchange) {
        List<String> all = exchange.getRequestHeaders().getOrDefault("Host", List.of());
        return all.size() == 1
                ? Optional.of(all.getFirst().toLowerCase(Locale.ROOT)).filter(hosts::contains)
                : Optional.empty();
    }

    Refusal nothingThere() {
        return Refusal.of(AgentError.PATH_UNKNOWN, "port", port);
    }

    /** Old browsers say nothing. */
    private static boolean isOr(Headers headers, String name, String value) {
        return !headers.containsKey(name) || List.of(value).equals(headers.get(name));
    }
}
