package org.openmyna.server.authority.api;

import java.util.Optional;
import org.openmyna.trust.authority.IssuingState;

/**
 * Where a request stands.
 *
 * @param serial upper-case hexadecimal
 * @param certificate DER, from CERTIFIED on
 */
public record RequestState(
        String request, IssuingState state, String serial, Optional<byte[]> certificate) {}
