package org.openmyna.card.reader;

import org.openmyna.card.protocol.PinReference;
import org.openmyna.kernel.MynaException;

/** The holder may not change this reference (MYNA-CRD-062). */
public final class NotChangeable extends MynaException {
    NotChangeable(PinReference reference) {
        super(ReaderError.NOT_CHANGEABLE, FileWords.of(reference).details("reference"));
    }
}
