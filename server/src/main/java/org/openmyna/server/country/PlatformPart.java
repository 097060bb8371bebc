package org.openmyna.server.country;

import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.database.Database;
import org.openmyna.server.authority.OpenAuthority;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.calls.Desks;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.machine.AgentAddress;
import org.openmyna.server.machine.Machine;
import org.openmyna.server.platform.PlatformAddress;
import org.openmyna.server.platform.PlatformConfiguration;
import org.openmyna.server.platform.PlatformNeeds;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.Origins;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;

/** The platform on this machine, which must answer OCSP too: {@code --roles=platform,ocsp}. */
@Configuration(proxyBeanMethods = false)
@Import(PlatformConfiguration.class)
public class PlatformPart {
    /** Connections to its schema. */
    public static final int CONNECTIONS = 16;

    @Bean
    PlatformNeeds platformNeeds(
            Database database,
            Machine machine,
            Origins origins,
            Environment environment,
            OpenAuthority authority,
            Desks<CertificateService> certificates,
            AgentAddress agent,
            LegalClock clock) {
        boolean sandbox = machine.here().contains(Organisation.SANDBOX);
        return new PlatformNeeds(
                database.open(Organisation.PLATFORM.id(), CONNECTIONS),
                machine.data().resolve(Organisation.PLATFORM.id()),
                new PlatformAddress(
                        origins.host(Origin.PLATFORM),
                        () -> environment.getRequiredProperty("local.server.port", Integer.class)),
                SingletonSupplier.of(() -> certificates.desk(Organisation.PLATFORM)),
                new LocalStatus(
                        authority.authorities().ocsp(),
                        new PlatformVerifier(authority, machine.data().resolve("house"), sandbox)
                                .caller()),
                () -> IssuerKeys.trustedBy(machine.data().resolve("issuer")),
                sandbox,
                agent.origin(),
                clock);
    }
}
