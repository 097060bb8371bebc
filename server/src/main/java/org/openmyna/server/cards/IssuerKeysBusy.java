package org.openmyna.server.cards;

import java.nio.file.Path;
import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Another program does not let go of the issuer's keys (MYNA-CDS-006). */
public final class IssuerKeysBusy extends MynaException {
    IssuerKeysBusy(Path directory) {
        super(CardsError.ISSUER_KEYS_BUSY, Map.of("directory", directory));
    }
}
