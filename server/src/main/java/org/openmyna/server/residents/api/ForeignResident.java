package org.openmyna.server.residents.api;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the record of a foreign resident holds instead of a family register (Resident Registry Act
 * art. 30-45).
 *
 * @param status residence status 在留資格
 * @param until last day of the period of stay (在留期間の満了の日); none for permanent residents
 * @param residenceCard number of the residence card 在留カード
 */
public record ForeignResident(
        String nationality, String status, Optional<LocalDate> until, String residenceCard) {}
