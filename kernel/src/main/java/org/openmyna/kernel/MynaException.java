package org.openmyna.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An error with a stable code and a sentence in two languages; each reason has a subclass. Expected
 * results (a wrong PIN, a revoked certificate) are sealed outcomes instead and do not come this
 * way.
 */
public abstract class MynaException extends RuntimeException {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final transient ErrorCode errorCode;
    private final transient Map<String, Object> details;

    /**
     * @param details values for the placeholders of the sentence; never a secret
     */
    protected MynaException(ErrorCode errorCode, Map<String, ?> details) {
        this(errorCode, details, null);
    }

    /**
     * @param details values for the placeholders of the sentence; never a secret
     */
    protected MynaException(
            ErrorCode errorCode, Map<String, ?> details, @Nullable Throwable cause) {
        super(errorCode.code() + " " + errorCode.sentence(Language.ENGLISH, details), cause);
        this.errorCode = errorCode;
        this.details = new LinkedHashMap<>(details);
    }

    public final ErrorCode errorCode() {
        return errorCode;
    }

    /** The values behind the sentence, for logs and for programs. */
    public final Map<String, Object> details() {
        return new LinkedHashMap<>(details);
    }

    /** What happened and what to do, in one language, without the code. */
    public final String text(Language language) {
        return errorCode.sentence(language, details);
    }

    /** One pass: a value that happens to hold braces is not filled again. */
}
