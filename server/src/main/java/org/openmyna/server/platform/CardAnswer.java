package org.openmyna.server.platform;

import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an agent sends, as JSON.
 *
 * @param request the request that it answers
 * @param certificate DER, base64url
 * @param signature base64url
 * @param items files of the form input application, base64url
 * @param code that was typed, if the agent is on another device
 * @param outcome {@code signed}, {@code cancelled} or {@code failed}
 * @param reason stable code, if it failed
 */
record CardAnswer(
        @Nullable String request,
        @Nullable String certificate,
        @Nullable String signature,
        @Nullable Map<String, String> items,
        @Nullable String code,
        @Nullable String outcome,
        @Nullable String reason) {
    private static final int LONGEST = 65_536;

    String requestText() {
        return text("request", request);
    }

    byte[] certificateDer() {
        return octets("certificate", certificate);
    }

    byte[] signatureOctets() {
        return octets("signature", signature);
    }

    String outcomeText() {
        return text("outcome", outcome);
    }

    /** A code, or nothing that could be taken for one. */
    String reasonCode() {
        return reason != null && reason.matches("[A-Z]{3,8}(-[A-Z0-9]{1,8}){1,3}") ? reason : "?";
    }

    private static String text(String part, @Nullable String value) {
        if (value == null || value.length() > LONGEST) throw malformed(part);
        return value;
    }

    static byte[] octets(String part, @Nullable String value) {
        try {
            return Base64.getUrlDecoder().decode(text(part, value));
        } catch (IllegalArgumentException notBase64) {
            throw malformed(part);
        }
    }

    static NotDone malformed(String part) {
        return new NotDone(PlatformError.ANSWER_MALFORMED, Map.of("part", part));
    }
}
