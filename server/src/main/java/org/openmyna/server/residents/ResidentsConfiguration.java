package org.openmyna.server.residents;

import java.time.Instant;
import java.time.InstantSource;
import org.openmyna.database.Database;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.numbers.api.NumberService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The residents' register in this program. */
@Configuration(proxyBeanMethods = false)
public class ResidentsConfiguration {
    private static final int CONNECTIONS = 16;
    private static final InstantSource REAL_TIME = Instant::now;

    /**
     * @param numbers the desk of numbers, for this organisation
     */
    @Bean(destroyMethod = "close")
    ResidentRegister residentRegister(
            Database database,
            LegalClock legalTime,
            CardNews cards,
            NumberService numbers,
            AccessLog log) {
        return new ResidentRegister(
                        database.open("residents", CONNECTIONS),
                        legalTime,
                        REAL_TIME,
                        cards,
                        numbers,
                        log)
                .start();
    }
}
