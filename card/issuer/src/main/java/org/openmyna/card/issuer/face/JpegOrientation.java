package org.openmyna.card.issuer.face;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, Exif 2.32 tag 0112: 1 upright, 2 to 8 turned or mirrored. Phones turn no
 * pixels and rely on this number.
 */
final class JpegOrientation {
    private static final int UPRIGHT = 1;
    private static final int APP1 = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int EXIF = 0x45786966;

    private JpegOrientation() {}

    /** The number in the file; upright if there is none that makes sense. */
    static int of(byte[] file) {
        try {
            return find(ByteBuffer.wrap(file));
        } catch (BufferUnderflowException | IllegalArgumentException broken) {
            return UPRIGHT;
        }
    }

    private static int find(ByteBuffer file) {
        if (file.getShort() != (short) 0xFFD8) {
            return UPRIGHT;
        }
        while (file.remaining() > 10) {
            int marker = file.getShort() & 0xFFFF;
            int end = file.position() + (file.getShort() & 0xFFFF);
            if (marker == APP1 && file.getInt() == EXIF) {
                return orientation(file.position(file.position() + 2).slice());
            }
            if (marker == START_OF_SCAN) {
                return UPRIGHT;
            }
            file.position(end);
        }
        return UPRIGHT;
    }

    private static int orientation(ByteBuffer tiff) {
        tiff.order(tiff.getShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.getShort();
        tiff.position(tiff.getInt());
        for (int entries = tiff.getShort() & 0xFFFF; entries > 0; entries--) {
            int tag = tiff.getShort() & 0xFFFF;
            tiff.position(tiff.position() + 6);
            int value = tiff.getShort() & 0xFFFF;
            if (tag == 0x0112) {
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
            tiff.position(tiff.position() + 2);
        }
        return UPRIGHT;
    }
}
