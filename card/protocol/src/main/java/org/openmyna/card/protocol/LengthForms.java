package org.openmyna.card.protocol;

import java.util.List;

/**
 * In how many bytes a file writes each of its lengths, the outer one first. Cards differ: {@code
 * 08} and {@code 82 0008} mean the same, but a signature covers the bytes as they are written, so a
 * record keeps them. A length that needs more bytes gets them, whatever stands here.
 *
 * @param octets 1, 2 ({@code 81 xx}) or 3 ({@code 82 xxxx}) for each length; 1 for all that follow
 */
public record LengthForms(List<Integer> octets) {
    /** As short as possible: the form of DER, and of every card that OpenMyna writes. */
    public static final LengthForms SHORTEST = new LengthForms(List.of());

    /**
     * @throws CardFileMalformed if a number is not 1, 2 or 3
     */
    public LengthForms {
        octets = List.copyOf(octets);
        for (int each : octets) {
            if (each < 1 || each > 3) {
                throw new CardFileMalformed("TLV", "a length has one to three bytes");
            }
        }
    }

    /** Fewest bytes of one length, counted from the outer one, which is 0. */
    int of(int place) {
        return place < octets.size() ? octets.get(place) : 1;
    }
}
