package org.openmyna.server.cards;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import org.openmyna.server.cards.api.CardService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Card management on a machine; needs a bean {@link CardsNeeds}. */
@Configuration(proxyBeanMethods = false)
public class CardsConfiguration {
    private final CardsNeeds needs;

    public CardsConfiguration(CardsNeeds needs) {
        this.needs = needs;
    }

    @Bean
    ChipKeys chipKeys() {
        return new ChipKeys(new SecureRandom());
    }

    @Bean
    Cards cards(ChipKeys chipKeys, MeterRegistry meters) {
        var cards = new Cards(needs, chipKeys, new SecureRandom(), meters);
        // a start does not wait for it
        Thread.ofVirtual().name("cards-tidy-up").start(cards::tidyUp);
        return cards;
    }

    /** Behind the gate that every organisation's desk has. */
    @Bean
    CardService cardDesk(Cards cards) {
        return cards.desk();
    }
}
