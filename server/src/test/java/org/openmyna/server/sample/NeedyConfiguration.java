package org.openmyna.server.sample;

import java.util.ArrayList;
import java.util.List;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.calls.Desks;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.machine.BeforeReady;
import org.openmyna.server.machine.Machine;
import org.openmyna.server.machine.Progress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An organisation that needs another, and has work to do before the machine is ready. */
@Configuration(proxyBeanMethods = false)
public class NeedyConfiguration {
    /** What was done when the machine became ready. */
    public record Done(List<String> steps) {}

    @Bean
    Done done() {
        return new Done(new ArrayList<>());
    }

    @Bean
    CertificateService certificates(Desks<CertificateService> desks) {
        return desks.desk(Organisation.SANDBOX);
    }

    @Bean
    BeforeReady residents(Machine machine, Done done, LegalClock clock) {
        return progress -> {
            progress.begins(Progress.Step.RESIDENTS);
            progress.residentsKept(10, machine.residents().orElse(Machine.USUAL_RESIDENTS));
            done.steps().add(machine.here() + " " + clock.instant());
        };
    }
}
