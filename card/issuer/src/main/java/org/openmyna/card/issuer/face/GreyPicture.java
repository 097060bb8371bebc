package org.openmyna.card.issuer.face;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * A picture in grey, 8 bits a pixel. Brightness is Y' of ITU-R BT.601 over the stored values, so
 * that no colour management of the platform changes a pixel; what is transparent lies on white.
 */
final class GreyPicture {
    private final byte[] grey;
    private final int width;
    private final int height;

    private GreyPicture(byte[] grey, int width, int height) {
        this.grey = grey;
        this.width = width;
        this.height = height;
    }

    static GreyPicture of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        var grey = new byte[width * height];
        boolean storedGrey =
                image.getRaster().getNumBands() <= 2
                        && !(image.getColorModel() instanceof IndexColorModel);
        for (int y = 0; y < height; y++) {
            if (storedGrey) {
                copyGrey(image.getRaster(), image.getColorModel().getComponentSize(0), y, grey);
            } else {
                copyColour(image.getRGB(0, y, width, 1, null, 0, width), y * width, grey);
            }
        }
        return new GreyPicture(grey, width, height);
    }

    /** Java takes stored grey for linear light and would brighten it: the samples are taken raw. */
    private static void copyGrey(Raster raster, int bits, int y, byte[] grey) {
        int width = raster.getWidth();
        int most = (1 << bits) - 1;
        int[] samples =
                raster.getSamples(
                        raster.getMinX(), raster.getMinY() + y, width, 1, 0, (int[]) null);
        int[] alpha =
                raster.getNumBands() == 2
                        ? raster.getSamples(
                                raster.getMinX(), raster.getMinY() + y, width, 1, 1, (int[]) null)
                        : null;
        for (int x = 0; x < width; x++) {
            int value = samples[x] * 255 / most;
            grey[y * width + x] =
                    (byte) (alpha == null ? value : onWhite(value, alpha[x] * 255 / most));
        }
    }

    private static void copyColour(int[] row, int to, byte[] grey) {
        for (int x = 0; x < row.length; x++) {
            int colour = row[x];
            int luma =
                    (299 * (colour >> 16 & 0xFF)
                                    + 587 * (colour >> 8 & 0xFF)
                                    + 114 * (colour & 0xFF)
                                    + 500)
                            / 1000;
            grey[to + x] = (byte) onWhite(luma, colour >>> 24);
        }
    }

    private static int onWhite(int value, int alpha) {
        return (value * alpha + 255 * (255 - alpha) + 127) / 255;
    }

    /** The picture upright, after the number of {@link JpegOrientation}. */
    GreyPicture turned(int orientation) {
        if (orientation == 1) {
            return this;
        }
        boolean onItsSide = orientation >= 5;
        int newWidth = onItsSide ? height : width;
        int newHeight = onItsSide ? width : height;
        var turned = new byte[grey.length];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                turned[y * newWidth + x] = grey[source(orientation, x, y)];
            }
        }
        return new GreyPicture(turned, newWidth, newHeight);
    }

    private int source(int orientation, int x, int y) {
        int right = width - 1;
        int bottom = height - 1;
        return switch (orientation) {
            case 2 -> y * width + right - x;
            case 3 -> (bottom - y) * width + right - x;
            case 4 -> (bottom - y) * width + x;
            case 5 -> x * width + y;
            case 6 -> (bottom - x) * width + y;
            case 7 -> (bottom - x) * width + right - y;
            case 8 -> x * width + right - y;
            default -> y * width + x;
        };
    }

    /**
     * Cut to the shape of a portrait and scaled down, each pixel the mean of the area it covers. A
     * head sits high in a portrait: of what goes, a third goes above it.
     *
     * @throws PictureTooSmall if the part that remains has fewer pixels (MYNA-ISS-042)
     */
    byte[] portrait(int toWidth, int toHeight) {
        double cutWidth = Math.min(width, (double) height * toWidth / toHeight);
        double cutHeight = Math.min(height, (double) width * toHeight / toWidth);
        if (cutWidth < toWidth || cutHeight < toHeight) {
            throw new PictureTooSmall(width, height);
        }
        double left = (width - cutWidth) / 2;
        double top = (height - cutHeight) / 3;
        float[] rows = shrunkRows(left, cutWidth, toWidth);
        var result = new byte[toWidth * toHeight];
        double step = cutHeight / toHeight;
        for (int y = 0; y < toHeight; y++) {
            double from = top + y * step;
            for (int x = 0; x < toWidth; x++) {
                double sum = 0;
                for (int row = (int) from; row < height && row < from + step; row++) {
                    sum += rows[row * toWidth + x] * overlap(row, from, step);
                }
                result[y * toWidth + x] = (byte) Math.min(255, Math.round(sum / step));
            }
        }
        return result;
    }

    private float[] shrunkRows(double left, double cutWidth, int toWidth) {
        var rows = new float[height * toWidth];
        double step = cutWidth / toWidth;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < toWidth; x++) {
                double from = left + x * step;
                double sum = 0;
                for (int column = (int) from; column < width && column < from + step; column++) {
                    sum += (grey[y * width + column] & 0xFF) * overlap(column, from, step);
                }
                rows[y * toWidth + x] = (float) (sum / step);
            }
        }
        return rows;
    }

    /** How much of the pixel [at, at + 1] lies in [from, from + length]. */
    private static double overlap(int at, double from, double length) {
        return Math.min(at + 1.0, from + length) - Math.max(at, from);
    }
}
