package org.openmyna.card.protocol;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A file on the card does not have the shape that its place promises (MYNA-CRD-003). */
public final class CardFileMalformed extends MynaException {
    public CardFileMalformed(String file, String why) {
        super(ProtocolError.FILE_MALFORMED, Map.of("file", file, "why", why));
    }
}
