package org.openmyna.server.sample;

import io.micrometer.core.instrument.MeterRegistry;
import org.openmyna.server.calls.Desks;
import org.openmyna.server.house.Organisation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** As every organisation has one. */
@Configuration(proxyBeanMethods = false)
public class SampleConfiguration {
    @Bean
    Desks<SampleService> sampleDesks(MeterRegistry meters) {
        return Desks.of(Organisation.SANDBOX, SampleService.class, new SampleDesk(), meters);
    }
}
