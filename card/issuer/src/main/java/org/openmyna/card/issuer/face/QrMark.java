package org.openmyna.card.issuer.face;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** A QR code, JIS X 0510, error correction M, with the quiet zone of four modules. */
final class QrMark {
    private static final int QUIET = 4;

    private QrMark() {}

    static void draw(Drawing drawing, String content, double x, double y, double side) {
        ByteMatrix modules = modules(content);
        double step = side / (modules.getWidth() + 2 * QUIET);
        drawing.fill(new Rectangle2D.Double(x, y, side, side), Look.WHITE, 1);
        var dark = new Path2D.Double();
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); ) {
                int end = column;
                while (end < modules.getWidth() && modules.get(end, row) == 1) {
                    end++;
                }
                if (end > column) {
                    dark.append(
                            new Rectangle2D.Double(
                                    x + (QUIET + column) * step,
                                    y + (QUIET + row) * step,
                                    (end - column) * step,
                                    step),
                            false);
                }
                column = end + 1;
            }
        }
        drawing.fill(dark, 0, 1);
    }

    private static ByteMatrix modules(String content) {
        try {
            return Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("no QR code of " + content.length(), tooLong);
        }
    }
}
