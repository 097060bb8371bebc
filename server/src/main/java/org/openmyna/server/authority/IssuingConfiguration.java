package org.openmyna.server.authority;

import io.micrometer.core.instrument.MeterRegistry;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.calls.Desks;
import org.openmyna.server.house.Organisation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What only the machine has that issues: revocation lists, and calls of other organisations. */
@Configuration(proxyBeanMethods = false)
public class IssuingConfiguration {
    @Bean
    ListRoute listRoute(OpenAuthority authority) {
        return new ListRoute(authority.authorities().lists());
    }

    @Bean
    HealthIndicator revocationLists(Products products) {
        return HealthConfiguration.checked(() -> HealthConfiguration.lists(products));
    }

    @Bean
    Desks<CertificateService> certificateDesks(
            OpenAuthority authority, ObjectProvider<HolderBook> holders, MeterRegistry meters) {
        return Desks.of(
                Organisation.AUTHORITY,
                CertificateService.class,
                new Desk(
                        authority.authorities(),
                        // card management knows the authority, and it is asked: neither is first
                        () -> holders.getIfAvailable(HolderBook::empty)),
                meters);
    }
}
