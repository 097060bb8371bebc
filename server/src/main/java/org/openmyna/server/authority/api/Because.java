package org.openmyna.server.authority.api;

import org.openmyna.trust.profile.RevocationReason;

/** The reason of a revocation (失効事由). */
public record Because(RevocationReason reason) {}
