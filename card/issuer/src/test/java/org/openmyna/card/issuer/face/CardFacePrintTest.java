package org.openmyna.card.issuer.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.Era;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.SecurityCode;
import org.openmyna.kernel.Sex;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class CardFacePrintTest {
    private static final FacePhoto PHOTO = FacePhoto.specimen(1);
    private static final Note MOVED = new Note(LocalDate.of(2026, 4, 1), "住所変更　兵庫県姫路市本町９９９９番地");

    @Test
    void both_sides_are_pictures_of_the_card_s_size_that_say_their_fields() throws Exception {
        CardFacePrint print = CardFacePrint.of(ichiro(List.of(MOVED)));
        Element front = parsed(print.frontSvg());
        Element back = parsed(print.backSvg());

        for (Element side : List.of(front, back)) {
            assertThat(side.getAttribute("width")).isEqualTo("85.6mm");
            assertThat(side.getAttribute("height")).isEqualTo("53.98mm");
            assertThat(side.getAttribute("role")).isEqualTo("img");
            assertThat(title(side)).contains("TEST").contains("試験用").contains("見本");
            assertThat(side.getElementsByTagName("text").getLength()).isZero();
        }
        assertThat(description(front))
                .contains("試験　一郎", "姫路市安田", "昭和60年3月7日生", "男", "2033年3月7日")
                .contains("2029年3月7日", "1754", "0123456789012345", "姫路市長", "令和8年4月1日")
                .contains("not valid")
                .doesNotContain("9944");
        assertThat(description(back)).contains("9944 7161 5639", "試験　一郎", "昭和60年3月7日生");
    }

    @Test
    void what_is_printed_on_the_card_is_not_printed_into_a_log() {
        var note = new Note(LocalDate.of(2026, 4, 1), "住所 姫路市白浜町");
        CardFacePrint.Data data = ichiro(List.of(note));
        assertThat(data.toString() + note + data.serial())
                .doesNotContain("試験", "姫路", "1985", "0123456789012345");
    }

    @Test
    void the_qr_code_of_the_printed_page_holds_the_twelve_digits() throws Exception {
        byte[] pdf = CardFacePrint.of(ichiro(List.of())).pdf();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(1, 300);
            assertThat(qrText(page)).isEqualTo("994471615639");
        }
    }

    @Test
    void the_printed_photo_is_as_dark_as_the_photo_on_the_card() throws Exception {
        byte[] pdf = CardFacePrint.of(ichiro(List.of())).pdf();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 254);
            int hair = PHOTO.decoded().getRaster().getSample(96, 45, 0);
            assertThat(page.getRGB(40 + 96, 212 + 45) & 0xFF).isBetween(hair - 8, hair + 8);
        }
    }

    @Test
    void pictures_for_everybody_hide_the_number() throws Exception {
        CardFacePrint print = CardFacePrint.forPublicPicture(ichiro(List.of()));
        try (PDDocument document = Loader.loadPDF(print.pdf())) {
            assertThat(qrText(new PDFRenderer(document).renderImageWithDPI(1, 300)))
                    .isEqualTo("OPENMYNA-TEST");
            assertThat(new PDFTextStripper().getText(document))
                    .contains("1234 5678 9012")
                    .doesNotContain("9944");
        }
        assertThat(description(parsed(print.backSvg()))).contains("1234 5678 9012");
    }

    @Test
    void the_pdf_has_two_pages_of_the_card_s_size_with_text_in_an_embedded_subset()
            throws Exception {
        byte[] pdf = CardFacePrint.of(ichiro(List.of(MOVED))).pdf();
        assertThat(pdf).hasSizeLessThan(120_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            for (PDPage page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth() / 72 * 25.4).isBetween(85.59, 85.61);
                assertThat(page.getMediaBox().getHeight() / 72 * 25.4).isBetween(53.97, 53.99);
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
            assertThat(document.getDocumentInformation().getTitle()).startsWith("【試験用】");
            assertThat(new PDFTextStripper().getText(document))
                    .contains("試験　一郎", "姫路市安田四丁目", "昭和60年3月7日生", "2033年3月7日まで有効")
                    .contains("姫路市長（試験）", "追記欄", "NOT VALID", "9944 7161 5639");
        }
    }

    @Test
    void the_same_card_gives_the_same_bytes() {
        var data = ichiro(List.of(MOVED));
        assertThat(CardFacePrint.of(data).pdf()).isEqualTo(CardFacePrint.of(data).pdf());
        assertThat(CardFacePrint.of(data).frontSvg()).isEqualTo(CardFacePrint.of(data).frontSvg());
    }

    @Test
    void a_foreign_resident_s_birth_date_has_the_western_year() {
        var day = JapaneseDate.of(LocalDate.of(1985, 3, 7));
        assertThat(BirthDateStyle.ERA.text(day)).isEqualTo("昭和60年3月7日生");
        assertThat(BirthDateStyle.WESTERN.text(day)).isEqualTo("1985年3月7日生");
        assertThat(BirthDateStyle.WESTERN.text(new JapaneseDate.MonthUnknown(Era.SHOWA, 60)))
                .isEqualTo("1985年月日不詳生");
        assertThat(BirthDateStyle.WESTERN.text(new JapaneseDate.DayUnknown(Era.SHOWA, 60, 3)))
                .isEqualTo("1985年3月日不詳生");
    }

    @Test
    void the_longest_legal_texts_stay_on_the_card() {
        for (String character : List.of("試", "W", "一\uDB40\uDDEF")) {
            var data =
                    with(
                            new PersonName(character.repeat(100)),
                            new Address(character.repeat(200)),
                            List.of(new Note(LocalDate.of(2026, 12, 31), character.repeat(210))));
            var front = new PictureDrawing();
            new FrontSide(front, data).draw();
            var back = new PictureDrawing();
            new BackSide(back, data, "994471615639", "994471615639").draw();

            assertThat(front.rightmost).isLessThan(830);
            assertThat(back.rightmost).isLessThan(830);
            assertThat(front.lowest).isLessThanOrEqualTo(530);
        }
    }

    @Test
    void a_full_note_panel_keeps_the_newest_entries_and_says_how_many_are_missing() {
        var notes = new ArrayList<Note>();
        for (int year = 2020; year < 2030; year++) {
            notes.add(new Note(LocalDate.of(year, 4, 1), "住所変更　東京都千代田区霞が関九丁目９９９９番地　試験住宅０００号室"));
        }
        var texts = new ArrayList<String>();
        var drawing = new RecordingDrawing(texts);
        new NotePanel(drawing, 260, 345, 350, 115).draw(notes);

        assertThat(String.join("", texts))
                .contains("令和11年4月1日")
                .contains("古い追記7件")
                .contains("7 older not shown")
                .doesNotContain("令和2年");
    }

    @Test
    void notes_and_serials_that_are_none_are_refused_by_name() {
        var day = LocalDate.of(2026, 4, 1);
        for (String text : List.of("", "　", "一\n二", "一".repeat(211))) {
            assertThatThrownBy(() -> new Note(day, text)).isInstanceOf(NoteMalformed.class);
        }
        assertThatThrownBy(() -> new PrintedSerial("123"))
                .isInstanceOf(PrintedSerialMalformed.class)
                .hasMessageContaining("MYNA-ISS-046");
    }

    @Test
    void markup_in_a_name_stays_text_and_missing_characters_are_said() throws Exception {
        var data = with(new PersonName("A<b>&\"\uFFFE\uD869\uDEA5"), new Address("<"), List.of());
        CardFacePrint print = CardFacePrint.of(data);
        assertThat(description(parsed(print.frontSvg()))).contains("A<b>&\"");
        assertThat(print.pdf()).isNotEmpty();
        assertThat(print.missing()).contains("\uD869\uDEA5");
    }

    private static CardFacePrint.Data ichiro(List<Note> notes) {
        return with(new PersonName("試験　一郎"), new Address("兵庫県姫路市安田四丁目９９９９番地"), notes);
    }

    private static CardFacePrint.Data with(PersonName name, Address address, List<Note> notes) {
        return new CardFacePrint.Data(
                name,
                address,
                JapaneseDate.of(LocalDate.of(1985, 3, 7)),
                BirthDateStyle.ERA,
                Sex.MALE,
                LocalDate.of(2033, 3, 7),
                new CertificateExpiryField.Printed(LocalDate.of(2029, 3, 7)),
                new SecurityCode("1754"),
                new PrintedSerial("0123456789012345"),
                notes,
                "姫路市",
                new MyNumber("994471615639"),
                PHOTO);
    }

    private static Element parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    private static String title(Element svg) {
        return svg.getElementsByTagName("title").item(0).getTextContent();
    }

    private static String description(Element svg) {
        return svg.getElementsByTagName("desc").item(0).getTextContent();
    }

    private static String qrText(BufferedImage page) throws Exception {
        int width = page.getWidth();
        int height = page.getHeight();
        var source =
                new RGBLuminanceSource(
                        width, height, page.getRGB(0, 0, width, height, null, 0, width));
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    }

    /** Keeps the texts only. */
    private record RecordingDrawing(List<String> texts) implements Drawing {
        @Override
        public void fill(java.awt.Shape shape, int rgb, double opacity) {}

        @Override
        public void stroke(java.awt.Shape shape, int rgb, double width, Line line) {}

        @Override
        public void text(String text, double x, double y, double size, int rgb, double weight) {
            texts.add(text);
        }

        @Override
        public void image(BufferedImage grey, double x, double y, double width, double height) {}
    }
}
