package org.openmyna.card.issuer.face;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** A line of text as one shape: 1 is an em, y downwards, baseline at 0. */
final class Outlines {
    private Outlines() {}

    static Path2D of(String text) {
        var line = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double x = 0;
        for (FaceFonts.Glyph glyph : FaceFonts.bundled().glyphs(text)) {
            if (!glyph.blank()) {
                var place = new AffineTransform(1, 0, 0, -1, x, 0);
                line.append(glyph.font().outline(glyph.id()).getPathIterator(place), false);
            }
            x += glyph.advance();
        }
        return line;
    }

    /** Width in em. */
    static double width(String text) {
        return FaceFonts.bundled().glyphs(text).stream()
                .mapToDouble(FaceFonts.Glyph::advance)
                .sum();
    }
}
