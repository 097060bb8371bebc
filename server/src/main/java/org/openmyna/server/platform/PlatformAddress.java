package org.openmyna.server.platform;

import java.util.function.IntSupplier;

/**
 * Where browsers and relying parties find the platform. On this machine over HTTP at its port;
 * under a real domain over HTTPS at the usual one, in front of which somebody else ends TLS.
 *
 * @param host name of the origin
 * @param port known when the server listens
 */
public record PlatformAddress(String host, IntSupplier port) {
    /** Below the issuer, as the デジタル認証アプリ has it (JPKI reference 6.1). */
    static final String REALM = "/api/realms/main";

    static final String PROTOCOL = "/protocol/openid-connect";

    String origin() {
        boolean here = host.equals("localhost") || host.endsWith(".localhost");
        return here ? "http://" + host + ":" + port.getAsInt() : "https://" + host;
    }

    String issuer() {
        return origin() + REALM;
    }

    /** An endpoint of the protocol, such as {@code token}. */
    String endpoint(String name) {
        return issuer() + PROTOCOL + "/" + name;
    }
}
