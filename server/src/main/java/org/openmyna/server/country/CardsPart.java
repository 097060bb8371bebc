package org.openmyna.server.country;

import org.openmyna.server.cards.CardsConfiguration;
import org.openmyna.server.cards.MunicipalOffices;
import org.openmyna.server.sandbox.population.Municipalities;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Card management on this machine, which must be the authority's too. */
@Configuration(proxyBeanMethods = false)
@Import(CardsConfiguration.class)
public class CardsPart {
    @Bean
    MunicipalOffices municipalOffices() {
        return new Municipalities()::office;
    }
}
