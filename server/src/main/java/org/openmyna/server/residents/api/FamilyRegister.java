package org.openmyna.server.residents.api;

import org.openmyna.kernel.Address;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.PersonName;

/**
 * Indication of the family register (戸籍の表示).
 *
 * @param municipality that keeps it, and its supplement (戸籍の附票)
 * @param registeredDomicile 本籍
 * @param head 筆頭者
 */
public record FamilyRegister(
        MunicipalityCode municipality, Address registeredDomicile, PersonName head) {}
