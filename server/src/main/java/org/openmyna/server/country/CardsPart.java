package org.openmyna.server.country;

import java.util.UUID;
import org.openmyna.server.authority.HolderBook;
import org.openmyna.server.calls.Call;
import org.openmyna.server.calls.Desks;
import org.openmyna.server.cards.CardsConfiguration;
import org.openmyna.server.cards.MunicipalOffices;
import org.openmyna.server.cards.api.CardItems;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.sandbox.population.Municipalities;
import org.springframework.beans.factory.ObjectProvider;
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

    /** The authority asks for whoever asks it, with a question of its own. */
    @Bean
    HolderBook holderBook(ObjectProvider<Desks<CardService>> cards) {
        return (call, serial, items) ->
                cards.getObject()
                        .desk(Organisation.AUTHORITY)
                        .holds(
                                new Call("authority-" + UUID.randomUUID(), call.deadline()),
                                serial,
                                new CardItems(
                                        items.name(),
                                        items.address(),
                                        items.birthDate(),
                                        items.sex()));
    }
}
