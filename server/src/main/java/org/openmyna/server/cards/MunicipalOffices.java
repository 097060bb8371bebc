package org.openmyna.server.cards;

import java.util.Optional;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.trust.profile.IssuingOffice;

/** What certificates need to know of a municipality; empty for one that is not known. */
@FunctionalInterface
public interface MunicipalOffices {
    Optional<IssuingOffice> of(MunicipalityCode municipality);
}
