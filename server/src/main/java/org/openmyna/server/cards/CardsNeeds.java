package org.openmyna.server.cards;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.trust.authority.Authorities;
import org.openmyna.trust.profile.IssuingOffice;

/**
 * What others provide. Desks are asked for when they are needed: organisations that need each other
 * come up together.
 *
 * @param database of the schema {@code cards}; a production keeps one connection
 * @param data folder with the drawer {@code cards} and the issuer's keys {@code issuer}, the same
 *     that {@code openmyna card} uses
 * @param authorities both, in this process
 * @param certificates the authority's desk as cards has it
 * @param residents the register's desk as cards has it
 * @param numbers the desk of the keeper of numbers as cards has it
 * @param legalTime what every date on a card is told by
 * @param offices the romaji of a municipality, see {@link IssuingOffice#known}
 */
record CardsNeeds(
        DataSource database,
        Path data,
        Authorities authorities,
        Supplier<CertificateService> certificates,
        Supplier<ResidentService> residents,
        Supplier<NumberService> numbers,
        InstantSource legalTime,
        Function<MunicipalityCode, Optional<IssuingOffice>> offices) {}
