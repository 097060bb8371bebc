package org.openmyna.server.country;

import io.micrometer.core.instrument.MeterRegistry;
import org.openmyna.database.Database;
import org.openmyna.server.calls.Desks;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.cards.api.ResidentChanged;
import org.openmyna.server.cards.api.ResidentChanged.Ends;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.machine.Machine;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.residents.CardNews;
import org.openmyna.server.residents.ResidentRegister;
import org.openmyna.server.residents.ResidentsConfiguration;
import org.openmyna.server.residents.api.ResidentService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The residents' register on this machine. */
@Configuration(proxyBeanMethods = false)
@Import(ResidentsConfiguration.class)
public class ResidentsPart {
    /** Connections to its schema. */
    public static final int CONNECTIONS = 16;

    private static final int LOG_CONNECTIONS = 2;

    /** Cards know the register and the register tells cards: asked for when there is news. */
    @Bean
    CardNews cardNews(ObjectProvider<Desks<CardService>> cards) {
        return (call, news) ->
                cards.getObject()
                        .desk(Organisation.RESIDENTS)
                        .residentsChanged(call, news.stream().map(ResidentsPart::change).toList());
    }

    private static ResidentChanged.Named change(CardNews.News news) {
        return new ResidentChanged.Named(
                news.key(),
                new ResidentChanged(
                        news.code(),
                        news.both() ? Ends.BOTH : Ends.SIGNATURE,
                        news.reason(),
                        news.since()));
    }

    @Bean
    NumberService numbersForResidents(Desks<NumberService> numbers) {
        return numbers.desk(Organisation.RESIDENTS);
    }

    @Bean
    ResidentsAccessLog residentsAccessLog(Database database, Machine machine, LegalClock clock) {
        return new ResidentsAccessLog(
                database.open("residents", LOG_CONNECTIONS),
                machine.data().resolve("residents"),
                clock);
    }

    @Bean
    Desks<ResidentService> residentDesks(ResidentRegister register, MeterRegistry meters) {
        return Desks.of(Organisation.RESIDENTS, ResidentService.class, register.desk(), meters);
    }
}
