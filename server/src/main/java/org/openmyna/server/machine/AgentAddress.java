package org.openmyna.server.machine;

import java.net.URI;

/**
 * Where the card agent of whoever sits at this machine answers.
 *
 * @param origin scheme, loopback address and port
 */
public record AgentAddress(URI origin) {}
