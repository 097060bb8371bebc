package org.openmyna.trust.authority.crl;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A revocation list that was published.
 *
 * @param generation of the key that signed it
 * @param point {@code prefecture/municipality} in romaji, or {@value #ALL} for the full list
 * @param name under which the newest of its kind is served, {@code signature-1-full.crl}
 * @param number cRLNumber; rises within a generation, and lists made together share it
 * @param position of the status log whose state it tells
 * @param bytes length of the file
 * @param sha256 of the file
 * @param file the numbered file, which never changes
 */
public record PublishedList(
        short generation,
        String point,
        String name,
        long number,
        long position,
        Instant thisUpdate,
        Instant nextUpdate,
        int entries,
        long bytes,
        byte[] sha256,
        Path file) {
    /** The point of the list that has all of a generation. */
    public static final String ALL = "*";

    public PublishedList {
        sha256 = sha256.clone();
    }

    @Override
    public byte[] sha256() {
        return sha256.clone();
    }

    /** How old it is; zero if the clock went back since. */
    public Duration age(Instant legalNow) {
        Duration age = Duration.between(thisUpdate, legalNow);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** Whether a newer one should have come by now. */
    public boolean isOverdue(Instant legalNow) {
        return !legalNow.isBefore(nextUpdate);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublishedList that
                && generation == that.generation
                && point.equals(that.point)
                && number == that.number
                && Arrays.equals(sha256, that.sha256);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }

    @Override
    public String toString() {
        return "PublishedList[%s, number %d, %d entries, SHA-256 %s]"
                .formatted(name, number, entries, HexFormat.of().formatHex(sha256));
    }
}
