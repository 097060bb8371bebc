package org.openmyna.card.reader;

import org.openmyna.card.protocol.PinReference;
import org.openmyna.kernel.MynaException;

/** The card has no such reference (MYNA-CRD-029). */
public final class ReferenceMissing extends MynaException {
    ReferenceMissing(PinReference reference) {
        super(ReaderError.REFERENCE_MISSING, FileWords.of(reference).details("reference"));
    }
}
