package org.openmyna.card.issuer.face;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads a picture from a stranger: what it claims to be is checked before it is decoded. */
final class PictureFile {
    private static final int MOST_BYTES = 10_000_000;
    private static final int MOST_PIXELS = 24_000_000;
    private static final int MOST_SIDE = 20_000;

    private PictureFile() {}

    static GreyPicture read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new PictureTooLarge(file.length + " bytes", MOST_BYTES + " bytes");
        }
        ImageReader reader = readerFor(file);
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            checkSize(reader.getWidth(0), reader.getHeight(0));
            ImageReadParam settings = reader.getDefaultReadParam();
            int step = step(reader.getWidth(0), reader.getHeight(0));
            settings.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, settings);
            return GreyPicture.of(image).turned(JpegOrientation.of(file));
        } catch (IOException | RuntimeException broken) {
            // The decoders answer broken files with any runtime exception; our own refusals pass.
            if (broken instanceof PictureTooLarge tooLarge) {
                throw tooLarge;
            }
            throw new NotAPicture(broken);
        } finally {
            reader.dispose();
        }
    }

    private static void checkSize(int width, int height) {
        if (width > MOST_SIDE || height > MOST_SIDE || (long) width * height > MOST_PIXELS) {
            throw new PictureTooLarge(width + " x " + height + " pixels", MOST_PIXELS + " pixels");
        }
    }

    /**
     * Of a large picture only each nth pixel is kept: four times the card's pixels each way are
     * plenty, and memory stays small.
     */
    private static int step(int width, int height) {
        return Math.max(1, Math.min(width, height) / (4 * FacePhoto.HEIGHT));
    }

    private static ImageReader readerFor(byte[] file) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format(file));
        if (!readers.hasNext()) {
            throw new NotAPicture(null);
        }
        return readers.next();
    }

    private static String format(byte[] file) {
        if (file.length > 8 && file[0] == (byte) 0x89 && file[1] == 'P' && file[2] == 'N') {
            return "png";
        }
        if (file.length > 8 && file[0] == (byte) 0xFF && file[1] == (byte) 0xD8) {
            return "jpeg";
        }
        throw new NotAPicture(null);
    }
}
