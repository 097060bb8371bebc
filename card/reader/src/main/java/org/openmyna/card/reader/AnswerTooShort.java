package org.openmyna.card.reader;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The card answered fewer bytes than the command promises (MYNA-CRD-046). */
public final class AnswerTooShort extends MynaException {
    AnswerTooShort(String command, int length) {
        super(ReaderError.ANSWER_TOO_SHORT, Map.of("command", command, "length", length));
    }
}
