package org.openmyna.card.issuer.face;

import java.awt.Shape;
import java.awt.image.BufferedImage;

/** A side of the card to draw on; units are tenths of a millimetre, y downwards. */
interface Drawing {
    double WIDTH = 856;
    double HEIGHT = 539.8;

    /** How a line is broken. */
    enum Line {
        SOLID,
        DASHED
    }

    /**
     * Fills a shape.
     *
     * @param rgb 0xRRGGBB
     * @param opacity 0 to 1
     */
    void fill(Shape shape, int rgb, double opacity);

    void stroke(Shape shape, int rgb, double width, Line line);

    /**
     * One line of text.
     *
     * @param x left end of the baseline
     * @param size of an em
     * @param weight how much thicker than the font's strokes, 0 for regular
     */
    void text(String text, double x, double y, double size, int rgb, double weight);

    void image(BufferedImage grey, double x, double y, double width, double height);
}
