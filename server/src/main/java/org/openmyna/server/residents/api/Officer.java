package org.openmyna.server.residents.api;

import org.openmyna.kernel.MunicipalityCode;

/**
 * On whose authority the register is used.
 *
 * @param municipality whose records the officer may see, and no other's
 * @param id of the officer, as the access log shows it
 * @param supervisor may open records of protected people (支援措置) of this municipality
 * @param purpose 利用目的: why; 1 to 200 characters, goes to the access log
 */
public record Officer(
        MunicipalityCode municipality, String id, boolean supervisor, String purpose) {}
