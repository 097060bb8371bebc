package org.openmyna.server.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.openmyna.server.residents.api.ResidentId;

/** Rare characters of names on papers. */
class PaperTest {
    private static final String YOSHI = "𠮷";
    private static final String VARIANT_OF_TSUJI = "辻" + Character.toString(0xE0101);

    private final CounterTown town = CounterTown.shared();

    private byte[] paper(String name) {
        ResidentId person =
                town.household(
                                CounterTown.HIMEJI,
                                Optional.empty(),
                                CounterTown.somebody("字形　試験子", "ジケイ シケンコ", "1980-01-01", "世帯主"))
                        .getFirst();
        Browser browser = town.signedIn("c1-282014");
        String find = browser.post("/cases/new", "affair", "move").address().getPath();
        String form = find.replace("/find", "/people/" + person.value() + "/events/name-change");
        Browser.Page preview =
                browser.post(
                        form,
                        Browser.fields(
                                browser.get(form),
                                "effective-year",
                                "8",
                                "effective-month",
                                "6",
                                "effective-day",
                                "1",
                                "name",
                                name,
                                "step",
                                "preview"));
        Browser.Page receipt =
                browser.post(
                        form, Browser.fields(preview, "confirmed", "EX_OFFICIO", "step", "record"));
        return browser.get(receipt.address().getPath() + "/paper").answer().body();
    }

    /** The font that a character is set in; what the text of the paper is. */
    private static final class Reader extends PDFTextStripper {
        private Optional<TextPosition> seen = Optional.empty();

        @Override
        protected void processTextPosition(TextPosition text) {
            if (YOSHI.equals(text.getUnicode())) seen = Optional.of(text);
            super.processTextPosition(text);
        }
    }

    @Test
    void a_character_beyond_the_first_plane_is_printed_with_its_own_glyph() throws IOException {
        byte[] bytes = paper(YOSHI + "田　試験子");
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            Reader reader = new Reader();
            assertThat(reader.getText(pdf)).contains(YOSHI + "田　試験子").doesNotContain("〓");
            TextPosition seen = reader.seen.orElseThrow();
            PDFont font = seen.getFont();
            assertThat(font.getName()).contains("OpenMynaRareKanji");
            assertThat(font.isEmbedded()).isTrue();
            assertThat(ink(pdf, seen)).isGreaterThan(100);
        }
        keep("yoshi", bytes);
    }

    /** Dark points of the page where a character stands. */
    private static int ink(PDDocument pdf, TextPosition at) throws IOException {
        int dots = 300;
        float scale = dots / 72f;
        var page = new PDFRenderer(pdf).renderImageWithDPI(0, dots);
        int left = Math.round(at.getXDirAdj() * scale);
        int bottom = Math.round(at.getYDirAdj() * scale);
        int side = Math.round(at.getWidthDirAdj() * scale);
        int ink = 0;
        for (int x = left; x < left + side; x++) {
            for (int y = bottom - side; y < bottom; y++) {
                if ((page.getRGB(x, y) & 0xff) < 128) ink++;
            }
        }
        return ink;
    }

    @Test
    void a_variant_is_printed_in_the_usual_form_and_the_paper_says_so() throws IOException {
        byte[] bytes = paper(VARIANT_OF_TSUJI + "　試験子");
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("辻　試験子", "異体字を指定した文字は").doesNotContain("〓");
        }
        keep("tsuji", bytes);
    }

    @Test
    void what_no_font_has_is_told() {
        PaperFonts fonts = PaperFonts.load();
        String hieroglyph = Character.toString(0x13000);
        assertThat(fonts.printable("試" + hieroglyph + YOSHI)).isEqualTo("試〓" + YOSHI);
    }

    /** For a look, where {@code -Dopenmyna.papers=DIR} says so. */
    private static void keep(String name, byte[] pdf) throws IOException {
        String folder = System.getProperty("openmyna.papers");
        if (folder != null) Files.write(Path.of(folder, name + ".pdf"), pdf);
    }
}
