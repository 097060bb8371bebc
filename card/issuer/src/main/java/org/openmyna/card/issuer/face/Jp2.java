package org.openmyna.card.issuer.face;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** JPEG 2000 part 1 in its file format JP2, grey, lossy (9-7 filter, five levels). */
final class Jp2 {
    private static final int BOXES = 90;

    private Jp2() {}

    /** The best picture that has at most so many bytes; the coder keeps its rate only nearly. */
    static byte[] encode(byte[] grey, int width, int height, int mostBytes) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, width, height, grey);
        for (int goal = mostBytes - BOXES; goal > mostBytes / 2; goal -= mostBytes / 100) {
            byte[] file = encodeAt(image, goal * 8.0 / (width * height));
            if (file.length <= mostBytes) {
                return file;
            }
        }
        throw new IllegalStateException("the coder passes any rate");
    }

    private static byte[] encodeAt(BufferedImage image, double bitsPerPixel) {
        var file = new ByteArrayOutputStream();
        ImageWriter writer = writer();
        try (var out = new MemoryCacheImageOutputStream(file)) {
            var settings = new J2KImageWriteParam();
            settings.setLossless(false);
            settings.setFilter(J2KImageWriteParam.FILTER_97);
            settings.setNumDecompositionLevels(5);
            settings.setEncodingRate(bitsPerPixel);
            settings.setWriteCodeStreamOnly(false);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    /**
     * @throws NotACardPhoto if the code stream is broken (MYNA-ISS-044)
     */
    static BufferedImage decode(byte[] file) {
        ImageReader reader = reader();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            return grey(reader.read(0).getRaster());
        } catch (IOException | RuntimeException broken) {
            // The decoder answers a broken code stream with whatever it stumbles over.
            throw new NotACardPhoto("JPEG 2000");
        } finally {
            reader.dispose();
        }
    }

    /** The samples as they are, in the one kind of grey picture that no program brightens. */
    private static BufferedImage grey(Raster samples) {
        int width = samples.getWidth();
        int height = samples.getHeight();
        var grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster()
                .setSamples(
                        0,
                        0,
                        width,
                        height,
                        0,
                        samples.getSamples(0, 0, width, height, 0, (int[]) null));
        return grey;
    }

    private static ImageWriter writer() {
        try {
            return new J2KImageWriterSpi().createWriterInstance(null);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static ImageReader reader() {
        try {
            return new J2KImageReaderSpi().createReaderInstance(null);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
