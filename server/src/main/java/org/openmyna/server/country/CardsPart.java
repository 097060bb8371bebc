package org.openmyna.server.country;

import io.micrometer.core.instrument.MeterRegistry;
import org.openmyna.database.Database;
import org.openmyna.server.authority.OpenAuthority;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.calls.Desks;
import org.openmyna.server.cards.CardsConfiguration;
import org.openmyna.server.cards.CardsNeeds;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.machine.Machine;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.server.sandbox.population.Municipalities;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Card management on this machine, which must be the authority's too. */
@Configuration(proxyBeanMethods = false)
@Import(CardsConfiguration.class)
public class CardsPart {
    /** Connections to its schema. */
    public static final int CONNECTIONS = 8;

    @Bean
    CardsNeeds cardsNeeds(
            Database database,
            Machine machine,
            OpenAuthority authority,
            Desks<CertificateService> certificates,
            Desks<ResidentService> residents,
            Desks<NumberService> numbers,
            LegalClock clock) {
        return new CardsNeeds(
                database.open("cards", CONNECTIONS),
                machine.data(),
                authority.authorities(),
                certificates.desk(Organisation.CARDS),
                residents.desk(Organisation.CARDS),
                numbers.desk(Organisation.CARDS),
                clock,
                new Municipalities()::office);
    }

    @Bean
    Desks<CardService> cardDesks(CardService desk, MeterRegistry meters) {
        return Desks.of(Organisation.CARDS, CardService.class, desk, meters);
    }
}
