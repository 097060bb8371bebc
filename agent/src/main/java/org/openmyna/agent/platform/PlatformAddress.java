package org.openmyna.agent.platform;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Which addresses a platform may have. */
final class PlatformAddress {
    private PlatformAddress() {}

    /** {@code scheme://host[:port]} in its one spelling (RFC 6454 6.2); empty if there is none. */
    static Optional<String> origin(URI address) {
        String scheme = address.getScheme();
        String host = address.getHost();
        if (scheme == null || host == null) return Optional.empty();
        int usual = scheme.equalsIgnoreCase("https") ? 443 : 80;
        int port = address.getPort();
        String shown = port < 0 || port == usual ? "" : ":" + port;
        return Optional.of((scheme + "://" + host).toLowerCase(Locale.ROOT) + shown);
    }

    /** https anywhere; http only where the traffic cannot leave the machine (RFC 6761 6.3). */
    static boolean mayBeAsked(URI address) {
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            return false;
        }
        return "https".equals(address.getScheme())
                || "http".equals(address.getScheme()) && isThisMachine(host);
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("127.0.0.1")
                || host.equals("[::1]");
    }
}
