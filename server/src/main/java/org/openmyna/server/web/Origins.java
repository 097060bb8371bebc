package org.openmyna.server.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which host names this server has. Others are refused, so that no stranger's name points here. */
public final class Origins {
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    private final String domain;
    private final Map<String, Origin> byHost;

    /**
     * @param domain that all organisations are under
     * @param machine further names of the machine itself
     */
    public Origins(String domain, List<String> machine) {
        this.domain = domain;
        Map<String, Origin> hosts = new HashMap<>();
        for (String name : LOOPBACK) hosts.put(name, Origin.MACHINE);
        for (String name : machine) hosts.put(name.toLowerCase(Locale.ROOT), Origin.MACHINE);
        for (Origin origin : Origin.values()) hosts.put(origin.host(domain), origin);
        this.byHost = Map.copyOf(hosts);
    }

    /** The name under which an origin is found. */
    public String host(Origin origin) {
        return origin.host(domain);
    }

    /** Nothing for a name that is none of ours. */
    public @Nullable Origin of(@Nullable String host) {
        if (host == null) return null;
        Origin origin = byHost.get(host);
        return origin != null ? origin : byHost.get(host.toLowerCase(Locale.ROOT));
    }

    /** All names, for certificates. */
    public List<String> hosts() {
        return byHost.keySet().stream()
                .map(host -> host.equals("[::1]") ? "::1" : host)
                .sorted()
                .toList();
    }

    /** All names, for people. */
    public String names() {
        return String.join(", ", new TreeSet<>(byHost.keySet()));
    }
}
