package org.openmyna.card.issuer.face;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.SecurityCode;
import org.openmyna.kernel.Sex;

/**
 * Front and back of a specimen card in the size of ISO/IEC 7810 ID-1 (85.60 x 53.98 mm, corners of
 * 3.18 mm): the fields of the real card in a look of our own, without its emblem, figures or
 * security printing, and with TEST, 試験用, 見本 on both sides.
 *
 * <p>The SVG holds outlines instead of text, so that it looks the same everywhere; title and
 * description say the fields for those who listen. The PDF holds text in an embedded subset of the
 * font, and outlines for rare characters. The same data give the same bytes.
 */
public final class CardFacePrint {
    /** Whoever looks at the picture. */
    private enum Use {
        HOLDER,
        PUBLIC
    }

    private static final String PUBLIC_NUMBER = "123456789012";

    /**
     * What is printed.
     *
     * @param municipality name such as 姫路市; the issuer's title is made from it
     * @param notes oldest first
     */
    public record Data(
            PersonName name,
            Address address,
            JapaneseDate birthDate,
            BirthDateStyle birthDateStyle,
            Sex sex,
            LocalDate expiry,
            CertificateExpiryField certificateExpiry,
            SecurityCode securityCode,
            PrintedSerial serial,
            List<Note> notes,
            String municipality,
            MyNumber myNumber,
            FacePhoto photo) {
        public Data {
            notes = List.copyOf(notes);
        }

        /** Who it is stays hidden. */
        @Override
        public String toString() {
            return "Data[hidden]";
        }
    }

    private final Data data;
    private final Use use;

    private CardFacePrint(Data data, Use use) {
        this.data = data;
        this.use = use;
    }

    /** For the eyes of those who may see the My Number. */
    public static CardFacePrint of(Data data) {
        return new CardFacePrint(data, Use.HOLDER);
    }

    /**
     * For pictures that anybody sees: the number 1234 5678 9012, whose check digit is wrong, stands
     * for the My Number, and the QR code says OPENMYNA-TEST.
     */
    public static CardFacePrint forPublicPicture(Data data) {
        return new CardFacePrint(data, Use.PUBLIC);
    }

    public String frontSvg() {
        var drawing = new SvgDrawing();
        front(drawing);
        return drawing.svg("個人番号カード（試験用・見本）表面 TEST SPECIMEN", FrontSide.description(data));
    }

    /** Shows the My Number: draw it only where the number may be seen. */
    public String backSvg() {
        var drawing = new SvgDrawing();
        back(drawing);
        return drawing.svg("個人番号カード（試験用・見本）裏面 TEST SPECIMEN", BackSide.description(data, number()));
    }

    /** Two pages of the card's size, front and back. */
    public byte[] pdf() {
        return PdfFile.of("【試験用】個人番号カード 見本 TEST SPECIMEN", List.of(this::front, this::back));
    }

    /** Characters of the printed texts that no bundled font has: 〓 stands for each. */
    public List<String> missing() {
        var texts =
                new ArrayList<>(
                        List.of(data.name().text(), data.address().text(), data.municipality()));
        data.notes().forEach(note -> texts.add(note.text()));
        return texts.stream()
                .flatMap(text -> FaceFonts.bundled().glyphs(text).stream())
                .filter(glyph -> glyph.match() == FaceFonts.Match.MISSING)
                .map(FaceFonts.Glyph::text)
                .distinct()
                .toList();
    }

    private void front(Drawing drawing) {
        new FrontSide(drawing, data).draw();
    }

    private void back(Drawing drawing) {
        String qr = use == Use.PUBLIC ? "OPENMYNA-TEST" : data.myNumber().digits();
        new BackSide(drawing, data, number(), qr).draw();
    }

    private String number() {
        return use == Use.PUBLIC ? PUBLIC_NUMBER : data.myNumber().digits();
    }

    @Override
    public String toString() {
        return "CardFacePrint[hidden]";
    }
}
