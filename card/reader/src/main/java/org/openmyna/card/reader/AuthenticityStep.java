package org.openmyna.card.reader;

import org.openmyna.card.protocol.CardApplication;
import org.openmyna.kernel.Language;

/**
 * One check that was made, as evidence.
 *
 * @param application whose data were checked
 * @param on what it was checked on: key ids or the name of a file; never a personal item
 * @param passed whether it held; in a list only the last one can be false
 */
public record AuthenticityStep(
        AuthenticityCheck check, CardApplication application, String on, boolean passed) {

    /** The step in a line, such as {@code form input: the issuer signed the data (0003): yes}. */
    public String text(Language language) {
        String name = ApplicationWords.of(application).in(language);
        return switch (language) {
            case JAPANESE ->
                    "%s：%s（%s）：%s".formatted(name, check.text(language), on, passed ? "はい" : "いいえ");
            case ENGLISH ->
                    "%s: %s (%s): %s"
                            .formatted(name, check.text(language), on, passed ? "yes" : "no");
        };
    }
}
