package org.openmyna.agent.platform;

import com.nimbusds.jose.util.Base64URL;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openmyna.card.reader.ItemsProof;

/** What came of a request. */
public sealed interface Answer {
    /**
     * The card signed.
     *
     * @param certificate of the user authentication key, DER
     * @param signature over the challenge, 256 bytes
     * @param items where they were asked for
     * @param code typed by the person, where another device shows one; the platform alone knows it
     */
    record Signed(
            byte[] certificate, byte[] signature, Optional<ItemsProof> items, Optional<String> code)
            implements Answer {}

    /** The person does not want to, or went away. */
    record Cancelled() implements Answer {}

    /**
     * The card, or what lies there, cannot.
     *
     * @param reason stable code
     */
    record Failed(String reason) implements Answer {}

    /** As it is sent. */
    default Map<String, Object> json(Ask ask) {
        var json = new LinkedHashMap<String, Object>();
        json.put("request", ask.request());
        switch (this) {
            case Signed(byte[] certificate, byte[] signature, var items, var code) -> {
                json.put("outcome", "signed");
                json.put("certificate", Base64URL.encode(certificate).toString());
                json.put("signature", Base64URL.encode(signature).toString());
                items.ifPresent(proof -> json.put("items", ItemsAnswer.of(proof).json()));
                code.ifPresent(typed -> json.put("code", typed));
            }
            case Cancelled() -> json.put("outcome", "cancelled");
            case Failed(String reason) -> {
                json.put("outcome", "failed");
                json.put("reason", reason);
            }
        }
        return json;
    }
}
