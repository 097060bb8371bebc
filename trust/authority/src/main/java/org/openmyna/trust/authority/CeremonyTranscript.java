package org.openmyna.trust.authority;

import org.openmyna.trust.authority.keys.Generation;

/**
 * The record of a key ceremony, to be printed and signed by those who were there.
 *
 * @param text in Japanese and English, lines of at most 100 columns; kept in the database
 */
public record CeremonyTranscript(Generation generation, String text) {
    @Override
    public String toString() {
        return text;
    }
}
