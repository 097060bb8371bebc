package org.openmyna.server.numbers;

import io.micrometer.core.instrument.MeterRegistry;
import org.openmyna.server.calls.Caller;
import org.openmyna.server.calls.Desks;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.numbers.api.NumberService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keeper of numbers in the server: its desk for other organisations. */
@Configuration(proxyBeanMethods = false)
public class NumbersConfiguration {
    @Bean
    Desks<NumberService> numberDesks(OpenNumbers numbers, MeterRegistry meters) {
        return Desks.of(
                Organisation.NUMBERS, NumberService.class, numbers.desk(Caller::current), meters);
    }
}
