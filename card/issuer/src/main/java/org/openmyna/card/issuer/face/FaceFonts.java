package org.openmyna.card.issuer.face;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the glyph of what a person sees as one character: first in BIZ UDGothic (all of JIS X
 * 0213), then in our subset of rare kanji (JIS X 0212 and variants of names), else the geta sign 〓
 * that printers put where a type is missing. Fonts are read once, at the first use.
 */
final class FaceFonts {
    private static final int GETA = '〓';

    /** How well a character is drawn. */
    enum Match {
        /** The glyph that was asked for. */
        EXACT,
        /** The character in its usual shape, since no font has the variant or the mark. */
        USUAL_SHAPE,
        /** A geta sign stands for it. */
        MISSING
    }

    /**
     * A glyph to draw.
     *
     * @param text the character as registered, with its selector or marks
     * @param advance width in em; a blank may have no outline
     */
    record Glyph(
            String text, OutlineFont font, int id, double advance, boolean blank, Match match) {}

    private static final class Holder {
        static final FaceFonts FONTS = new FaceFonts();
    }

    private final OutlineFont main = OutlineFont.load("BIZUDGothic-Regular.ttf");
    private final OutlineFont rare = OutlineFont.load("OpenMynaRareKanji-Regular.otf");
    private final ConcurrentHashMap<String, Glyph> known = new ConcurrentHashMap<>();

    private FaceFonts() {}

    static FaceFonts bundled() {
        return Holder.FONTS;
    }

    OutlineFont main() {
        return main;
    }

    /** The glyphs of a text, one for each character that a person counts. */
    List<Glyph> glyphs(String text) {
        var glyphs = new ArrayList<Glyph>();
        for (String character : characters(text)) {
            // Whoever fills the store with strange sequences empties it: it is only a store.
            if (known.size() > 30_000) {
                known.clear();
            }
            glyphs.add(known.computeIfAbsent(character, this::find));
        }
        return glyphs;
    }

    /** Splits as the kernel counts: a character takes its selectors and marks with it. */
    static List<String> characters(String text) {
        var characters = new ArrayList<String>();
        int start = 0;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            if (at > start && !isSelector(codePoint) && !isMark(codePoint)) {
                characters.add(text.substring(start, at));
                start = at;
            }
            at += Character.charCount(codePoint);
        }
        if (start < text.length()) {
            characters.add(text.substring(start));
        }
        return characters;
    }

    private Glyph find(String character) {
        int base = character.codePointAt(0);
        if (Character.isSpaceChar(base)) {
            double advance = base == 0x3000 || base == 0x2003 ? 1 : 0.5;
            return new Glyph(character, main, 0, advance, true, Match.EXACT);
        }
        int rest = Character.charCount(base);
        if (character.length() == rest) {
            return plain(character, base, Match.EXACT);
        }
        int selector = character.codePointAt(rest);
        boolean onlySelector = character.length() == rest + Character.charCount(selector);
        if (onlySelector && isSelector(selector)) {
            return variant(character, base, selector);
        }
        String composed = Normalizer.normalize(character, Normalizer.Form.NFC);
        int whole = composed.codePointAt(0);
        boolean isWhole = composed.length() == Character.charCount(whole);
        return isWhole && has(whole)
                ? plain(character, whole, Match.EXACT)
                : plain(character, base, Match.USUAL_SHAPE);
    }

    private Glyph variant(String character, int base, int selector) {
        for (OutlineFont font : List.of(main, rare)) {
            OptionalInt glyph = font.variant(base, selector);
            if (glyph.isPresent()) {
                return glyph(character, font, glyph.getAsInt(), Match.EXACT);
            }
        }
        return plain(character, base, Match.USUAL_SHAPE);
    }

    private boolean has(int codePoint) {
        return main.glyph(codePoint).isPresent() || rare.glyph(codePoint).isPresent();
    }

    private Glyph plain(String character, int codePoint, Match match) {
        for (OutlineFont font : List.of(main, rare)) {
            OptionalInt glyph = font.glyph(codePoint);
            if (glyph.isPresent()) {
                return glyph(character, font, glyph.getAsInt(), match);
            }
        }
        int bare = Normalizer.normalize(character, Normalizer.Form.NFKD).codePointAt(0);
        if (bare != codePoint
                && Character.UnicodeScript.of(bare) == Character.UnicodeScript.LATIN) {
            return plain(character, bare, Match.USUAL_SHAPE);
        }
        return glyph(character, main, main.glyph(GETA).orElseThrow(), Match.MISSING);
    }

    private static Glyph glyph(String character, OutlineFont font, int id, Match match) {
        return new Glyph(character, font, id, font.advance(id), false, match);
    }

    private static boolean isSelector(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    true;
            default -> false;
        };
    }
}
