package org.openmyna.server.authority;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What both kinds of machine have: OCSP. */
@Configuration(proxyBeanMethods = false)
public class AuthorityConfiguration {
    @Bean
    SigningThreads signingThreads() {
        return new SigningThreads();
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
