package org.openmyna.server.sandbox;

import java.util.concurrent.atomic.AtomicBoolean;
import org.openmyna.database.Database;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.calls.Desks;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.machine.BeforeReady;
import org.openmyna.server.machine.Machine;
import org.openmyna.server.machine.Progress;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.server.sandbox.population.PopulationLoader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The sandbox as a part of a server: with the desks of the others, and people from the start. */
@Configuration(proxyBeanMethods = false)
@Import(SandboxConfiguration.class)
public class SandboxPart {
    /** At most, to its schema. */
    public static final int CONNECTIONS = 2;

    /** The same people in every country, so that a page of a book fits all of them. */
    private static final long SEED = 20_151_005;

    @Bean
    SandboxNeeds sandboxNeeds(
            Database database,
            Machine machine,
            LegalClock legalTime,
            Desks<ResidentService> residents,
            Desks<NumberService> numbers,
            Desks<CardService> cards,
            Desks<CertificateService> certificates) {
        return new SandboxNeeds(
                database.open(Organisation.SANDBOX.id(), CONNECTIONS),
                machine.data(),
                residents.desk(Organisation.SANDBOX),
                numbers.desk(Organisation.SANDBOX),
                cards.desk(Organisation.SANDBOX),
                certificates.desk(Organisation.SANDBOX),
                legalTime);
    }

    /** Everybody is there before the start is over; later starts find them. */
    @Bean
    BeforeReady firstPeople(PopulationLoader loader, Machine machine) {
        return progress -> {
            var begun = new AtomicBoolean();
            long there =
                    loader.load(
                            SEED,
                            machine.residents().orElse(Machine.USUAL_RESIDENTS),
                            _ -> {
                                if (begun.compareAndSet(false, true)) {
                                    progress.begins(Progress.Step.RESIDENTS);
                                }
                            });
            if (machine.residents().isPresent() && machine.residents().getAsInt() != there) {
                progress.residentsKept(there, machine.residents().getAsInt());
            }
        };
    }
}
