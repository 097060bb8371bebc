package org.openmyna.server.authority.api;

/**
 * A CA certificate.
 *
 * @param generation id of its key generation
 * @param issuesNow whether new certificates are signed with its key
 */
public record CaCertificateOfGeneration(int generation, boolean issuesNow, byte[] der) {}
