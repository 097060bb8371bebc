package org.openmyna.card.issuer.face;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A picture of black and white pixels. It writes its PNG file itself: the platform's writer takes
 * longer for these few pixels than everything else that is drawn on a card.
 */
final class Bitmap {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};

    private final int width;
    private final int height;
    private final int rowBytes;

    /** PNG's own form: before each row its filter, which is none; then a bit a pixel, 1 white. */
    private final byte[] rows;

    Bitmap(int width, int height) {
        this.width = width;
        this.height = height;
        rowBytes = 1 + (width + 7) / 8;
        rows = new byte[height * rowBytes];
        Arrays.fill(rows, (byte) 0xFF);
        for (int y = 0; y < height; y++) {
            rows[y * rowBytes] = 0;
            int unused = -width & 7;
            rows[(y + 1) * rowBytes - 1] &= (byte) (0xFF << unused);
        }
    }

    int height() {
        return height;
    }

    void put(GlyphMask mask, int left, int top) {
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                if (mask.black(x, y)) blacken(left + x, top + y);
            }
        }
    }

    private void blacken(int x, int y) {
        if (x < 0 || x >= width || y < 0 || y >= height) {
            throw new IndexOutOfBoundsException(x + ", " + y);
        }
        rows[y * rowBytes + 1 + x / 8] &= (byte) ~(0x80 >> x % 8);
    }

    /** ISO/IEC 15948:2004 (PNG), 11.2: grey, one bit deep, not interlaced. */
    byte[] png() {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 1);
        var file = new ByteArrayOutputStream(512);
        file.writeBytes(SIGNATURE);
        chunk(file, "IHDR", header.array());
        chunk(file, "IDAT", deflated());
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private byte[] deflated() {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(rows);
            deflater.finish();
            byte[] out = new byte[rows.length + 64]; // the most that zlib adds to so few bytes
            return Arrays.copyOf(out, deflater.deflate(out));
        }
    }

    /** ISO/IEC 15948:2004, 5.3: length, type, data, CRC over type and data. */
    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        file.writeBytes(
                ByteBuffer.allocate(12 + data.length)
                        .putInt(data.length)
                        .put(name)
                        .put(data)
                        .putInt((int) crc.getValue())
                        .array());
    }
}
