package org.openmyna.server.sandbox;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.residents.api.ResidentService;

/**
 * What others provide; whoever puts the application together hands it in.
 *
 * @param database of the schema {@code sandbox}; one connection is enough
 * @param data folder of the country, with the drawer {@code cards}
 * @param residents the register's desk as the sandbox has it
 * @param numbers the desk of the keeper of numbers as the sandbox has it
 * @param cards the desk of card management as the sandbox has it
 * @param certificates the authority's desk as the sandbox has it
 * @param legalTime the clock that the time machine moves
 */
public record SandboxNeeds(
        DataSource database,
        Path data,
        ResidentService residents,
        NumberService numbers,
        CardService cards,
        CertificateService certificates,
        LegalClock legalTime) {}
