package org.openmyna.server.authority;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.openmyna.server.authority.api.CallHeaders;
import org.openmyna.server.authority.api.CertificateServices;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What only the machine has that issues: revocation lists, and calls of other organisations. */
@Configuration(proxyBeanMethods = false)
public class IssuingConfiguration {
    /** Deadlines of calls are of this world, whatever the law's clock says. */
    private static final InstantSource REAL_TIME = Instant::now;

    @Bean
    ListRoute listRoute(OpenAuthority authority) {
        return new ListRoute(authority.authorities().lists());
    }

    @Bean
    HealthIndicator revocationLists(Products products) {
        return HealthConfiguration.checked(() -> HealthConfiguration.lists(products));
    }

    @Bean
    CertificateServices certificateServices(OpenAuthority authority, MeterRegistry meters) {
        Gate gate = new Gate(Permissions.ofTheProgram(), REAL_TIME, meters);
        return caller -> new Desk(caller, gate, authority.authorities());
    }

    @Bean
    InternalDesk internalDesk(CertificateServices services) {
        return new InternalDesk(services);
    }

    @Bean
    WebMvcConfigurer calls() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallHeaders(REAL_TIME));
            }
        };
    }
}
