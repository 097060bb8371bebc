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

/** A font of papers (SIL OFL), from the class path. */
final class PaperFont {
    private static final List<String> USUAL =
            List.of(
                    "/fonts/BIZUDPGothic-Regular.ttf",
                    "/org/openmyna/card/issuer/face/BIZUDGothic-Regular.ttf");

    /** Kanji of names that the usual font lacks, such as U+20BB7 of 𠮷田. */
    private static final List<String> RARE =
            List.of("/org/openmyna/server/counter/OpenMynaRareKanji-Regular.ttf");

    private final byte[] file;
    private final CmapLookup glyphs;

    private PaperFont(byte[] file, CmapLookup glyphs) {
        this.file = file;
        this.glyphs = glyphs;
    }

    /** BIZ UDGothic. */
    static PaperFont usual() {
        return load(USUAL);
    }

    static PaperFont rare() {
        return load(RARE);
    }

    /**
     * @throws FontMissing if it is nowhere (MYNA-CTR-004)
     */
    private static PaperFont load(List<String> places) {
        for (String place : places) {
            try (InputStream found = PaperFont.class.getResourceAsStream(place)) {
                if (found != null) return of(found.readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        throw new FontMissing(places.getFirst());
    }

    private static PaperFont of(byte[] file) throws IOException {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            return new PaperFont(file, font.getUnicodeCmapLookup());
        }
    }

    InputStream open() {
        return new ByteArrayInputStream(file);
    }

    boolean has(int character) {
        return glyphs.getGlyphId(character) != 0;
    }
}
