package org.openmyna.server.house;

import java.util.List;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.openmyna.server.web.WebConfiguration;

/**
 * The second port: TLS, with a client certificate for whoever has one. Its handshakes are on
 * threads of its own, so that they do not slow the plain port.
 */
public final class TlsPort implements WebConfiguration.ExtraConnector {
    private final HouseCa house;
    private final String address;
    private final int port;
    private final List<String> names;

    /**
     * @param port 0 for a free one
     * @param names of this server, for its certificate
     */
    public TlsPort(HouseCa house, String address, int port, List<String> names) {
        this.house = house;
        this.address = address;
        this.port = port;
        this.names = List.copyOf(names);
    }

    @Override
    public void add(Server server) {
        var tls = new SslContextFactory.Server();
        tls.setSslContext(house.server(names).context(new AnyClient()));
        tls.setWantClientAuth(true);
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        var http = new HttpConfiguration();
        // who a request is for is checked by the front handler, for both ports alike
        http.addCustomizer(new SecureRequestCustomizer(false));
        var connector =
                new ServerConnector(
                        server,
                        new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()),
                        new HttpConnectionFactory(http));
        connector.setHost(address);
        connector.setPort(port);
        server.addConnector(connector);
    }
}
