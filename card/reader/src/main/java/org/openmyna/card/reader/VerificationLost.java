package org.openmyna.card.reader;

import java.util.Map;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.kernel.MynaException;

/**
 * Another application was selected since the verification that this command needs (MYNA-CRD-026).
 */
public final class VerificationLost extends MynaException {
    VerificationLost(CardApplication application, String command) {
        super(
                ReaderError.VERIFICATION_LOST,
                ApplicationWords.of(application)
                        .details("application", Map.of("command", command)));
    }
}
