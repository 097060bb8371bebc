package org.openmyna.server.country;

import java.time.Instant;
import org.openmyna.database.Database;
import org.openmyna.server.calls.Desks;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.counter.CardDoor;
import org.openmyna.server.counter.CounterConfiguration;
import org.openmyna.server.counter.CounterNeeds;
import org.openmyna.server.counter.NumberDoor;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.server.web.OrganisationMissing;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The municipal counters on this machine. */
@Configuration(proxyBeanMethods = false)
@Import(CounterConfiguration.class)
public class CounterPart {
    /** Connections to its schema. */
    public static final int CONNECTIONS = 4;

    @Bean
    CounterReader counterReader() {
        return new CounterReader();
    }

    @Bean
    CounterNeeds counterNeeds(
            Database database,
            Desks<ResidentService> residents,
            Desks<NumberService> numbers,
            ObjectProvider<Desks<CardService>> cards,
            CounterReader reader,
            LegalClock clock) {
        ResidentService register = residents.desk(Organisation.COUNTER);
        return new CounterNeeds(
                database.open("counter", CONNECTIONS),
                register,
                NumberDoor.byCode(register, numbers.desk(Organisation.COUNTER)),
                // a counter works without cards: they are asked for when one is read
                call -> CardDoor.byCertificate(cards(cards), reader).holder(call),
                clock,
                Instant::now);
    }

    /**
     * @throws OrganisationMissing if neither this machine nor another one has cards (MYNA-SRV-033)
     */
    private static CardService cards(ObjectProvider<Desks<CardService>> known) {
        Desks<CardService> cards = known.getIfAvailable();
        if (cards == null) throw new OrganisationMissing(Organisation.CARDS.id());
        return cards.desk(Organisation.COUNTER);
    }
}
