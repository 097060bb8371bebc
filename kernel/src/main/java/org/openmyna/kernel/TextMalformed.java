package org.openmyna.kernel;

import java.util.Map;

/** A name, an address or a pair of text and substitute flags cannot be what it should be. */
public final class TextMalformed extends MynaException {
    private static final long serialVersionUID = 1L;

    TextMalformed(KernelError error, CharacterRules.Problem problem) {
        super(error, Map.of("problem", problem.english(), "problemJapanese", problem.japanese()));
    }

    TextMalformed(int characters, int flags) {
        super(
                KernelError.SUBSTITUTED_TEXT_MALFORMED,
                Map.of("characters", characters, "flags", flags));
    }
}
