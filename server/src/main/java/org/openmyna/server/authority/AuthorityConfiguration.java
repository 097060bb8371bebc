package org.openmyna.server.authority;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

/** What every machine has: OCSP, certificates, log, and how it is. */
@Configuration(proxyBeanMethods = false)
@Import(HealthConfiguration.class)
public class AuthorityConfiguration {
    @Bean
    SigningThreads signingThreads() {
        return new SigningThreads();
    }

    @Bean
    Products products(OpenAuthority authority) {
        return new Products(authority);
    }

    @Bean
    AuthorityMetrics authorityMetrics(Products products, SigningThreads signing) {
        return new AuthorityMetrics(products, signing);
    }

    @Bean
    @Order(0)
    OcspRoute ocspRoute(OpenAuthority authority, SigningThreads signing) {
        return new OcspRoute(authority.authorities().ocsp(), signing, authority.legalTime());
    }

    @Bean
    CertificateRoute certificateRoute(OpenAuthority authority) {
        return new CertificateRoute(authority.authorities().generations());
    }

    @Bean
    LogRoute logRoute(OpenAuthority authority) {
        return new LogRoute(authority.authorities().log(), authority.writes());
    }

    @Bean
    PracticeRoute practiceRoute() {
        return new PracticeRoute();
    }
}
