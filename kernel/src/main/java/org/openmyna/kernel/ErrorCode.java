package org.openmyna.kernel;

import java.util.Map;

/**
 * One reason why something did not happen. Each room has an enum that implements this: the code
 * never changes its meaning, the sentences may improve.
 */
public interface ErrorCode {
    ErrorText text();

    /** Stable code, such as {@code MYNA-VRF-104}. */
    default String code() {
        return text().code();
    }

    default Audience audience() {
        return text().audience();
    }

    /** Sentence in Japanese, with {@code {placeholders}}. */
    default String japanese() {
        return text().japanese();
    }

    /** Sentence in English, with {@code {placeholders}}. */
    default String english() {
        return text().english();
    }

    /** What happened and what to do, in one language, with the details filled in. */
    default String sentence(Language language, Map<String, ?> details) {
        return text().sentence(language, details);
    }
}
