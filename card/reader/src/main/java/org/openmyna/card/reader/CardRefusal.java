package org.openmyna.card.reader;

import java.util.Map;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.Language;

/**
 * Why a card is not taken for genuine, as a value.
 *
 * @param reason stable code and sentence
 * @param details values for the placeholders of the sentence; never a personal item
 */
public record CardRefusal(ErrorCode reason, Map<String, String> details) {
    public CardRefusal {
        details = Map.copyOf(details);
    }

    /** Stable code, such as {@code MYNA-CRD-037}. */
    public String code() {
        return reason.code();
    }

    /** What happened and what to do, in one language, without the code. */
    public String text(Language language) {
        return reason.sentence(language, details);
    }
}
