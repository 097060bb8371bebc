package org.openmyna.server.country;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.openmyna.database.Database;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.calls.Call;
import org.openmyna.server.calls.Desks;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.machine.BeforeReady;
import org.openmyna.server.machine.Machine;
import org.openmyna.server.machine.Progress;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.server.sandbox.SandboxConfiguration;
import org.openmyna.server.sandbox.SandboxNeeds;
import org.openmyna.server.sandbox.home.HomeConfiguration;
import org.openmyna.server.sandbox.population.PopulationLoader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The test country's own pages on this machine, and its people. */
@Configuration(proxyBeanMethods = false)
@Import({SandboxConfiguration.class, HomeConfiguration.class})
public class SandboxPart {
    /** Connections to its schema. */
    public static final int CONNECTIONS = 2;

    /** The same people in every test country of one size. */
    private static final long SEED = 1;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    SandboxNeeds sandboxNeeds(
            Database database,
            Machine machine,
            Desks<ResidentService> residents,
            Desks<NumberService> numbers,
            Desks<CardService> cards,
            Desks<CertificateService> certificates,
            LegalClock clock) {
        return new SandboxNeeds(
                database.open("sandbox", CONNECTIONS),
                machine.data(),
                residents.desk(Organisation.SANDBOX),
                numbers.desk(Organisation.SANDBOX),
                cards.desk(Organisation.SANDBOX),
                certificates.desk(Organisation.SANDBOX),
                clock);
    }

    /** Fills the register at the first start; later ones find everybody there. */
    @Bean
    BeforeReady population(PopulationLoader loader, SandboxNeeds needs, Machine machine) {
        return progress -> {
            int asked = machine.residents().orElse(Machine.USUAL_RESIDENTS);
            if (needs.residents().population(once()) == 0) {
                progress.begins(Progress.Step.RESIDENTS);
            }
            long there = loader.load(SEED, asked, _ -> {});
            if (machine.residents().isPresent() && there != asked) {
                progress.residentsKept(there, asked);
            }
        };
    }

    private static Call once() {
        return new Call("start-" + UUID.randomUUID(), Instant.now().plus(PATIENCE));
    }
}
