package org.openmyna.trust.verifier;

import java.util.Map;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.Language;

/**
 * Why something was refused, as a value.
 *
 * @param reason stable code and sentence
 * @param details values for the placeholders of the sentence
 */
public record Refusal(ErrorCode reason, Map<String, String> details) {
    public Refusal {
        details = Map.copyOf(details);
    }

    /** Stable code, such as {@code MYNA-VRF-104}. */
    public String code() {
        return reason.code();
    }

    /** What happened and what to do, in one language, without the code. */
    public String text(Language language) {
        return reason.sentence(language, details);
    }
}
