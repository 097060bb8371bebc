package org.openmyna.trust.verifier;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * What a card signs to log in. The signer can read it, and it is worth nothing elsewhere: it names
 * the platform, the relying party, the address to return to and the purpose, once.
 *
 * <p>The bytes are UTF-8 text of exactly seven lines, each ended by one line feed (0A); no other
 * byte below 20 occurs, so that two different challenges can never have the same bytes:
 *
 * <pre>
 * OpenMyna card login 1
 * platform: https://platform.localhost:8080
 * client: demo-bank
 * redirect: https://bank.localhost:8080/callback
 * purpose: 口座へのログイン
 * nonce: q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA
 * issued: 2026-11-23T04:05:06Z
 * </pre>
 *
 * <p>The card gets {@link #digestInfo()}: {@code 30 31 30 0D 06 09 60 86 48 01 65 03 04 02 01 05 00
 * 04 20} and the SHA-256 of those bytes (RFC 8017 9.2, note 1), and signs it with
 * RSASSA-PKCS1-v1_5. The same as {@code openssl dgst -sha256 -verify}.
 *
 * @param platformOrigin the verifying platform: scheme, host, port unless usual, in lower case
 * @param client identifier of the relying party, see {@link LoginRequest}
 * @param redirectAddress where the browser returns to, see {@link LoginRequest}
 * @param purpose one line that the citizen reads, see {@link LoginRequest}
 * @param nonce 16 to 64 random bytes as base64url without padding
 * @param issuedAt time of issue, in whole seconds, years 0000 to 9999
 */
public record LoginChallenge(
        String platformOrigin,
        String client,
        URI redirectAddress,
        String purpose,
        String nonce,
        Instant issuedAt) {
    private static final String TITLE = "OpenMyna card login 1\n";
    private static final String[] NAMES = {
        "platform: ", "client: ", "redirect: ", "purpose: ", "nonce: ", "issued: "
    };
    private static final int LONGEST = 4096;
    private static final int NONCE_BYTES = 32;

    /**
     * @throws LoginChallengeMalformed if a value breaks its rule (MYNA-VRF-001)
     */
    public LoginChallenge {
        ChallengeText.requireOrigin(platformOrigin);
        ChallengeText.requireClient(client);
        ChallengeText.requireRedirectAddress(redirectAddress);
        ChallengeText.requirePurpose(purpose);
        ChallengeText.requireNonce(nonce);
        ChallengeText.require(issuedAt.getNano() == 0, "issued is not in whole seconds");
        ChallengeText.require(issuedAt.toString().length() == 20, "issued year");
    }

    /** A fresh challenge with a nonce of 32 random bytes. */
    public static LoginChallenge issue(
            String platformOrigin, LoginRequest request, SecureRandom random, InstantSource clock) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return new LoginChallenge(
                platformOrigin,
                request.client(),
                request.redirectAddress(),
                request.purpose(),
                ChallengeText.base64(nonce),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * Reads the bytes of {@link #bytes()} back; any other spelling is refused.
     *
     * @throws LoginChallengeMalformed if the bytes are not exactly a challenge (MYNA-VRF-001)
     */
    public static LoginChallenge parse(byte[] bytes) {
        ChallengeText.require(bytes.length <= LONGEST, "length");
        String text = utf8(bytes);
        ChallengeText.require(text.startsWith(TITLE), "title");
        ChallengeText.require(text.length() > TITLE.length() && text.endsWith("\n"), "end");
        String[] lines = text.substring(TITLE.length(), text.length() - 1).split("\n", -1);
        ChallengeText.require(lines.length == NAMES.length, "number of lines");
        String[] values = new String[NAMES.length];
        for (int i = 0; i < NAMES.length; i++) {
            ChallengeText.require(lines[i].startsWith(NAMES[i]), NAMES[i].strip());
            values[i] = lines[i].substring(NAMES[i].length());
        }
        URI redirect = ChallengeText.parse(values[2], "redirect");
        Instant issued = instant(values[5]);
        return new LoginChallenge(values[0], values[1], redirect, values[3], values[4], issued);
    }

    /** The bytes that are hashed and signed, as described above. */
    public byte[] bytes() {
        String[] values = {
            platformOrigin, client, redirectAddress.toString(), purpose, nonce, issuedAt.toString()
        };
        StringBuilder text = new StringBuilder(TITLE);
        for (int i = 0; i < NAMES.length; i++) text.append(NAMES[i]).append(values[i]).append('\n');
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What the card signs: DigestInfo of the SHA-256 of {@link #bytes()}, 51 bytes. */
    public byte[] digestInfo() {
        return Rsassa.digestInfo(Sha256.of(bytes()));
    }

    /**
     * What a card of the next generation signs with ECDSA: the SHA-384 of {@link #bytes()}, 48
     * bytes, as it stands.
     */
    public byte[] sha384() {
        return ContentDigest.SHA_384.start().digest(bytes());
    }

    /** SHA-256 of {@link #bytes()} in hexadecimal: the name under which a store remembers it. */
    public String id() {
        return Sha256.hexOf(bytes());
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new LoginChallengeMalformed("UTF-8");
        }
    }

    private static Instant instant(String text) {
        try {
            Instant issued = Instant.parse(text);
            ChallengeText.require(issued.toString().equals(text), "issued spelling");
            return issued;
        } catch (DateTimeException malformed) {
            throw new LoginChallengeMalformed("issued");
        }
    }
}
