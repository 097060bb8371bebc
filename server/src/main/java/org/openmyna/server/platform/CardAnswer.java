package org.openmyna.server.platform;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.reader.ItemsProof;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an agent sends, as JSON.
 *
 * @param request the request that it answers
 * @param certificate DER, base64url
 * @param signature base64url
 * @param items of the form input application, if they were read
 * @param code that was typed, if the agent is on another device
 * @param outcome {@code signed}, {@code cancelled} or {@code failed}
 * @param reason stable code, if it failed
 */
record CardAnswer(
        @Nullable String request,
        @Nullable String certificate,
        @Nullable String signature,
        @Nullable Items items,
        @Nullable String code,
        @Nullable String outcome,
        @Nullable String reason) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The four items and what proves them, each base64url; see {@link ItemsProof}. */
    record Items(
            @Nullable String file,
            @Nullable String integrity,
            @Nullable String issuer,
            @Nullable String key,
            @Nullable String signature) {
        private ItemsProof proof() {
            return new ItemsProof(
                    octets("items.file", file),
                    octets("items.integrity", integrity),
                    octets("items.issuer", issuer),
                    octets("items.key", key),
                    octets("items.signature", signature));
        }

        /** Never shows the person. */
        @Override
        public String toString() {
            return "Items[hidden]";
        }
    }

    /**
     * The octets of an answer whose card signed.
     *
     * @param certificate DER
     */
    record Signed(byte[] certificate, byte[] signature, Optional<ItemsProof> items) {}

    /**
     * @throws NotDone if it is not an answer as JSON (MYNA-PLT-008)
     */
    static CardAnswer parse(byte[] json) {
        try {
            CardAnswer answer = JSON.readValue(json, CardAnswer.class);
            if (answer == null) throw malformed("body");
            return answer;
        } catch (JacksonException notJson) {
            throw malformed("body");
        }
    }

    String requestText() {
        return text("request", request);
    }

    /**
     * @throws NotDone if any part of it cannot be read (MYNA-PLT-008)
     */
    Signed signed() {
        return new Signed(
                octets("certificate", certificate),
                octets("signature", signature),
                Optional.ofNullable(items).map(Items::proof));
    }

    String outcomeText() {
        return text("outcome", outcome);
    }

    /** A code, or nothing that could be taken for one. */
    String reasonCode() {
        return reason != null && reason.matches("[A-Z]{3,8}(-[A-Z0-9]{1,8}){1,3}") ? reason : "?";
    }

    private static String text(String part, @Nullable String value) {
        if (value == null) throw malformed(part);
        return value;
    }

    private static byte[] octets(String part, @Nullable String value) {
        try {
            return Base64.getUrlDecoder().decode(text(part, value));
        } catch (IllegalArgumentException notBase64) {
            throw malformed(part);
        }
    }

    static NotDone malformed(String part) {
        return new NotDone(PlatformError.ANSWER_MALFORMED, Map.of("part", part));
    }

    /** Never shows the person, nor the number that was typed. */
    @Override
    public String toString() {
        return "CardAnswer[hidden]";
    }
}
