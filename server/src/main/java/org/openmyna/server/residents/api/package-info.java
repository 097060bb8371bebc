/**
 * What the residents' register (住民基本台帳) and the resident network (住基ネット) do for other
 * organisations: one interface, in one process or over mutual TLS. No My Number is in any of its
 * records: the register itself only holds a token of it.
 */
@NullMarked
@NamedInterface("api")
package org.openmyna.server.residents.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
