package org.openmyna.card.issuer.face;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/**
 * Draws a head for a test resident: a flat drawing with thick outlines, which nobody takes for a
 * photograph, and the word TEST 試験用 across it. Everything that differs from head to head comes out
 * of the seed.
 */
final class SpecimenPortrait {
    private static final int WIDTH = 2 * FacePhoto.WIDTH;
    private static final int HEIGHT = 2 * FacePhoto.HEIGHT;
    private static final int MIDDLE = WIDTH / 2;
    private static final Color LINE = grey(40);

    private final SplittableRandom chance;
    private final Graphics2D pen;
    private final int halfFace;
    private final int chin;
    private final Color hair;

    private SpecimenPortrait(long seed, Graphics2D pen) {
        this.chance = new SplittableRandom(seed);
        this.pen = pen;
        this.halfFace = 72 + chance.nextInt(16);
        this.chin = 296 + chance.nextInt(16);
        this.hair = grey(new int[] {50, 75, 105, 190}[chance.nextInt(4)]);
    }

    static BufferedImage draw(long seed) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        new SpecimenPortrait(seed, pen).draw();
        pen.dispose();
        return image;
    }

    private void draw() {
        fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT), grey(236));
        int style = chance.nextInt(5);
        if (style >= 3) {
            outlined(longHair(style), hair);
        }
        body();
        outlined(new RoundRectangle2D.Double(MIDDLE - 30, 270, 60, 90, 30, 30), grey(214));
        ears();
        outlined(face(), grey(226));
        hairOnTop(style);
        features();
        mark();
    }

    private void body() {
        var shoulders = new Path2D.Double();
        shoulders.moveTo(30, HEIGHT);
        shoulders.curveTo(34, 370, 90, 350, MIDDLE - 28, 336);
        shoulders.lineTo(MIDDLE + 28, 336);
        shoulders.curveTo(WIDTH - 90, 350, WIDTH - 34, 370, WIDTH - 30, HEIGHT);
        shoulders.closePath();
        int cloth = 90 + chance.nextInt(110);
        outlined(shoulders, grey(cloth));
        if (chance.nextBoolean()) {
            outlined(polygon(MIDDLE - 34, 338, MIDDLE, 392, MIDDLE - 58, 376), grey(245));
            outlined(polygon(MIDDLE + 34, 338, MIDDLE, 392, MIDDLE + 58, 376), grey(245));
        } else {
            outlined(new Arc2D.Double(MIDDLE - 46, 300, 92, 76, 180, 180, Arc2D.OPEN), grey(cloth));
        }
    }

    private void ears() {
        outlined(new Ellipse2D.Double(MIDDLE - halfFace - 14, 186, 30, 50), grey(214));
        outlined(new Ellipse2D.Double(MIDDLE + halfFace - 16, 186, 30, 50), grey(214));
    }

    private Shape face() {
        var face = new Path2D.Double();
        face.moveTo(MIDDLE - halfFace, 170);
        face.curveTo(MIDDLE - halfFace, 70, MIDDLE + halfFace, 70, MIDDLE + halfFace, 170);
        face.curveTo(MIDDLE + halfFace, 260, MIDDLE + 40, chin, MIDDLE, chin);
        face.curveTo(MIDDLE - 40, chin, MIDDLE - halfFace, 260, MIDDLE - halfFace, 170);
        face.closePath();
        return face;
    }

    private Shape longHair(int style) {
        int length = style == 3 ? 200 : 270;
        return new RoundRectangle2D.Double(
                MIDDLE - halfFace - 26, 70, 2 * halfFace + 52, length, 150, 150);
    }

    private void hairOnTop(int style) {
        int fringe = 120 + chance.nextInt(34);
        var cap =
                new Area(new Ellipse2D.Double(MIDDLE - halfFace - 12, 62, 2 * halfFace + 24, 230));
        cap.subtract(new Area(new Rectangle2D.Double(0, 196, WIDTH, HEIGHT)));
        int parting = MIDDLE - 40 + chance.nextInt(80);
        var forehead = new Path2D.Double();
        forehead.moveTo(MIDDLE - halfFace + 8, 200);
        forehead.quadTo(MIDDLE - halfFace + 12, fringe + 6, parting, fringe);
        if (style % 2 == 0) {
            forehead.quadTo(parting + 10, fringe + 26, MIDDLE + halfFace - 10, fringe + 30);
        } else {
            forehead.quadTo(
                    MIDDLE + halfFace - 14, fringe + 4, MIDDLE + halfFace - 10, fringe + 20);
        }
        forehead.lineTo(MIDDLE + halfFace - 8, 200);
        forehead.closePath();
        cap.subtract(new Area(forehead));
        outlined(cap, hair);
    }

    private void features() {
        int eyes = 200 + chance.nextInt(8);
        int apart = 30 + chance.nextInt(8);
        boolean glasses = chance.nextInt(3) == 0;
        for (int side : new int[] {-1, 1}) {
            int x = MIDDLE + side * apart;
            fill(new Ellipse2D.Double(x - 6, eyes - 7, 12, 14), LINE);
            stroke(new Arc2D.Double(x - 18, eyes - 32, 36, 24, 40, 100, Arc2D.OPEN));
            if (glasses) {
                stroke(new RoundRectangle2D.Double(x - 26, eyes - 20, 52, 42, 20, 20));
            }
        }
        if (glasses) {
            stroke(new Line2D.Double(MIDDLE - apart + 26, eyes - 4, MIDDLE + apart - 26, eyes - 4));
        }
        stroke(new Arc2D.Double(MIDDLE - 10, eyes + 18, 20, 22, 200, 140, Arc2D.OPEN));
        int smile = 40 + chance.nextInt(24);
        stroke(new Arc2D.Double(MIDDLE - smile / 2.0, eyes + 38, smile, 26, 205, 130, Arc2D.OPEN));
    }

    /** Across the chest, so that no cut of the picture shows the head alone. */
    private void mark() {
        fill(new Rectangle2D.Double(0, 398, WIDTH, 82), grey(255));
        fill(new Rectangle2D.Double(0, 398, WIDTH, 6), LINE);
        Shape text = Outlines.of("TEST 試験用");
        Rectangle2D bounds = text.getBounds2D();
        double scale = Math.min(56 / bounds.getHeight(), 340 / bounds.getWidth());
        var place = new AffineTransform();
        place.translate(MIDDLE, 442);
        place.scale(scale, scale);
        place.translate(-bounds.getCenterX(), -bounds.getCenterY());
        Shape placed = place.createTransformedShape(text);
        fill(placed, LINE);
        pen.setColor(LINE);
        pen.setStroke(new BasicStroke(2));
        pen.draw(placed);
    }

    private static Shape polygon(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }

    private void outlined(Shape shape, Color inside) {
        fill(shape, inside);
        stroke(shape);
    }

    private void fill(Shape shape, Color colour) {
        pen.setColor(colour);
        pen.fill(shape);
    }

    private void stroke(Shape shape) {
        pen.setColor(LINE);
        pen.draw(shape);
    }

    private static Color grey(int value) {
        return new Color(value, value, value);
    }
}
