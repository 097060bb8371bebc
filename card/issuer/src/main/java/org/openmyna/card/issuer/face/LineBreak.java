package org.openmyna.card.issuer.face;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Where a text is broken into two lines: at a blank, else beside a number or word, else anywhere.
 */
final class LineBreak {
    private LineBreak() {}

    /**
     * How many glyphs the first line takes, as many as possible; empty if two lines are too few.
     */
    static Optional<Integer> find(
            List<FaceFonts.Glyph> glyphs, ToIntFunction<List<FaceFonts.Glyph>> width, int most) {
        int anywhere = 0;
        int besideWord = 0;
        for (int at = glyphs.size() - 1; at > 0; at--) {
            if (width.applyAsInt(withoutBlankAtStart(glyphs.subList(at, glyphs.size()))) > most) {
                break;
            }
            if (width.applyAsInt(withoutBlankAtEnd(glyphs.subList(0, at))) > most) {
                continue;
            }
            if (glyphs.get(at - 1).blank() || glyphs.get(at).blank()) {
                return Optional.of(at);
            }
            anywhere = Math.max(anywhere, at);
            if (!inWord(glyphs.get(at - 1)) || !inWord(glyphs.get(at))) {
                besideWord = Math.max(besideWord, at);
            }
        }
        int best = besideWord > 0 ? besideWord : anywhere;
        return best > 0 ? Optional.of(best) : Optional.empty();
    }

    /** A blank in the last two fifths of a line, else the end of a word in its last quarter. */
    static int backFrom(List<FaceFonts.Glyph> glyphs, int most) {
        for (int at = most; at > most * 3 / 5; at--) {
            if (glyphs.get(at - 1).blank() || glyphs.get(at).blank()) {
                return at;
            }
        }
        for (int at = most; at > most * 3 / 4; at--) {
            if (!inWord(glyphs.get(at - 1)) || !inWord(glyphs.get(at))) {
                return at;
            }
        }
        return most;
    }

    static List<FaceFonts.Glyph> withoutBlankAtEnd(List<FaceFonts.Glyph> line) {
        return !line.isEmpty() && line.getLast().blank() ? line.subList(0, line.size() - 1) : line;
    }

    static List<FaceFonts.Glyph> withoutBlankAtStart(List<FaceFonts.Glyph> line) {
        return !line.isEmpty() && line.getFirst().blank() ? line.subList(1, line.size()) : line;
    }

    /** Digits with their hyphens, Latin words, katakana words. */
    private static boolean inWord(FaceFonts.Glyph glyph) {
        int codePoint = glyph.text().codePointAt(0);
        return Character.isDigit(codePoint)
                || "-－−‐ー・'’".indexOf(codePoint) >= 0
                || Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.LATIN
                || Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.KATAKANA;
    }
}
