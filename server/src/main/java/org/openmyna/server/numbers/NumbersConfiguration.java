package org.openmyna.server.numbers;

import io.micrometer.core.instrument.MeterRegistry;
import org.openmyna.database.Database;
import org.openmyna.server.calls.Caller;
import org.openmyna.server.calls.Desks;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.machine.Machine;
import org.openmyna.server.numbers.api.NumberService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keeper of numbers in the server: its desk for other organisations. */
@Configuration(proxyBeanMethods = false)
public class NumbersConfiguration {
    /** To the schema at most; an assignment for many keeps one busy for a while. */
    public static final int CONNECTIONS = 6;

    private static final String NAME = "numbers";

    @Bean
    OpenNumbers openNumbers(Database database, LegalClock legalTime, Machine machine) {
        return OpenNumbers.open(
                database.open(NAME, CONNECTIONS),
                machine.data().resolve(NAME),
                NumberMode.SANDBOX,
                legalTime);
    }

    @Bean
    Desks<NumberService> numberDesks(OpenNumbers numbers, MeterRegistry meters) {
        return Desks.of(
                Organisation.NUMBERS, NumberService.class, numbers.desk(Caller::current), meters);
    }
}
