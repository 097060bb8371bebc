package org.openmyna.card.reader;

import java.util.Map;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.kernel.MynaException;

/** Ends a check that never got to the data; the desk turns it into a result. */
final class CardNotOpened extends MynaException {
    private final transient PinReference reference;
    private final transient PinCheck check;

    CardNotOpened(PinReference reference, PinCheck check) {
        super(ReaderError.PIN_NOT_VERIFIED, Map.of("command", "READ BINARY"));
        this.reference = reference;
        this.check = check;
    }

    PinReference reference() {
        return reference;
    }

    PinCheck check() {
        return check;
    }
}
