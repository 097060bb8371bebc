package org.openmyna.trust.documents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The card gave something that is no signature under its certificate (MYNA-DOC-051). */
public final class CardSignatureWrong extends MynaException {
    private static final long serialVersionUID = 1;

    CardSignatureWrong() {
        super(DocumentError.CARD_SIGNATURE_WRONG, Map.of());
    }
}
