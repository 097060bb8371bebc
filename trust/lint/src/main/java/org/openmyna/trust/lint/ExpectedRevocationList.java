package org.openmyna.trust.lint;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * What a revocation list is to say apart from its entries (reference 3.1).
 *
 * @param authority who signs it
 * @param number cRLNumber
 * @param scope the municipality it is about; empty for all users of the key generation
 * @param entries how many certificates it lists
 */
public record ExpectedRevocationList(
        ExpectedAuthority authority,
        BigInteger number,
        Instant thisUpdate,
        Instant nextUpdate,
        Optional<ExpectedCertificate.Office> scope,
        long entries) {}
