package org.openmyna.card.issuer.face;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.openmyna.card.issuer.face.Look.Setting;

/** Front of the specimen: who, until when, photo, note panel. */
final class FrontSide {
    private static final List<Setting> NAME =
            List.of(
                    new Setting(34, 0, 1),
                    new Setting(28, 0, 1),
                    new Setting(22, 0, 1),
                    new Setting(17, 20, 2),
                    new Setting(13, 16, 2));
    private static final List<Setting> ADDRESS =
            List.of(
                    new Setting(24, 30, 2),
                    new Setting(20, 27, 2),
                    new Setting(16, 19, 3),
                    new Setting(13, 15.5, 4),
                    new Setting(11.5, 13, 5));

    private final Drawing drawing;
    private final CardFacePrint.Data data;

    FrontSide(Drawing drawing, CardFacePrint.Data data) {
        this.drawing = drawing;
        this.data = data;
    }

    void draw() {
        Look.ground(drawing);
        drawing.text("個人番号カード（試験用）", 40, 50, 28, Look.BLUE, 0.8);
        Look.wordmark(drawing, 468, 22);
        Look.testBadge(drawing, 666, 16);
        Look.label(drawing, "氏名", 40, 106);
        Look.block(drawing, data.name().text(), 96, 110, 720, 0.9, true, NAME);
        Look.label(drawing, "住所", 40, 150);
        Look.block(drawing, data.address().text(), 96, 151, 720, 0, false, ADDRESS);
        photo();
        dates();
        new NotePanel(drawing, 260, 345, 350, 115).draw(data.notes());
        organDonation();
        String mayor = data.municipality() + "長（試験）";
        double size = Math.min(22, 256 / Outlines.width(mayor));
        drawing.text(mayor, 816 - Outlines.width(mayor) * size, 490, size, Look.INK, 0.4);
        Look.marks(drawing);
    }

    private void photo() {
        drawing.image(data.photo().decoded(), 40, 212, 192, 240);
        drawing.stroke(
                new Rectangle2D.Double(40, 212, 192, 240), Look.RULE, 1.5, Drawing.Line.SOLID);
        drawing.text(data.securityCode().digits(), 40, 490, 26, Look.INK, 0.5);
        drawing.text(data.serial().digits(), 130, 490, 19, Look.INK, 0);
    }

    private void dates() {
        String born = data.birthDateStyle().text(data.birthDate());
        drawing.text(born, 260, 240, 24, Look.INK, 0);
        Look.label(drawing, "性別", 612, 239);
        drawing.text(data.sex().japanese(), 654, 240, 24, Look.INK, 0);
        drawing.text(BirthDateStyle.western(data.expiry()) + "まで有効", 260, 284, 24, Look.INK, 0);
        Look.label(drawing, "電子証明書の有効期限", 260, 325);
        drawing.text(certificateExpiry(data.certificateExpiry()), 424, 326, 20, Look.INK, 0);
    }

    private static String certificateExpiry(CertificateExpiryField field) {
        return switch (field) {
            case CertificateExpiryField.Printed printed ->
                    BirthDateStyle.western(printed.lastDay());
            case CertificateExpiryField.Blank() -> "　　　　年　　月　　日";
        };
    }

    private void organDonation() {
        var box = new RoundRectangle2D.Double(626, 345, 190, 115, 12, 12);
        drawing.stroke(box, Look.RULE, 1.5, Drawing.Line.DASHED);
        Look.label(drawing, "臓器提供意思", 638, 367);
        drawing.text("見本のため記入できません", 638, 387, 12.5, Look.MUTED, 0);
        for (int line = 0; line < 2; line++) {
            double y = 416 + line * 24;
            drawing.stroke(new Line2D.Double(638, y, 804, y), Look.RULE, 1, Drawing.Line.DASHED);
        }
    }

    /** The fields as one text, for those who listen. */
    static String description(CardFacePrint.Data data) {
        var text = new StringBuilder("試験用の見本で、証明書ではありません。Specimen for tests, not valid. ");
        text.append("氏名 ").append(data.name().text());
        text.append("、住所 ").append(data.address().text());
        text.append("、生年月日 ").append(data.birthDateStyle().text(data.birthDate()));
        text.append("、性別 ").append(data.sex().japanese());
        text.append("、有効期限 ").append(BirthDateStyle.western(data.expiry()));
        text.append("、電子証明書の有効期限 ");
        text.append(
                data.certificateExpiry() instanceof CertificateExpiryField.Blank
                        ? "空欄"
                        : certificateExpiry(data.certificateExpiry()));
        text.append("、セキュリティコード ").append(data.securityCode().digits());
        text.append("、製造番号 ").append(data.serial().digits());
        text.append("、発行者 ").append(data.municipality()).append("長（試験）");
        text.append("、追記欄 ");
        data.notes().forEach(note -> text.append(NotePanel.text(note)).append(" "));
        text.append(data.notes().isEmpty() ? "なし" : "");
        return text.append("、臓器提供意思 記入なし、写真 試験用の絵。").toString();
    }
}
