package org.openmyna.card.issuer.face;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * A glyph in black and white for a cell of few pixels. Strokes thinner or thicker than a pixel, or
 * lying between two, would vanish or clog; so the strokes that run along an axis are found first,
 * each gets a row (or column) of its own, and the glyph is bent to fit before it is sampled. That
 * is what hints inside a font do; ours need no interpreter and hold for both fonts and for narrowed
 * glyphs, too.
 */
final class GlyphMask {
    /** Fine pixels for each pixel of the result. */
    private static final int FINE = 20;

    /**
     * A pixel is black from this share of ink on: a little less than half keeps diagonals whole.
     */
    private static final double INK = 0.42;

    /** Two pixels with this much ink together hold a stroke. */
    private static final double SPLIT = 0.72;

    private final int width;
    private final int height;
    private final long[] rows;

    private GlyphMask(int width, int height, long[] rows) {
        this.width = width;
        this.height = height;
        this.rows = rows;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean black(int x, int y) {
        return (rows[y] >> x & 1) != 0;
    }

    /**
     * Draws an outline into a cell; the last column stays white, so that neighbours do not touch.
     *
     * @param outline in em, y upwards, baseline at 0
     * @param advance width of the glyph in em
     * @param width columns of the cell, at most 64
     * @param emHeight rows for an em
     * @param baseline rows from the top of the cell
     */
    static GlyphMask draw(
            Shape outline,
            double advance,
            int width,
            int height,
            double emHeight,
            double baseline) {
        var toPixels = new AffineTransform();
        toPixels.translate(0, baseline);
        toPixels.scale((width - 0.5) / advance, -emHeight);
        boolean[][] fine = fine(toPixels.createTransformedShape(outline), width, height);
        double[] bentRows = StrokeFit.fit(fine, height, FINE, emHeight);
        double[] bentColumns =
                StrokeFit.fit(turned(fine), width - 1, FINE, (width - 0.5) / advance);
        return new GlyphMask(
                width, height, pixels(shares(fine, bentRows, bentColumns, width, height)));
    }

    private static boolean[][] fine(Shape shape, int width, int height) {
        var image = new BufferedImage(width * FINE, height * FINE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.scale(FINE, FINE);
        pen.fill(shape);
        pen.dispose();
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        var ink = new boolean[height * FINE][width * FINE];
        for (int y = 0; y < ink.length; y++) {
            for (int x = 0; x < ink[y].length; x++) {
                ink[y][x] = pixels[y * ink[y].length + x] != 0;
            }
        }
        return ink;
    }

    private static boolean[][] turned(boolean[][] ink) {
        var turned = new boolean[ink[0].length][ink.length];
        for (int y = 0; y < ink.length; y++) {
            for (int x = 0; x < ink[y].length; x++) {
                turned[x][y] = ink[y][x];
            }
        }
        return turned;
    }

    /**
     * Shares of ink in each pixel of the bent glyph.
     *
     * @param bentRows for each fine row of the result, the fine row of the glyph to look at
     */
    private static double[][] shares(
            boolean[][] ink, double[] bentRows, double[] bentColumns, int width, int height) {
        var shares = new double[height][width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width - 1; x++) {
                int black = 0;
                for (int fineY = 2; fineY < FINE; fineY += 4) {
                    boolean[] row = row(ink, bentRows[y * FINE + fineY]);
                    for (int fineX = 2; fineX < FINE; fineX += 4) {
                        int column = (int) bentColumns[x * FINE + fineX];
                        black += column >= 0 && column < row.length && row[column] ? 1 : 0;
                    }
                }
                shares[y][x] = black / 25.0;
            }
        }
        return shares;
    }

    private static boolean[] row(boolean[][] ink, double at) {
        int row = (int) at;
        return row >= 0 && row < ink.length ? ink[row] : new boolean[0];
    }

    private static long[] pixels(double[][] shares) {
        var rows = new long[shares.length];
        for (int y = 0; y < shares.length; y++) {
            for (int x = 0; x < shares[y].length; x++) {
                if (shares[y][x] >= INK
                        || isBroken(shares, x, y, 1, 0)
                        || isBroken(shares, x, y, 0, 1)) {
                    rows[y] |= 1L << x;
                }
            }
        }
        return rows;
    }

    /**
     * Whether a stroke runs between this pixel and one beside it, with too little ink in either:
     * the pixel with more of it is black then.
     */
    private static boolean isBroken(double[][] shares, int x, int y, int right, int down) {
        double before = share(shares, x - right, y - down);
        double own = share(shares, x, y);
        double after = share(shares, x + right, y + down);
        boolean withBefore =
                own > before
                        && own + before >= SPLIT
                        && share(shares, x - 2 * right, y - 2 * down) < INK;
        boolean withAfter =
                own >= after
                        && own + after >= SPLIT
                        && share(shares, x + 2 * right, y + 2 * down) < INK;
        return before < INK && after < INK && (withBefore || withAfter);
    }

    private static double share(double[][] shares, int x, int y) {
        return y >= 0 && y < shares.length && x >= 0 && x < shares[y].length ? shares[y][x] : 0;
    }
}
