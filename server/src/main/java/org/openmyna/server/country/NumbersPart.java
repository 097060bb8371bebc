package org.openmyna.server.country;

import org.openmyna.database.Database;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.machine.Machine;
import org.openmyna.server.numbers.NumberMode;
import org.openmyna.server.numbers.NumbersConfiguration;
import org.openmyna.server.numbers.OpenNumbers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The keeper of numbers on this machine. */
@Configuration(proxyBeanMethods = false)
@Import(NumbersConfiguration.class)
public class NumbersPart {
    /** Connections to its schema. */
    public static final int CONNECTIONS = 8;

    @Bean
    OpenNumbers openNumbers(Database database, Machine machine, LegalClock clock) {
        return OpenNumbers.open(
                database.open("numbers", CONNECTIONS),
                machine.data().resolve("numbers"),
                NumberMode.SANDBOX,
                clock);
    }
}
