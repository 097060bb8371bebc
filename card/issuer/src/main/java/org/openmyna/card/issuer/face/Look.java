package org.openmyna.card.issuer.face;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** Colours and parts that both sides share. Text on the ground has a contrast of 11 or more. */
final class Look {
    static final int INK = 0x1A1A1A;
    static final int MUTED = 0x4D4D4D;
    static final int BLUE = 0x0017C1;
    static final int PALE = 0xEAF1FE;
    static final int PALER = 0xF8FAFF;
    static final int RULE = 0x949494;
    static final int ORANGE = 0xC74700;
    static final int WHITE = 0xFFFFFF;

    /** A way to set a text: size, distance of lines, most lines. */
    record Setting(double size, double pitch, int lines) {}

    private static final double CORNER = 63.6;
    private static final double FOOT = 503;

    private Look() {}

    /** Ground and head line, before everything else. */
    static void ground(Drawing drawing) {
        drawing.fill(card(), PALER, 1);
        drawing.fill(inCard(new Rectangle2D.Double(0, 0, Drawing.WIDTH, 70)), PALE, 1);
    }

    /** What cannot be overlooked, after everything else. */
    static void marks(Drawing drawing) {
        Shape mark = Outlines.of("見本 SPECIMEN");
        Rectangle2D bounds = mark.getBounds2D();
        double size = 690 / bounds.getWidth();
        var place = new AffineTransform();
        place.translate(Drawing.WIDTH / 2, 292);
        place.rotate(Math.toRadians(-20));
        place.scale(size, size);
        place.translate(-bounds.getCenterX(), -bounds.getCenterY());
        drawing.fill(place.createTransformedShape(mark), ORANGE, 0.26);
        drawing.fill(
                inCard(new Rectangle2D.Double(0, FOOT, Drawing.WIDTH, Drawing.HEIGHT - FOOT)),
                ORANGE,
                1);
        String foot = "試験用 － 無効　TEST － NOT VALID";
        centred(drawing, foot, Drawing.WIDTH / 2, 530, 24, WHITE, 0.7);
        drawing.stroke(card(), RULE, 1.5, Drawing.Line.SOLID);
    }

    static void testBadge(Drawing drawing, double x, double y) {
        drawing.fill(new RoundRectangle2D.Double(x, y, 150, 40, 12, 12), ORANGE, 1);
        centred(drawing, "TEST 試験用", x + 75, y + 28, 22, WHITE, 0.7);
    }

    /** The sign of the project, a card on a laptop, and its name. */
    static void wordmark(Drawing drawing, double x, double y) {
        var back = new RoundRectangle2D.Double(x, y, 30, 20, 8, 8);
        var front = new RoundRectangle2D.Double(x + 12, y + 9, 30, 20, 8, 8);
        drawing.stroke(back, INK, 2.5, Drawing.Line.SOLID);
        drawing.fill(front, WHITE, 1);
        drawing.stroke(front, BLUE, 2.5, Drawing.Line.SOLID);
        drawing.text("Open", x + 52, y + 23, 24, INK, 0.8);
        drawing.text("Myna", x + 100, y + 23, 24, BLUE, 0.8);
    }

    static void centred(
            Drawing drawing, String text, double x, double y, double size, int rgb, double weight) {
        drawing.text(text, x - Outlines.width(text) * size / 2, y, size, rgb, weight);
    }

    static void label(Drawing drawing, String text, double x, double y) {
        drawing.text(text, x, y, 15, MUTED, 0);
    }

    /**
     * A text in the first setting that takes it; the last is made for the longest legal text.
     *
     * @param y baseline of the first line
     * @param upwards whether y is that of the last line instead
     */
    static void block(
            Drawing drawing,
            String text,
            double x,
            double y,
            double width,
            double weight,
            boolean upwards,
            List<Setting> settings) {
        for (Setting setting : settings) {
            for (PrintLines.Break how : PrintLines.Break.values()) {
                List<String> lines = PrintLines.broken(text, width / setting.size, how);
                if (lines.size() <= setting.lines) {
                    double top = upwards ? y - (lines.size() - 1) * setting.pitch : y;
                    for (int i = 0; i < lines.size(); i++) {
                        double line = top + i * setting.pitch;
                        drawing.text(lines.get(i), x, line, setting.size, INK, weight);
                    }
                    return;
                }
            }
        }
        throw new IllegalStateException("the last setting is made for the longest text");
    }

    /** Four grooves and a frame: contacts as a drawing, not as any maker's pattern. */
    static void contacts(Drawing drawing, double x, double y) {
        var plate = new RoundRectangle2D.Double(x, y, 120, 95, 24, 24);
        drawing.fill(plate, 0xE8D9A8, 1);
        drawing.stroke(plate, 0x6B5A1E, 2, Drawing.Line.SOLID);
        var grooves = new Path2D.Double();
        for (int i = 1; i < 4; i++) {
            double at = y + 95.0 * i / 4;
            grooves.moveTo(x, at);
            grooves.lineTo(x + 42, at);
            grooves.moveTo(x + 78, at);
            grooves.lineTo(x + 120, at);
        }
        grooves.append(new Rectangle2D.Double(x + 42, y, 36, 95), false);
        drawing.stroke(grooves, 0x6B5A1E, 2, Drawing.Line.SOLID);
    }

    private static Shape card() {
        return new RoundRectangle2D.Double(0, 0, Drawing.WIDTH, Drawing.HEIGHT, CORNER, CORNER);
    }

    static Shape inCard(Shape shape) {
        var area = new Area(card());
        area.intersect(new Area(shape));
        return area;
    }
}
