package org.openmyna.card.issuer.face;

import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.openmyna.card.issuer.face.Look.Setting;

/** Back of the specimen: number, QR code, contacts, stripe. */
final class BackSide {
    private static final List<Setting> NAME =
            List.of(
                    new Setting(26, 0, 1),
                    new Setting(21, 0, 1),
                    new Setting(16, 18, 2),
                    new Setting(12, 14, 4));

    private final Drawing drawing;
    private final CardFacePrint.Data data;
    private final String number;
    private final String qrText;

    /**
     * @param number 12 digits to print
     * @param qrText content of the QR code
     */
    BackSide(Drawing drawing, CardFacePrint.Data data, String number, String qrText) {
        this.drawing = drawing;
        this.data = data;
        this.number = number;
        this.qrText = qrText;
    }

    void draw() {
        Look.ground(drawing);
        drawing.fill(new Rectangle2D.Double(0, 45, Drawing.WIDTH, 110), 0x333333, 1);
        drawing.text("個人番号カード（試験用）裏面", 60, 33, 22, Look.BLUE, 0.6);
        Look.centred(drawing, "磁気ストライプ（絵）", Drawing.WIDTH / 2, 107, 20, 0xF2F2F2, 0);
        Look.contacts(drawing, 95, 190);
        Look.label(drawing, "ICチップ（絵）", 101, 308);
        Look.label(drawing, "個人番号", 270, 208);
        drawing.text(grouped(number), 270, 254, 44, Look.INK, 1);
        Look.label(drawing, "氏名", 270, 290);
        Look.block(drawing, data.name().text(), 270, 318, 370, 0.5, false, NAME);
        drawing.text(data.birthDateStyle().text(data.birthDate()), 270, 384, 24, Look.INK, 0);
        Look.centred(drawing, "QRコード（試験用）", 735, 354, 14, Look.MUTED, 0);
        drawing.stroke(
                new RoundRectangle2D.Double(270, 406, 240, 60, 12, 12),
                Look.RULE,
                1.5,
                Drawing.Line.DASHED);
        Look.label(drawing, "追加の表示のための欄", 282, 441);
        Look.testBadge(drawing, 660, 421);
        Look.wordmark(drawing, 60, 424);
        Look.marks(drawing);
        // Above the marks, so that every reader reads it.
        QrMark.draw(drawing, qrText, 660, 185, 150);
    }

    private static String grouped(String digits) {
        return digits.substring(0, 4) + " " + digits.substring(4, 8) + " " + digits.substring(8);
    }

    /** The fields as one text, for those who listen. */
    static String description(CardFacePrint.Data data, String number) {
        return "試験用の見本で、証明書ではありません。Specimen for tests, not valid. 個人番号 "
                + grouped(number)
                + "、氏名 "
                + data.name().text()
                + "、生年月日 "
                + data.birthDateStyle().text(data.birthDate())
                + "、QRコード、ICチップの端子の絵、磁気ストライプの絵。";
    }
}
