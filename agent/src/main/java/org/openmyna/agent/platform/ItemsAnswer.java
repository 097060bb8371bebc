package org.openmyna.agent.platform;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openmyna.card.reader.ItemsProof;
import org.openmyna.trust.verifier.LoginChallenge;

/**
 * The member {@code items} of an answer: files of the form input application as they came from the
 * card, in base64url without padding. A platform reads it with {@link #proof()} and believes it
 * after {@link ItemsProof#check} with the {@link #message} of the challenge that it issued:
 *
 * <pre>{@code
 * ItemsAnswer.of(json).proof().check(trusted, ItemsAnswer.message(challenge))
 * }</pre>
 *
 * A My Number can be guessed from its digest in {@code integrity}: it is checked and thrown away,
 * never kept and never logged.
 *
 * @param file form input 0002, the four items
 * @param integrity form input 0003, the issuer's signature over digests of number and items
 * @param issuer form input 0004, the municipality's certificate
 * @param key form input 0007, the chip's public key
 * @param signature of the chip over {@link #message}
 */
public record ItemsAnswer(
        String file, String integrity, String issuer, String key, String signature) {
    private static final String TITLE = "OpenMyna card items 1\n";

    /**
     * What the chip signs with its key for internal authentication: the title, and the bytes of the
     * login's challenge. So the items came with this login, and a signature of one kind is none of
     * the other.
     */
    public static byte[] message(LoginChallenge challenge) {
        var message = new ByteArrayOutputStream();
        message.writeBytes(TITLE.getBytes(StandardCharsets.UTF_8));
        message.writeBytes(challenge.bytes());
        return message.toByteArray();
    }

    static ItemsAnswer of(ItemsProof proof) {
        return new ItemsAnswer(
                text(proof.items()),
                text(proof.integrity()),
                text(proof.issuerCertificate()),
                text(proof.authenticationKey()),
                text(proof.chipSignature()));
    }

    /**
     * As a platform gets it; what is missing is empty, and no proof.
     *
     * @param json the member {@code items}
     */
    public static ItemsAnswer of(Map<String, ?> json) {
        return new ItemsAnswer(
                text(json, "file"),
                text(json, "integrity"),
                text(json, "issuer"),
                text(json, "key"),
                text(json, "signature"));
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("file", file);
        json.put("integrity", integrity);
        json.put("issuer", issuer);
        json.put("key", key);
        json.put("signature", signature);
        return json;
    }

    /** For {@link ItemsProof#check}; what is no base64url is empty there, and refused. */
    public ItemsProof proof() {
        return new ItemsProof(
                bytes(file), bytes(integrity), bytes(issuer), bytes(key), bytes(signature));
    }

    /** Never shows the person. */
    @Override
    public String toString() {
        return "ItemsAnswer[hidden]";
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String text(Map<String, ?> json, String name) {
        return json.get(name) instanceof String text ? text : "";
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }
}
