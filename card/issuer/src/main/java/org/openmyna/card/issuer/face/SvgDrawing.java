package org.openmyna.card.issuer.face;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Writes SVG 1.1 that needs no font. */
final class SvgDrawing implements Drawing {
    private static final String COMMANDS = "MLQCZ";

    private final StringBuilder body = new StringBuilder();

    @Override
    public void fill(Shape shape, int rgb, double opacity) {
        body.append("<path fill=\"").append(colour(rgb)).append('"');
        if (opacity < 1) {
            body.append(" fill-opacity=\"").append(number(opacity)).append('"');
        }
        path(shape);
    }

    @Override
    public void stroke(Shape shape, int rgb, double width, Line line) {
        body.append("<path fill=\"none\" stroke=\"").append(colour(rgb)).append('"');
        body.append(" stroke-width=\"").append(number(width)).append('"');
        if (line == Line.DASHED) {
            body.append(" stroke-dasharray=\"6 4\"");
        }
        path(shape);
    }

    @Override
    public void text(String text, double x, double y, double size, int rgb, double weight) {
        var place = new AffineTransform(size, 0, 0, size, x, y);
        if (weight > 0) {
            body.append("<path fill=\"").append(colour(rgb));
            body.append("\" stroke=\"").append(colour(rgb));
            body.append("\" stroke-width=\"").append(number(weight)).append('"');
            path(place.createTransformedShape(Outlines.of(text)));
        } else {
            fill(place.createTransformedShape(Outlines.of(text)), rgb, 1);
        }
    }

    @Override
    public void image(BufferedImage grey, double x, double y, double width, double height) {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(grey, "png", png);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        body.append("<image x=\"").append(number(x)).append("\" y=\"").append(number(y));
        body.append("\" width=\"")
                .append(number(width))
                .append("\" height=\"")
                .append(number(height));
        body.append("\" preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64,");
        body.append(Base64.getEncoder().encodeToString(png.toByteArray())).append("\"/>\n");
    }

    /** The whole file. */
    String svg(String title, String description) {
        return """
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="85.6mm" height="53.98mm" viewBox="0 0 856 539.8" role="img" xml:lang="ja" lang="ja" aria-label="%s">
        <title>%s</title>
        <desc>%s</desc>
        %s</svg>
        """
                .formatted(escaped(title), escaped(title), escaped(description), body);
    }

    private void path(Shape shape) {
        PathIterator at = shape.getPathIterator(null);
        if (at.getWindingRule() == PathIterator.WIND_EVEN_ODD) {
            body.append(" fill-rule=\"evenodd\"");
        }
        body.append(" d=\"");
        var points = new double[6];
        for (; !at.isDone(); at.next()) {
            int kind = at.currentSegment(points);
            body.append(COMMANDS.charAt(kind));
            int count =
                    kind == PathIterator.SEG_CLOSE
                            ? 0
                            : kind == PathIterator.SEG_QUADTO
                                    ? 4
                                    : kind == PathIterator.SEG_CUBICTO ? 6 : 2;
            for (int i = 0; i < count; i++) {
                body.append(i == 0 ? "" : " ").append(number(points[i]));
            }
        }
        body.append("\"/>\n");
    }

    /** Two decimals, a fiftieth of a hair on the card. */
    private static String number(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        String sign = hundredths < 0 ? "-" : "";
        long positive = Math.abs(hundredths);
        String decimals = String.format(Locale.ROOT, "%02d", positive % 100);
        return sign
                + positive / 100
                + "."
                + (decimals.endsWith("0") ? decimals.substring(0, 1) : decimals);
    }

    private static String colour(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '&' -> escaped.append("&amp;");
                        case '"' -> escaped.append("&quot;");
                        default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
                    }
                });
        return escaped.toString();
    }

    /** XML 1.0, production 2. */
    private static boolean isXml(int c) {
        return c == 9
                || c == 10
                || c == 13
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
