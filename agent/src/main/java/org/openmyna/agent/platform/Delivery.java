package org.openmyna.agent.platform;

import java.util.Map;

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
     */
    record Refused(String code, String detail) implements Delivery {}

    /** Nothing that could be read came back. */
    record NotReached() implements Delivery {}

    /** */
    static Delivery taken(Map<String, Object> body) {
        return body.get("return_code") instanceof String code
                        && code.matches("[A-Za-z0-9_-]{16,128}")
                ? new Taken(code)
                : new NotReached();
    }

    static Delivery refused(Map<String, Object> problem) {
        return new Refused(text(problem, "code", 40), text(problem, "detail", 600));
    }

    private static String text(Map<String, Object> problem, String name, int longest) {
        String text = problem.get(name) instanceof String said ? said : "";
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
