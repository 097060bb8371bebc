package org.openmyna.agent.error;

import java.util.Map;
import org.openmyna.kernel.Language;

/**
 * Why something is not done, with what the sentence speaks of.
 *
 * @param details values for the placeholders of the sentence; never a secret
 */
public record Refusal(AgentError error, Map<String, String> details) {
    public Refusal {
        details = Map.copyOf(details);
    }

    public static Refusal of(AgentError error) {
        return new Refusal(error, Map.of());
    }

    /** The same with one value. */
    public static Refusal of(AgentError error, String name, String value) {
        return new Refusal(error, Map.of(name, value));
    }

    /** What happened and what to do. */
    public String text(Language language) {
        return error.sentence(language, details);
    }
}
