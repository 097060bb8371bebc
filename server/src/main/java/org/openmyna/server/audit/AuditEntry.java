package org.openmyna.server.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One act or one refusal. Texts are empty where there is nothing to say.
 *
 * @param realTime of the machine, whole microseconds
 * @param legalTime of the law, whole microseconds
 * @param caller id of the organisation that asked
 * @param officer who asked there
 * @param procedure what for: id of an affair
 * @param caseId number of the case at the caller
 * @param operation what was asked for
 * @param subject about whom: an opaque name, never a My Number
 * @param outcome {@link #DONE}, another word in capitals, or the code of the refusal
 */
public record AuditEntry(
        Instant realTime,
        Instant legalTime,
        String caller,
        String officer,
        String procedure,
        String caseId,
        String operation,
        String subject,
        String outcome) {
    /** The outcome of what was done as asked. */
    public static final String DONE = "DONE";

    private static final int LONGEST = 200;

    /**
     * @throws IllegalArgumentException for more than 200 characters or control characters in a text
     */
    public AuditEntry {
        realTime = realTime.truncatedTo(ChronoUnit.MICROS);
        legalTime = legalTime.truncatedTo(ChronoUnit.MICROS);
        for (String each :
                List.of(caller, officer, procedure, caseId, operation, subject, outcome)) {
            if (!isPrintable(each)) {
                throw new IllegalArgumentException("no text for the access log");
            }
        }
    }

    /** The same about another subject. */
    public AuditEntry about(String other) {
        return new AuditEntry(
                realTime, legalTime, caller, officer, procedure, caseId, operation, other, outcome);
    }

    /** Neither control characters nor halves of a pair. Called for every entry: no pattern here. */
    private static boolean isPrintable(String text) {
        if (text.length() > LONGEST) return false;
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each < ' ' || each >= '\u007f' && each <= '\u009f') return false;
            if (Character.isHighSurrogate(each)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                at++;
            } else if (Character.isSurrogate(each)) {
                return false;
            }
        }
        return true;
    }

    /** The texts in the order of the columns. */
    List<String> texts() {
        return List.of(caller, officer, procedure, caseId, operation, subject, outcome);
    }

    /**
     * SHA-256 of the hash before and of the written form: position, then each column in UTF-8 after
     * its length in four bytes, so that no two entries have one form.
     */
    byte[] hashAfter(byte[] before, long position) {
        MessageDigest digest = sha256();
        digest.update(before);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(position).flip());
        add(digest, realTime.toString());
        add(digest, legalTime.toString());
        texts().forEach(each -> add(digest, each));
        return digest.digest();
    }

    private static void add(MessageDigest digest, String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(octets.length).flip());
        digest.update(octets);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
