package org.openmyna.trust.verifier;

import java.util.Optional;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.DistributionPoint;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.RevocationListView;

/**
 * Where revocation lists come from. It is trusted for delivery alone: signature, scope and age are
 * the verifier's to judge, and no list means no acceptance. It is asked by many threads and should
 * answer from memory; the verifier checks a list's signature again only when it gets another
 * object.
 */
@FunctionalInterface
public interface RevocationSource {
    /**
     * Which list is wanted.
     *
     * @param kind the authority
     * @param hierarchy its world
     * @param issuerKeyId key identifier of the generation, lower-case hexadecimal
     * @param point distribution point of the certificate
     */
    record Wanted(CaKind kind, Hierarchy hierarchy, String issuerKeyId, DistributionPoint point) {}

    /** The newest list of this point, or of the whole generation; empty if there is none. */
    Optional<RevocationListView> find(Wanted wanted);
}
