package org.openmyna.kernel;

/**
 * One reason why something did not happen. Each room has one enum that implements this: the code
 * never changes its meaning, the sentences may improve. A sentence says what happened and what to
 * do; {@code {name}} stands for a detail of {@link MynaException#details()}.
 */
public interface ErrorCode {
    /** Stable code, {@code MYNA-} then three letters of the room, then three digits. */
    String code();

    Audience audience();

    /** Sentence in Japanese, with {@code {placeholders}}. */
    String japanese();

    /** Sentence in English, with {@code {placeholders}}. */
    String english();

    /** The sentence in the language asked for, with {@code {placeholders}}. */
    default String sentence(Language language) {
        return switch (language) {
            case JAPANESE -> japanese();
            case ENGLISH -> english();
        };
    }
}
