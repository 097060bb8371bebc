package org.openmyna.server.house;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.web.CallerNotKnown;
import org.openmyna.server.web.FrontHandler;

/** Lets only machines of the house call each other: {@code /internal/**}, on the TLS port alone. */
public final class HouseGuard implements FrontHandler.Guard {
    /** Where the organisation is found that a request is from; set by this guard alone. */
    public static final String CALLER = "org.openmyna.server.house.caller";

    private static final String PATH = "/internal";

    private final Optional<HouseCa> house;

    /**
     * @param house empty where there is no TLS port: nobody may call
     */
    public HouseGuard(Optional<HouseCa> house) {
        this.house = house;
    }

    @Override
    public void check(Request request, String path) {
        request.removeAttribute(CALLER);
        if (!path.startsWith(PATH)) return;
        Organisation caller =
                house.flatMap(ca -> shown(request).flatMap(ca::organisationOf))
                        .orElseThrow(CallerNotKnown::new);
        request.setAttribute(CALLER, caller);
    }

    private static Optional<X509Certificate> shown(Request request) {
        if (!request.isSecure()) return Optional.empty();
        Object data = request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE);
        if (!(data instanceof EndPoint.SslSessionData tls)) return Optional.empty();
        X509Certificate @Nullable [] chain = tls.peerCertificates();
        return chain == null || chain.length == 0 ? Optional.empty() : Optional.of(chain[0]);
    }
}
