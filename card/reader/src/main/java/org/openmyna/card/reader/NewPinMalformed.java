package org.openmyna.card.reader;

import org.openmyna.card.protocol.PinReference;
import org.openmyna.kernel.MynaException;

/** The new PIN has not the shape that its reference wants (MYNA-CRD-061). */
public final class NewPinMalformed extends MynaException {
    NewPinMalformed(PinReference reference) {
        super(ReaderError.NEW_PIN_MALFORMED, FileWords.of(reference).details("reference"));
    }
}
