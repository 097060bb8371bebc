package org.openmyna.server;

import java.util.List;
import java.util.Map;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.cards.CardsConfiguration;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.country.CardsPart;
import org.openmyna.server.country.CounterPart;
import org.openmyna.server.country.PlatformPart;
import org.openmyna.server.country.ResidentsPart;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.numbers.NumbersConfiguration;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.server.sandbox.SandboxPart;

/**
 * An organisation as a server runs it. Its schema is opened beside Spring; its configuration finds
 * as beans the {@link org.openmyna.database.Database}, where that schema is open already, the
 * {@link org.openmyna.server.clock.LegalClock}, the {@link org.openmyna.server.machine.Machine},
 * and {@link org.openmyna.server.calls.Desks} of the services of others.
 *
 * @param connections at most, to its schema; 0 if it has none
 * @param configuration of Spring
 */
record Part(Organisation organisation, int connections, Class<?> configuration) {
    /** All that there are, beside the authority: a line each. */
    static final List<Part> ALL =
            List.of(
                    new Part(
                            Organisation.NUMBERS,
                            NumbersConfiguration.CONNECTIONS,
                            NumbersConfiguration.class),
                    new Part(
                            Organisation.RESIDENTS, ResidentsPart.CONNECTIONS, ResidentsPart.class),
                    new Part(Organisation.CARDS, CardsConfiguration.CONNECTIONS, CardsPart.class),
                    new Part(Organisation.COUNTER, CounterPart.CONNECTIONS, CounterPart.class),
                    new Part(Organisation.PLATFORM, PlatformPart.CONNECTIONS, PlatformPart.class),
                    new Part(Organisation.SANDBOX, SandboxPart.CONNECTIONS, SandboxPart.class));

    /** What organisations do for others: here, or on another machine. */
    static final Map<Organisation, Class<?>> SERVICES =
            Map.of(
                    Organisation.AUTHORITY, CertificateService.class,
                    Organisation.RESIDENTS, ResidentService.class,
                    Organisation.NUMBERS, NumberService.class,
                    Organisation.CARDS, CardService.class);
}
