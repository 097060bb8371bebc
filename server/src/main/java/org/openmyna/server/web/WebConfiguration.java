package org.openmyna.server.web;

import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the {@link FrontHandler} before Spring's servlet context in the same Jetty. */
@Configuration(proxyBeanMethods = false)
@Import(MvcProblems.class)
public class WebConfiguration {
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int HEADER_BYTES = 16_384;

    /** Adds what the plain port does not have. */
    @FunctionalInterface
    public interface ExtraConnector {
        void add(Server server);
    }

    @Bean
    FrontHandler.Guard loopback() {
        return new LoopbackGuard();
    }

    @Bean
    FrontHandler.Guard sameOrigin(Origins origins) {
        return new SameOriginGuard(origins);
    }

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> front(
            Origins origins,
            ObjectProvider<CoreRoute> routes,
            ObjectProvider<FrontHandler.Guard> guards,
            ObjectProvider<ExtraConnector> extra,
            ObjectProvider<BrowserProblems> pages) {
        List<CoreRoute> all = routes.orderedStream().toList();
        List<FrontHandler.Guard> checks = guards.orderedStream().toList();
        return factory -> {
            // network threads do the answering themselves where an answer lies ready
            factory.setSelectors(Runtime.getRuntime().availableProcessors());
            factory.addServerCustomizers(server -> {
                FrontHandler front = new FrontHandler(origins, all, checks);
                front.setHandler(server.getHandler());
                server.setHandler(front);
                server.setErrorHandler(new CoreErrors());
                pages.ifAvailable(server::addBean);
                extra.forEach(each -> each.add(server));
                for (Connector connector : server.getConnectors()) tune(connector);
            });
        };
    }

    private static void tune(Connector connector) {
        if (connector instanceof ServerConnector tcp) {
            tcp.setIdleTimeout(IDLE.toMillis());
            tcp.setReuseAddress(true);
        }
        HttpConnectionFactory http = connector.getConnectionFactory(HttpConnectionFactory.class);
        if (http == null) return;
        HttpConfiguration configuration = http.getHttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(HEADER_BYTES);
        // base-64 in a path has slashes, doubled and encoded ones too (RFC 6960 A.1)
        configuration.setUriCompliance(
                UriCompliance.DEFAULT.with(
                        "OCSP",
                        UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                        UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT));
    }
}
