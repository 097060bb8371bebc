package org.openmyna.server.authority;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What only the machine has that issues: revocation lists, and calls of other organisations. */
@Configuration(proxyBeanMethods = false)
public class IssuingConfiguration {
    @Bean
    ListRoute listRoute(OpenAuthority authority) {
        return new ListRoute(authority.authorities().lists());
    }
}
