package org.openmyna.agent.platform;

import java.util.Map;
import java.util.Optional;

/** What a platform says to an answer. */
public sealed interface Delivery {
    /**
     * It was taken.
     *
     * @param returnCode goes back with the browser, once
     */
    record Taken(String returnCode) implements Delivery {}

    /**
     * It was not (RFC 9457).
     *
     * @param code stable code of the platform
     * @param detail in the language that was asked for
     * @param returnCode where the platform ended the login and says why itself: goes back with the
     *     browser, once
     */
    record Refused(String code, String detail, Optional<String> returnCode) implements Delivery {
        private static final String CODE_WRONG = "MYNA-PLT-009";

        /** Whether the number of the first screen was wrong, and may be typed again. */
        public boolean isForAnotherNumber() {
            return code.equals(CODE_WRONG) && returnCode.isEmpty();
        }
    }

    /** Nothing that could be read came back. */
    record NotReached() implements Delivery {}

    static Delivery taken(Map<String, Object> body) {
        Optional<String> code = returnCode(body);
        return code.isPresent() ? new Taken(code.get()) : new NotReached();
    }

    static Delivery refused(Map<String, Object> problem) {
        String code = text(problem, "code", 40);
        String detail = text(problem, "detail", 600);
        return code.isEmpty() && detail.isEmpty()
                ? new NotReached()
                : new Refused(code, detail, returnCode(problem));
    }

    private static Optional<String> returnCode(Map<String, Object> body) {
        return body.get("return_code") instanceof String code
                        && code.matches("[A-Za-z0-9_-]{16,128}")
                ? Optional.of(code)
                : Optional.empty();
    }

    private static String text(Map<String, Object> problem, String name, int longest) {
        String text = problem.get(name) instanceof String said ? said : "";
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
