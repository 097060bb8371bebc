package org.openmyna.card.issuer.face;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * One font file of this package, read without the platform's font system. The parser beneath is not
 * made for threads, so that all reading is one at a time; {@link FaceFonts} keeps what was read.
 */
final class OutlineFont {
    private final String file;
    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final VariationSequences variations;
    private final int unitsPerEm;

    private OutlineFont(String file, VariationSequences variations, TrueTypeFont font)
            throws IOException {
        this.file = file;
        this.variations = variations;
        this.font = font;
        this.characters = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    static OutlineFont load(String file) {
        try {
            byte[] bytes = bytes(file);
            var variations = VariationSequences.takenOutOf(bytes);
            return new OutlineFont(
                    file, variations, new OTFParser().parse(new RandomAccessReadBuffer(bytes)));
        } catch (IOException broken) {
            throw new UncheckedIOException(file, broken);
        }
    }

    private static byte[] bytes(String file) {
        try (InputStream in = OutlineFont.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no font " + file);
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(file, broken);
        }
    }

    /** The file in the form that the font library reads without complaint. */
    byte[] bytes() {
        byte[] bytes = bytes(file);
        VariationSequences.takenOutOf(bytes);
        return bytes;
    }

    /** The glyph of a character, if the font has it. */
    synchronized OptionalInt glyph(int codePoint) {
        int glyph = characters.getGlyphId(codePoint);
        return glyph == 0 ? OptionalInt.empty() : OptionalInt.of(glyph);
    }

    /** The glyph of a variant (IVS or standardised), if the font has it. */
    synchronized OptionalInt variant(int codePoint, int selector) {
        return switch (variations.find(codePoint, selector)) {
            case VariationSequences.Found.Usual() -> glyph(codePoint);
            case VariationSequences.Found.Own(int glyph) -> OptionalInt.of(glyph);
            case VariationSequences.Found.None() -> OptionalInt.empty();
        };
    }

    /** Width in em. */
    synchronized double advance(int glyph) {
        try {
            return (double) font.getAdvanceWidth(glyph) / unitsPerEm;
        } catch (IOException broken) {
            throw new UncheckedIOException(file, broken);
        }
    }

    /** Outline in em, y upwards, baseline at 0; empty for a blank. */
    synchronized Path2D outline(int glyph) {
        try {
            GeneralPath path = path(glyph);
            path.transform(AffineTransform.getScaleInstance(1.0 / unitsPerEm, 1.0 / unitsPerEm));
            return path;
        } catch (IOException broken) {
            throw new UncheckedIOException(file, broken);
        }
    }

    private GeneralPath path(int glyph) throws IOException {
        if (font instanceof OpenTypeFont otf
                && otf.isPostScript()
                && otf.getCFF().getFont() instanceof CFFCIDFont cff) {
            int cid = cff.getCharset().getCIDForGID(glyph);
            return new GeneralPath(cff.getType2CharString(cid).getPath());
        }
        GlyphData data = font.getGlyph().getGlyph(glyph);
        return data == null ? new GeneralPath() : data.getPath();
    }
}
