package org.openmyna.card.issuer.face;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/** One page; its user space is that of {@link Drawing}. */
final class PdfDrawing implements Drawing {
    /** A step that writes into memory, where it cannot fail. */
    private interface Step {
        void run() throws IOException;
    }

    private final PDDocument document;
    private final PDType0Font font;
    private final PDPageContentStream content;

    PdfDrawing(PDDocument document, PDType0Font font, PDPageContentStream content) {
        this.document = document;
        this.font = font;
        this.content = content;
    }

    @Override
    public void fill(Shape shape, int rgb, double opacity) {
        write(() -> {
            content.saveGraphicsState();
            if (opacity < 1) {
                var state = new PDExtendedGraphicsState();
                state.setNonStrokingAlphaConstant((float) opacity);
                content.setGraphicsStateParameters(state);
            }
            colour(rgb);
            if (path(shape) == PathIterator.WIND_EVEN_ODD) {
                content.fillEvenOdd();
            } else {
                content.fill();
            }
            content.restoreGraphicsState();
        });
    }

    @Override
    public void stroke(Shape shape, int rgb, double width, Line line) {
        write(() -> {
            content.saveGraphicsState();
            colour(rgb);
            content.setLineWidth((float) width);
            content.setLineDashPattern(line == Line.DASHED ? new float[] {6, 4} : new float[0], 0);
            path(shape);
            content.stroke();
            content.restoreGraphicsState();
        });
    }

    /** Text that can be searched and copied, but for glyphs that the embedded font has not. */
    @Override
    public void text(String text, double x, double y, double size, int rgb, double weight) {
        double at = x;
        var run = new StringBuilder();
        double runStart = x;
        for (FaceFonts.Glyph glyph : FaceFonts.bundled().glyphs(text)) {
            if (isPlain(glyph)) {
                if (run.isEmpty()) {
                    runStart = at;
                }
                run.append(glyph.text());
            } else {
                flush(run, runStart, y, size, rgb, weight);
                outline(glyph, at, y, size, rgb, weight);
            }
            at += glyph.advance() * size;
        }
        flush(run, runStart, y, size, rgb, weight);
    }

    private static boolean isPlain(FaceFonts.Glyph glyph) {
        int codePoint = glyph.text().codePointAt(0);
        return glyph.font() == FaceFonts.bundled().main()
                && glyph.match() == FaceFonts.Match.EXACT
                && (!glyph.blank() || codePoint == ' ' || codePoint == 0x3000)
                && glyph.text().length() == Character.charCount(codePoint);
    }

    private void flush(StringBuilder run, double x, double y, double size, int rgb, double weight) {
        if (run.isEmpty()) {
            return;
        }
        write(() -> {
            content.saveGraphicsState();
            colour(rgb);
            content.setLineWidth((float) weight);
            content.beginText();
            content.setFont(font, 1);
            content.setRenderingMode(weight > 0 ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
            content.setTextMatrix(
                    new Matrix((float) size, 0, 0, (float) -size, (float) x, (float) y));
            content.showText(run.toString());
            content.endText();
            content.restoreGraphicsState();
        });
        run.setLength(0);
    }

    private void outline(
            FaceFonts.Glyph glyph, double x, double y, double size, int rgb, double weight) {
        if (glyph.blank()) {
            return;
        }
        Path2D path = glyph.font().outline(glyph.id());
        Shape placed = new AffineTransform(size, 0, 0, -size, x, y).createTransformedShape(path);
        fill(placed, rgb, 1);
        if (weight > 0) {
            stroke(placed, rgb, weight, Line.SOLID);
        }
    }

    @Override
    public void image(BufferedImage grey, double x, double y, double width, double height) {
        write(() -> {
            PDImageXObject image = raw(grey);
            content.drawImage(
                    image,
                    new Matrix(
                            (float) width, 0, 0, (float) -height, (float) x, (float) (y + height)));
        });
    }

    /** The samples as they are: the library's own factory would take them for linear light. */
    private PDImageXObject raw(BufferedImage grey) throws IOException {
        int width = grey.getWidth();
        int height = grey.getHeight();
        var samples = (byte[]) grey.getRaster().getDataElements(0, 0, width, height, null);
        var deflated = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(deflated)) {
            deflater.write(samples);
        }
        return new PDImageXObject(
                document,
                new ByteArrayInputStream(deflated.toByteArray()),
                COSName.FLATE_DECODE,
                width,
                height,
                8,
                PDDeviceGray.INSTANCE);
    }

    private void colour(int rgb) throws IOException {
        float red = (rgb >> 16 & 0xFF) / 255f;
        float green = (rgb >> 8 & 0xFF) / 255f;
        float blue = (rgb & 0xFF) / 255f;
        content.setNonStrokingColor(red, green, blue);
        content.setStrokingColor(red, green, blue);
    }

    /** Writes the outline and returns its winding rule. */
    private int path(Shape shape) throws IOException {
        PathIterator at = shape.getPathIterator(null);
        var p = new float[6];
        float x = 0;
        float y = 0;
        for (; !at.isDone(); at.next()) {
            int kind = at.currentSegment(p);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> content.moveTo(p[0], p[1]);
                case PathIterator.SEG_LINETO -> content.lineTo(p[0], p[1]);
                case PathIterator.SEG_QUADTO ->
                        content.curveTo(
                                x + (p[0] - x) * 2 / 3,
                                y + (p[1] - y) * 2 / 3,
                                p[2] + (p[0] - p[2]) * 2 / 3,
                                p[3] + (p[1] - p[3]) * 2 / 3,
                                p[2],
                                p[3]);
                case PathIterator.SEG_CUBICTO ->
                        content.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
                default -> content.closePath();
            }
            int last =
                    kind == PathIterator.SEG_CUBICTO ? 4 : kind == PathIterator.SEG_QUADTO ? 2 : 0;
            if (kind != PathIterator.SEG_CLOSE) {
                x = p[last];
                y = p[last + 1];
            }
        }
        return at.getWindingRule();
    }

    private static void write(Step step) {
        try {
            step.run();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }
}
