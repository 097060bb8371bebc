package org.openmyna.card.reader;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The card never comes to an end of its answer (MYNA-CRD-028). */
public final class AnswerEndless extends MynaException {
    AnswerEndless(String command) {
        super(ReaderError.ANSWER_ENDLESS, Map.of("command", command));
    }
}
