package org.openmyna.server.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.Language;
import org.openmyna.kernel.MynaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An error as HTTP tells it (RFC 9457). Beside the members of the RFC: {@code code}, {@code
 * audience}, and both sentences, so that a program can show its own language.
 *
 * @param status of HTTP
 */
public record Problem(int status, MynaException error) {
    /** The media type of RFC 9457. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** An error that tells a program more than its sentence (RFC 9457 3.2). */
    public interface Extended {
        /** Extension members by name; each a text, and no secret of anybody but the reader. */
        Map<String, String> members();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Problem.class);

    /** What went wrong; a mistake of ours is logged, and tells nothing of itself outside. */
    public static Problem of(Throwable failure) {
        if (failure instanceof MynaException known) {
            int status = ProblemStatus.of(known.errorCode());
            if (status >= 500) LOG.warn("{}", known.getMessage());
            return new Problem(status, known);
        }
        String trace = UUID.randomUUID().toString();
        LOG.error("unexpected {}", trace, failure);
        return new Problem(500, new Unexpected(trace, failure));
    }

    /** As JSON in UTF-8. */
    public byte[] json(Language language) {
        ErrorCode code = error.errorCode();
        return """
        {"type": "urn:openmyna:error:%s", "title": %s, "status": %d, "detail": %s, "code": "%s", \
        "audience": "%s", "ja": %s, "en": %s%s}
        """
                .formatted(
                        code.code(),
                        text(title()),
                        status,
                        text(error.text(language)),
                        code.code(),
                        code.audience(),
                        text(error.text(Language.JAPANESE)),
                        text(error.text(Language.ENGLISH)),
                        extension())
                .getBytes(StandardCharsets.UTF_8);
    }

    private String extension() {
        if (!(error instanceof Extended more)) return "";
        StringBuilder json = new StringBuilder();
        more.members()
                .forEach((name, value) ->
                        json.append(", ").append(text(name)).append(": ").append(text(value)));
        return json.toString();
    }

    private String title() {
        return code().replace('_', ' ').toLowerCase(java.util.Locale.ROOT);
    }

    private String code() {
        return error.errorCode() instanceof Enum<?> reason
                ? reason.name()
                : error.errorCode().code();
    }

    /** RFC 8259 7. */
    static String text(String value) {
        StringBuilder json = new StringBuilder("\"");
        for (int n = 0; n < value.length(); n++) {
            char c = value.charAt(n);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20) {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
