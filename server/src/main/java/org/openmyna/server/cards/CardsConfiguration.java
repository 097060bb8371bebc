package org.openmyna.server.cards;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import org.openmyna.database.Database;
import org.openmyna.server.authority.OpenAuthority;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.calls.Desks;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.machine.Machine;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.trust.profile.IssuingOffice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** Card management on a machine, beside the authority that signs. */
@Configuration(proxyBeanMethods = false)
public class CardsConfiguration {
    /** To its schema: one for the card in production, the others for what the register tells. */
    public static final int CONNECTIONS = 8;

    @Bean
    CardsNeeds cardsNeeds(
            Database database,
            Machine machine,
            OpenAuthority authority,
            LegalClock legalTime,
            ObjectProvider<Desks<CertificateService>> certificates,
            ObjectProvider<Desks<ResidentService>> residents,
            ObjectProvider<Desks<NumberService>> numbers) {
        return new CardsNeeds(
                database.open(Organisation.CARDS.id(), CONNECTIONS),
                machine.data(),
                authority.authorities(),
                own(certificates),
                own(residents),
                own(numbers),
                legalTime,
                IssuingOffice::known);
    }

    /** The register tells cards and is asked by cards: neither is there first. */
    private static <S> SingletonSupplier<S> own(ObjectProvider<Desks<S>> desks) {
        return SingletonSupplier.of(() -> desks.getObject().desk(Organisation.CARDS));
    }

    @Bean
    ChipKeys chipKeys() {
        return new ChipKeys(new SecureRandom());
    }

    @Bean
    Cards cards(CardsNeeds needs, ChipKeys chipKeys, MeterRegistry meters) {
        var cards = new Cards(needs, chipKeys, new SecureRandom(), meters);
        // a start does not wait for it
        Thread.ofVirtual().name("cards-tidy-up").start(cards::tidyUp);
        return cards;
    }

    @Bean
    Desks<CardService> cardDesks(Cards cards, MeterRegistry meters) {
        return Desks.of(Organisation.CARDS, CardService.class, cards.desk(), meters);
    }
}
