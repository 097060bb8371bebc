package org.openmyna.trust.checker;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** An exported status log, followed line by line up to its signed head. */
final class StatusLogFile {
    private final Map<Integer, Map<BigInteger, History>> generations = new HashMap<>();
    private final Map<String, Integer> generationOfCertificate = new HashMap<>();

    /** Date to the newest position of that date. */
    private final TreeMap<Instant, Long> positions = new TreeMap<>();

    private Instant seenUntil = Instant.MIN;
    private long position;
    private byte[] hash = new byte[32];

    private StatusLogFile() {}

    /**
     * Reads up to the head; lines after it are not vouched for and are left out.
     *
     * @throws Doubt if the chain is broken, or does not lead to the head
     */
    static StatusLogFile read(Path file, Head head) throws IOException, Doubt {
        StatusLogFile log = new StatusLogFile();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            while (log.position < head.position()) {
                String line = lines.readLine();
                if (line == null) {
                    throw new Doubt(
                            "the log ends at position %d, its head was signed at %d / ログは位置 %1$d で終わり、署名は %2$d まで",
                            log.position, head.position());
                }
                log.follow(LogLine.read(line));
            }
        } catch (CharacterCodingException e) {
            throw new Doubt("the log is not UTF-8 / ログが UTF-8 ではない");
        }
        if (!MessageDigest.isEqual(log.hash, head.hash())) {
            throw new Doubt("the head was signed for another log / 署名されたのは別のログ");
        }
        log.seenUntil = head.signedAt();
        return log;
    }

    private void follow(LogLine line) throws Doubt {
        MessageDigest sha256 = Checks.digest("SHA-256");
        sha256.update(hash);
        byte[] chained = sha256.digest(line.bytes());
        if (line.position() != position + 1
                || !HexFormat.of().formatHex(chained).equals(line.hash())) {
            throw new Doubt(
                    "the chain of the log breaks at position %d / ログの鎖が位置 %1$d で切れている",
                    position + 1);
        }
        if (!positions.isEmpty() && line.happenedAt().isBefore(positions.lastKey())) {
            throw new Doubt(
                    "the dates of the log go back at position %d / ログの日付が位置 %1$d で戻る",
                    line.position());
        }
        position = line.position();
        hash = chained;
        positions.put(line.happenedAt(), position);
        if (line.event() == LogLine.Event.GENERATION) {
            generationOfCertificate.put(line.content(), line.generation());
        }
        generations
                .computeIfAbsent(line.generation(), g -> new HashMap<>())
                .computeIfAbsent(line.serial(), s -> new History())
                .add(line);
    }

    long position() {
        return position;
    }

    /**
     * The newest position whose date is not after this moment.
     *
     * @throws Doubt if the head was signed before: later events may be missing
     */
    long positionAt(Instant moment) throws Doubt {
        if (moment.isAfter(seenUntil)) {
            throw new Doubt(
                    "newer than the head of the log (%s); export the log again / ログの署名（%1$s）より新しい。ログを取り直してください",
                    seenUntil);
        }
        Map.Entry<Instant, Long> newest = positions.floorEntry(moment);
        return newest == null ? 0 : newest.getValue();
    }

    /** The number of the generation with this CA certificate (SHA-256 in hexadecimal digits). */
    int generationOf(String certificateSha256) throws Doubt {
        Integer generation = generationOfCertificate.get(certificateSha256);
        if (generation == null) {
            throw new Doubt("the log knows no such CA certificate / この認証局証明書はログにない");
        }
        return generation;
    }

    Map<BigInteger, History> certificatesOf(int generation) {
        return generations.getOrDefault(generation, Map.of());
    }
}
