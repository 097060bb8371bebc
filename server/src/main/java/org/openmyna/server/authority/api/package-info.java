/**
 * What the certification authority does for other organisations: one interface, in one process or
 * over mutual TLS.
 */
@NullMarked
@NamedInterface("api")
package org.openmyna.server.authority.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
