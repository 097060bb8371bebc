package org.openmyna.card.reader;

import java.util.Map;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.StatusWord;
import org.openmyna.kernel.MynaException;

/** The card lacks this application (MYNA-CRD-027). */
public final class ApplicationMissing extends MynaException {
    ApplicationMissing(CardApplication application, StatusWord status) {
        super(
                ReaderError.APPLICATION_MISSING,
                ApplicationWords.of(application).details("application", Map.of("status", status)));
    }
}
