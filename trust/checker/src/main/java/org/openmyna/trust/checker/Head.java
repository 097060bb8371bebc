package org.openmyna.trust.checker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** The signed head of the log: how long it is, and the hash it leads to. */
record Head(long position, byte[] hash, Instant signedAt) {
    /**
     * Reads four lines {@code position:}, {@code hash:}, {@code signed-at:}, {@code signature:} and
     * verifies the signature.
     */
    static Head read(Path file, Path logKey) throws IOException, Doubt {
        Map<String, String> fields = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split(": ", 2);
            fields.put(parts[0], parts.length == 2 ? parts[1].strip() : "");
        }
        String position = fields.getOrDefault("position", "");
        String hash = fields.getOrDefault("hash", "");
        String signedAt = fields.getOrDefault("signed-at", "");
        String signed = String.join("|", "openmyna-log-head", position, hash, signedAt);
        try {
            byte[] signature = Base64.getDecoder().decode(fields.getOrDefault("signature", ""));
            Checks.signature(
                    "SHA256withECDSA",
                    publicKey(logKey),
                    signed.getBytes(StandardCharsets.UTF_8),
                    signature);
            return new Head(
                    Long.parseLong(position),
                    HexFormat.of().parseHex(hash),
                    Instant.parse(signedAt));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new Doubt("an unreadable head / ログの先頭が読めない");
        }
    }

    private static PublicKey publicKey(Path pem) throws IOException, Doubt {
        String base64 = Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            return KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Doubt("an unreadable log key / ログの公開鍵が読めない");
        }
    }
}
