package org.openmyna.server.counter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The font of papers, BIZ UDGothic (SIL OFL), from the class path. */
final class PaperFont {
    /** What stands for a character that the font does not have. */
    static final String SUBSTITUTE = "〓";

    private static final List<String> PLACES =
            List.of(
                    "/fonts/BIZUDPGothic-Regular.ttf",
                    "/org/openmyna/card/issuer/face/BIZUDGothic-Regular.ttf");

    private final byte[] file;
    private final CmapLookup glyphs;

    private PaperFont(byte[] file, CmapLookup glyphs) {
        this.file = file;
        this.glyphs = glyphs;
    }

    /**
     * @throws FontMissing if it is nowhere (MYNA-CTR-004)
     */
    static PaperFont load() {
        for (String place : PLACES) {
            try (InputStream found = PaperFont.class.getResourceAsStream(place)) {
                if (found != null) return of(found.readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        throw new FontMissing(PLACES.getFirst());
    }

    private static PaperFont of(byte[] file) throws IOException {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            return new PaperFont(file, font.getUnicodeCmapLookup());
        }
    }

    InputStream open() {
        return new ByteArrayInputStream(file);
    }

    /** The text with {@link #SUBSTITUTE} for what cannot be printed; variation selectors go. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints()
                .filter(each -> !isSelector(each))
                .forEach(each -> {
                    if (has(each)) printable.appendCodePoint(each);
                    else printable.append(SUBSTITUTE);
                });
        return printable.toString();
    }

    private boolean has(int character) {
        return glyphs.getGlyphId(character) != 0 || Character.isWhitespace(character);
    }

    private static boolean isSelector(int character) {
        return (character >= 0xFE00 && character <= 0xFE0F)
                || (character >= 0xE0100 && character <= 0xE01EF);
    }
}
