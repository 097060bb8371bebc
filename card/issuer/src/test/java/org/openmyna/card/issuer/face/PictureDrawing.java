package org.openmyna.card.issuer.face;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Draws a side into pixels, so that tests can look at it; ten pixels a millimetre. */
final class PictureDrawing implements Drawing {
    final BufferedImage picture = new BufferedImage(856, 540, BufferedImage.TYPE_INT_RGB);
    double rightmost;
    double lowest;
    private final Graphics2D pen = picture.createGraphics();

    PictureDrawing() {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 856, 540);
    }

    @Override
    public void fill(Shape shape, int rgb, double opacity) {
        pen.setComposite(AlphaComposite.SrcOver.derive((float) opacity));
        pen.setColor(new Color(rgb));
        pen.fill(shape);
    }

    @Override
    public void stroke(Shape shape, int rgb, double width, Line line) {
        pen.setComposite(AlphaComposite.SrcOver);
        pen.setColor(new Color(rgb));
        pen.setStroke(new BasicStroke((float) width));
        pen.draw(shape);
    }

    @Override
    public void text(String text, double x, double y, double size, int rgb, double weight) {
        rightmost = Math.max(rightmost, x + Outlines.width(text) * size);
        lowest = Math.max(lowest, y);
        var place = new AffineTransform(size, 0, 0, size, x, y);
        fill(place.createTransformedShape(Outlines.of(text)), rgb, 1);
    }

    @Override
    public void image(BufferedImage grey, double x, double y, double width, double height) {
        pen.setComposite(AlphaComposite.SrcOver);
        pen.drawImage(grey, (int) x, (int) y, (int) width, (int) height, null);
    }
}
