package org.openmyna.trust.checker;

import static org.openmyna.trust.checker.Der.*;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A TEST CA with its log, answers and lists, all of which may lie. */
final class Fixture {
    static final KeyPair CA = pair("RSA", 2048);
    static final KeyPair RESPONDER = pair("RSA", 2048);
    static final KeyPair STRANGER = pair("RSA", 2048);
    static final KeyPair LOG = pair("EC", 256);
    static final Instant DAY1 = Instant.parse("2026-04-01T00:00:00Z");
    static final Instant DAY2 = Instant.parse("2026-04-02T00:00:00Z");
    static final Instant DAY3 = Instant.parse("2026-04-03T00:00:00Z");
    static final Instant DAY4 = Instant.parse("2026-04-04T00:00:00Z");
    static final Instant DAY5 = Instant.parse("2026-04-05T00:00:00Z");
    static final Instant END = Instant.parse("2031-03-07T14:59:59Z");
    static final String NAKA = "Kanagawa-ken/Yokohama-shi-Naka-ku";
    static final String CHIYODA = "Tokyo-to/Chiyoda-ku";
    static final byte[] CA_NAME =
            name(6, "JP", 10, "JPKI-TEST", 11, "JPKI for digital signature", 11, "TEST");
    static final byte[] CA_CERTIFICATE =
            certificate(CA_NAME, 1, CA, CA, CA_NAME, "551D13", "30030101FF");
    static final byte[] RESPONDER_CERTIFICATE = responder(RESPONDER, CA);

    final Path folder;
    final List<String> lines = new ArrayList<>();
    private byte[] hash = new byte[32];

    Fixture(Path folder) {
        this.folder = folder;
    }

    private static KeyPair pair(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] sign(String algorithm, PrivateKey key, byte[] content) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] digest(String algorithm, byte[]... parts) {
        try {
            return MessageDigest.getInstance(algorithm).digest(join(parts));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] signed(byte[] tbs, KeyPair by, byte[]... more) {
        byte[] signature = bits(sign("SHA256withRSA", by.getPrivate(), tbs));
        return seq(tbs, RSA_SHA256, signature, join(more));
    }

    static byte[] certificate(
            byte[] subject,
            long serial,
            KeyPair key,
            KeyPair by,
            byte[] issuer,
            String extension,
            String value) {
        return certificate(subject, serial, key, by, issuer, DAY1, extension, value);
    }

    static byte[] certificate(
            byte[] subject,
            long serial,
            KeyPair key,
            KeyPair by,
            byte[] issuer,
            Instant from,
            String extension,
            String value) {
        byte[] validity = seq(utc(from), utc(from.plusSeconds(86_400 * 80)));
        byte[] extensions = tlv(0xA3, seq(Der.extension(extension, false, hex(value))));
        return signed(
                seq(
                        hex("A003020102"),
                        integer(serial),
                        RSA_SHA256,
                        issuer,
                        validity,
                        subject,
                        key.getPublic().getEncoded(),
                        extensions),
                by);
    }

    static byte[] responder(KeyPair key, KeyPair by) {
        return certificate(
                name(3, "OCSP TEST"), 2, key, by, CA_NAME, "551D25", "300A06082B06010505070309");
    }

    static byte[] keyBits(PublicKey key) {
        byte[] spki = key.getEncoded();
        return java.util.Arrays.copyOfRange(spki, spki.length - 270, spki.length);
    }

    /** Adds a line to the log. */
    Fixture log(String event, long serial, String reason, Instant at, String point, Instant end) {
        String content =
                switch (event) {
                    case "GENERATION" ->
                            HexFormat.of().formatHex(digest("SHA-256", CA_CERTIFICATE));
                    case "CERTIFIED" -> "ab".repeat(32);
                    default -> "-";
                };
        String number = Long.toString(serial, 16).toUpperCase(java.util.Locale.ROOT);
        String line =
                String.join(
                        "|",
                        "" + (lines.size() + 1),
                        event,
                        "1",
                        number,
                        reason,
                        at.toString(),
                        point,
                        end.toString(),
                        content);
        hash = digest("SHA-256", hash, line.getBytes(StandardCharsets.UTF_8));
        lines.add(line + "|" + HexFormat.of().formatHex(hash));
        return this;
    }

    /** 5 is good, 6 revoked, 7 held, 8 only certified, 9 lifted again, 10 expired, 11 elsewhere. */
    Fixture honest() {
        log("GENERATION", 1, "-", DAY1, "-", END);
        for (long serial = 5; serial <= 11; serial++) {
            Instant end = serial == 10 ? DAY4.minusSeconds(1) : END;
            String point = serial == 11 ? CHIYODA : NAKA;
            log("CERTIFIED", serial, "-", DAY1, point, end);
            if (serial != 8) {
                log("ACTIVATED", serial, "-", DAY1, point, end);
            }
        }
        log("REVOKED", 9, "6", DAY2, NAKA, END);
        log("REVOKED", 6, "3", DAY2, NAKA, END);
        log("REVOKED", 7, "6", DAY3, NAKA, END);
        log("LIFTED", 9, "-", DAY3, NAKA, END);
        log("REVOKED", 10, "5", DAY3, NAKA, DAY4.minusSeconds(1));
        log("REVOKED", 11, "0", DAY3, CHIYODA, END);
        return this;
    }

    byte[] head(long position, byte[] ofHash, Instant at, KeyPair key) {
        String hex = HexFormat.of().formatHex(ofHash);
        String content = "openmyna-log-head|" + position + "|" + hex + "|" + at;
        byte[] signature =
                sign("SHA256withECDSA", key.getPrivate(), content.getBytes(StandardCharsets.UTF_8));
        return "position: %d\nhash: %s\nsigned-at: %s\nsignature: %s\n"
                .formatted(position, hex, at, Base64.getEncoder().encodeToString(signature))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Writes everything but answers and lists; the head is that of the honest log. */
    Fixture publish() throws IOException {
        write("log.txt", (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        write("head.txt", head(lines.size(), hash, DAY5, LOG));
        String pem = Base64.getMimeEncoder().encodeToString(LOG.getPublic().getEncoded());
        String text = "-----BEGIN PUBLIC KEY-----\n" + pem + "\n-----END PUBLIC KEY-----\n";
        write("log-key.pem", text.getBytes(StandardCharsets.UTF_8));
        write("ca.cer", CA_CERTIFICATE);
        return this;
    }

    byte[] hash() {
        return hash.clone();
    }

    void write(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
    }

    /** Exit code and output. */
    record Run(int code, String output) {}

    Run check(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        String[] whole = arguments.length == 0 ? new String[] {folder.toString()} : arguments;
        int code = new Checker(out).run(whole);
        return new Run(code, bytes.toString(StandardCharsets.UTF_8));
    }
}
