package org.openmyna.server.numbers.api;

/**
 * Why a My Number is read or received (Number Act art. 9, 19): checked against the dated table of
 * permitted affairs, and kept in the access log.
 *
 * @param procedure id of an affair in the table, such as {@code juki.register}
 * @param caseId number of the case at the body, 1 to 80 of A-Z, a-z, 0-9, hyphen
 * @param officer id of the officer, 1 to 80
 */
public record Purpose(String procedure, String caseId, String officer) {}
