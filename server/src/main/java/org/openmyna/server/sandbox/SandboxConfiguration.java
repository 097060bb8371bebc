package org.openmyna.server.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.openmyna.server.sandbox.home.HomeConfiguration;
import org.openmyna.server.sandbox.population.PopulationLoader;
import org.openmyna.server.sandbox.screens.ScreensConfiguration;
import org.openmyna.server.web.page.SandboxDate;
import org.openmyna.trust.profile.ValidityRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The sandbox on a machine; needs a bean {@link SandboxNeeds}. */
@Configuration(proxyBeanMethods = false)
@Import({HomeConfiguration.class, ScreensConfiguration.class})
public class SandboxConfiguration {
    @Bean
    SandboxCalls sandboxCalls() {
        return new SandboxCalls(Instant::now);
    }

    /** Whoever starts the country asks it to load, and shows how far it is. */
    @Bean
    PopulationLoader populationLoader(SandboxNeeds needs, SandboxCalls calls) {
        return new PopulationLoader(
                needs.database(), needs.residents(), needs.numbers(), needs.legalTime(), calls);
    }

    /** Shown on every page once the legal clock is not where the sun is. */
    @Bean
    SandboxDate sandboxDate(SandboxNeeds needs) {
        return () -> {
            LocalDate legal = day(needs.legalTime().instant());
            return legal.equals(day(Instant.now())) ? Optional.empty() : Optional.of(legal);
        };
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ValidityRule.JAPAN);
    }
}
