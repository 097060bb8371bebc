package org.openmyna.card.issuer.face;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into as many lines as it needs; nothing is ever left out. */
final class PrintLines {
    private PrintLines() {}

    /** How much a line may lose for the sake of a good place to break. */
    enum Break {
        AT_GOOD_PLACES,
        ANYWHERE
    }

    /**
     * @param width of a line in em
     */
    static List<String> broken(String text, double width, Break how) {
        var lines = new ArrayList<String>();
        List<FaceFonts.Glyph> rest = FaceFonts.bundled().glyphs(text);
        while (!rest.isEmpty()) {
            int most = most(rest, width);
            boolean whole = most == rest.size() || how == Break.ANYWHERE;
            int take = whole ? most : LineBreak.backFrom(rest, most);
            lines.add(text(LineBreak.withoutBlankAtEnd(rest.subList(0, take))));
            rest = LineBreak.withoutBlankAtStart(rest.subList(take, rest.size()));
        }
        return lines;
    }

    private static int most(List<FaceFonts.Glyph> glyphs, double width) {
        double sum = 0;
        int take = 0;
        while (take < glyphs.size()) {
            sum += glyphs.get(take).advance();
            if (sum > width + 1e-9) {
                break;
            }
            take++;
        }
        return Math.max(1, take);
    }

    private static String text(List<FaceFonts.Glyph> glyphs) {
        var text = new StringBuilder();
        glyphs.forEach(glyph -> text.append(glyph.text()));
        return text.toString();
    }
}
