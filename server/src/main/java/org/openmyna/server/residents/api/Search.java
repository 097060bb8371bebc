package org.openmyna.server.residents.api;

import java.util.Optional;
import org.openmyna.kernel.JapaneseDate;

/**
 * Whom to find; everything given must fit. Name and furigana match from their beginning, with or
 * without blanks, and variants of a glyph match each other.
 *
 * @param most at most so many, 1 to 200
 */
public record Search(
        Optional<String> name,
        Optional<String> furigana,
        Optional<JapaneseDate> birthDate,
        Optional<String> address,
        int most) {
    /** Whom we look for stays hidden. */
    @Override
    public String toString() {
        return "Search[hidden]";
    }
}
