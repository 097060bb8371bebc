package org.openmyna.card.reader;

import java.util.Map;
import org.openmyna.card.protocol.StatusWord;
import org.openmyna.kernel.MynaException;

/** The card answered with an error status word (MYNA-CRD-023). */
public final class CommandRefused extends MynaException {
    private final transient StatusWord status;

    CommandRefused(String command, StatusWord status) {
        super(ReaderError.COMMAND_REFUSED, Map.of("command", command, "status", status));
        this.status = status;
    }

    /** What the card answered. */
    public StatusWord statusWord() {
        return status;
    }
}
