package org.openmyna.server.authority.api;

/**
 * A certificate, signed and not yet good.
 *
 * @param serial upper-case hexadecimal
 * @param der of the certificate
 */
public record IssuedCertificate(String serial, byte[] der) {}
