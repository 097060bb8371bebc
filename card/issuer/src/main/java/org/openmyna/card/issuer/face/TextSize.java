package org.openmyna.card.issuer.face;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One way to bring a text into a picture.
 *
 * @param full columns of a full-width character; a half-width one takes half of them
 * @param lineHeight rows of a line
 * @param em rows of an em
 * @param baseline rows above the baseline; of small lines five, which capitals fill
 * @param mostLines 1 or 2
 * @param halfWidthOnly whether kanji and kana are too much for this size
 */
record TextSize(
        int full,
        int lineHeight,
        double em,
        double baseline,
        int mostLines,
        boolean halfWidthOnly) {
    /** Each glyph is fitted once for each size. */
    private record MaskKey(OutlineFont font, int glyph, int width, int height) {}

    private static final ConcurrentHashMap<MaskKey, GlyphMask> MASKS = new ConcurrentHashMap<>();
    private static final int MOST_MASKS = 50_000;

    static TextSize oneLine(int full) {
        return new TextSize(full, 12, 12, 10.56, 1, false);
    }

    static TextSize twoLines(int full) {
        return new TextSize(full, 12, 12, 10.56, 2, false);
    }

    static TextSize smallLines(int full) {
        return new TextSize(full, 6, 6.4, 5, 2, true);
    }

    /** The text in lines, if it fits. */
    Optional<List<List<FaceFonts.Glyph>>> lines(List<FaceFonts.Glyph> glyphs, int width) {
        if (halfWidthOnly && glyphs.stream().anyMatch(g -> g.advance() > 0.5 && !g.blank())) {
            return Optional.empty();
        }
        if (width(glyphs) <= width) {
            return Optional.of(List.of(glyphs));
        }
        if (mostLines == 1) {
            return Optional.empty();
        }
        return LineBreak.find(glyphs, this::width, width)
                .map(at ->
                        List.of(
                                LineBreak.withoutBlankAtEnd(glyphs.subList(0, at)),
                                LineBreak.withoutBlankAtStart(glyphs.subList(at, glyphs.size()))));
    }

    private int width(List<FaceFonts.Glyph> glyphs) {
        return glyphs.stream().mapToInt(this::width).sum();
    }

    private int width(FaceFonts.Glyph glyph) {
        return Math.max(2, (int) Math.round(glyph.advance() * full));
    }

    void draw(List<List<FaceFonts.Glyph>> lines, Bitmap bitmap) {
        int top = (bitmap.height() - lines.size() * lineHeight) / 2;
        for (List<FaceFonts.Glyph> line : lines) {
            int left = 0;
            for (FaceFonts.Glyph glyph : line) {
                if (!glyph.blank()) {
                    bitmap.put(mask(glyph), left, top);
                }
                left += width(glyph);
            }
            top += lineHeight;
        }
    }

    private GlyphMask mask(FaceFonts.Glyph glyph) {
        if (MASKS.size() > MOST_MASKS) {
            MASKS.clear();
        }
        return MASKS.computeIfAbsent(
                new MaskKey(glyph.font(), glyph.id(), width(glyph), lineHeight),
                key ->
                        GlyphMask.draw(
                                glyph.font().outline(glyph.id()),
                                glyph.advance(),
                                key.width,
                                key.height,
                                em,
                                baseline));
    }
}
