package org.openmyna.server.sandbox;

import org.openmyna.database.Database;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.calls.Desks;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.machine.Machine;
import org.openmyna.server.machine.Progress;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.server.sandbox.population.PopulationLoader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The sandbox as a part of a server: with the desks of the others, and people from the start. */
@Configuration(proxyBeanMethods = false)
@Import(SandboxConfiguration.class)
public class SandboxPart {
    /** At most, to its schema. */
    public static final int CONNECTIONS = 2;

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

    /** Before the server answers anybody. */
    @Bean
    FirstPeople firstPeople(
            PopulationLoader loader, Machine machine, ObjectProvider<Progress> progress) {
        return new FirstPeople(
                loader, machine.residents(), progress.getIfAvailable(Progress::unheard));
    }
}
