package org.openmyna.card.issuer.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.kernel.Language;

class FacePhotoTest {
    @Test
    void a_drawn_portrait_becomes_a_small_grey_file_that_still_looks_like_it() {
        for (long seed = 0; seed < 10; seed++) {
            FacePhoto photo = FacePhoto.specimen(seed);
            BufferedImage decoded = photo.decoded();

            assertThat(photo.jp2()).hasSizeLessThanOrEqualTo(3_000).hasSizeGreaterThan(2_500);
            assertThat(decoded.getWidth()).isEqualTo(192);
            assertThat(decoded.getHeight()).isEqualTo(240);
            assertThat(decoded.getRaster().getNumBands()).isOne();
            byte[] original = GreyPicture.of(SpecimenPortrait.draw(seed)).portrait(192, 240);
            assertThat(decibels(original, samples(decoded))).isGreaterThan(28);
        }
    }

    @Test
    void the_decoder_of_another_maker_sees_the_same_picture(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/opj_decompress")), "no OpenJPEG here");
        FacePhoto photo = FacePhoto.specimen(3);
        Files.write(folder.resolve("photo.jp2"), photo.jp2());
        Process openJpeg =
                new ProcessBuilder(
                                "/usr/bin/opj_decompress",
                                "-i",
                                folder.resolve("photo.jp2").toString(),
                                "-o",
                                folder.resolve("photo.pgm").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();

        assertThat(openJpeg.waitFor()).isZero();
        byte[] pgm = Files.readAllBytes(folder.resolve("photo.pgm"));
        byte[] theirs = Arrays.copyOfRange(pgm, pgm.length - 192 * 240, pgm.length);
        assertThat(new String(pgm, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("P5");
        assertThat(decibels(theirs, samples(photo.decoded()))).isGreaterThan(45);
    }

    @Test
    void even_noise_is_brought_below_the_limit() {
        var chance = new SplittableRandom(1);
        var noise = new BufferedImage(400, 500, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 500; y++) {
            for (int x = 0; x < 400; x++) {
                noise.setRGB(x, y, chance.nextInt());
            }
        }
        assertThat(FacePhoto.ofImage(noise).jp2()).hasSizeLessThanOrEqualTo(3_000);
    }

    @Test
    void the_same_seed_gives_the_same_face_and_other_seeds_give_others() {
        var faces = new HashSet<FacePhoto>();
        for (long seed = 0; seed < 30; seed++) {
            faces.add(FacePhoto.specimen(seed));
        }
        assertThat(faces).hasSizeGreaterThan(28);
        assertThat(FacePhoto.specimen(7).jp2()).isEqualTo(FacePhoto.specimen(7).jp2());
    }

    @Test
    void png_and_jpeg_of_any_shape_are_cut_about_the_head() throws IOException {
        var wide = new BufferedImage(900, 500, BufferedImage.TYPE_INT_RGB);
        fill(wide, 250, 0, 400, 500, Color.LIGHT_GRAY);
        for (String format : new String[] {"png", "jpg"}) {
            BufferedImage photo = FacePhoto.ofPicture(file(wide, format)).decoded();
            assertThat(photo.getRaster().getSample(4, 120, 0)).isBetween(180, 205);
            assertThat(photo.getRaster().getSample(187, 120, 0)).isBetween(180, 205);
        }
    }

    @Test
    void stored_grey_and_transparency_come_out_as_they_look() throws IOException {
        var grey = new BufferedImage(192, 240, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 240; y++) {
            for (int x = 0; x < 192; x++) {
                grey.getRaster().setSample(x, y, 0, 100);
            }
        }
        var glass = new BufferedImage(192, 240, BufferedImage.TYPE_INT_ARGB);

        int sample =
                FacePhoto.ofPicture(file(grey, "png")).decoded().getRaster().getSample(9, 9, 0);
        int white =
                FacePhoto.ofPicture(file(glass, "png")).decoded().getRaster().getSample(9, 9, 0);
        assertThat(sample).isBetween(98, 102);
        assertThat(white).isBetween(253, 255);
    }

    @Test
    void a_picture_from_a_phone_held_sideways_stands_upright() throws IOException {
        var lying = new BufferedImage(500, 400, BufferedImage.TYPE_INT_RGB);
        fill(lying, 0, 0, 500, 400, Color.WHITE);
        fill(lying, 0, 0, 250, 400, Color.BLACK);

        BufferedImage upright =
                FacePhoto.ofPicture(withOrientation(file(lying, "jpg"), 6)).decoded();
        BufferedImage overHead =
                FacePhoto.ofPicture(withOrientation(file(lying, "jpg"), 8)).decoded();
        assertThat(upright.getRaster().getSample(96, 30, 0)).isLessThan(20);
        assertThat(upright.getRaster().getSample(96, 210, 0)).isGreaterThan(235);
        assertThat(overHead.getRaster().getSample(96, 30, 0)).isGreaterThan(235);
    }

    @Test
    void what_is_no_picture_is_refused_by_name() {
        byte[] cut = Arrays.copyOf(file(new BufferedImage(300, 400, 1), "png"), 60);
        for (byte[] bytes :
                new byte[][] {{}, {1, 2, 3}, "<svg/>".getBytes(StandardCharsets.UTF_8), cut}) {
            assertThatThrownBy(() -> FacePhoto.ofPicture(bytes))
                    .isInstanceOfSatisfying(
                            NotAPicture.class,
                            refused -> {
                                assertThat(refused.errorCode().code()).isEqualTo("MYNA-ISS-041");
                                assertThat(refused.text(Language.JAPANESE)).contains("PNG");
                            });
        }
    }

    @Test
    void damaged_files_are_refused_by_name_or_read() {
        byte[] png = file(SpecimenPortrait.draw(1), "png");
        byte[] jpeg = file(SpecimenPortrait.draw(1), "jpg");
        var chance = new SplittableRandom(5);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = (i % 2 == 0 ? png : jpeg).clone();
            for (int hits = 0; hits < 5; hits++) {
                damaged[8 + chance.nextInt(Math.min(600, damaged.length - 8))] =
                        (byte) chance.nextInt();
            }
            try {
                PictureFile.read(damaged);
            } catch (NotAPicture | PictureTooLarge | PictureTooSmall expected) {
                assertThat(expected.errorCode().code()).startsWith("MYNA-ISS-04");
            }
        }
    }

    @Test
    void bombs_are_refused_before_anything_is_decoded() throws IOException {
        byte[] bomb = pngThatClaims(19_000, 19_000);
        assertThatThrownBy(() -> FacePhoto.ofPicture(bomb))
                .isInstanceOf(PictureTooLarge.class)
                .hasMessageContaining("19000 x 19000");
        assertThatThrownBy(() -> FacePhoto.ofPicture(pngThatClaims(1_000_000, 20)))
                .isInstanceOf(PictureTooLarge.class);
        assertThatThrownBy(() -> FacePhoto.ofPicture(new byte[10_000_001]))
                .isInstanceOf(PictureTooLarge.class);
    }

    @Test
    void a_picture_with_too_few_pixels_is_refused_by_name() {
        assertThatThrownBy(() -> FacePhoto.ofImage(new BufferedImage(191, 400, 1)))
                .isInstanceOf(PictureTooSmall.class);
        assertThatThrownBy(() -> FacePhoto.ofImage(new BufferedImage(192, 239, 1)))
                .isInstanceOf(PictureTooSmall.class);
        assertThat(FacePhoto.ofImage(new BufferedImage(192, 240, 1)).jp2()).isNotEmpty();
    }

    @Test
    void a_photo_made_before_is_taken_back_and_nothing_else() {
        byte[] jp2 = FacePhoto.specimen(1).jp2();
        assertThat(FacePhoto.ofJp2(jp2)).isEqualTo(FacePhoto.specimen(1));
        byte[] small = Jp2.encode(new byte[100 * 100], 100, 100, 3_000);
        for (byte[] wrong :
                new byte[][] {{}, small, Arrays.copyOf(jp2, 60), Arrays.copyOf(jp2, 3_001)}) {
            assertThatThrownBy(() -> FacePhoto.ofJp2(wrong)).isInstanceOf(NotACardPhoto.class);
        }
        byte[] cut = Arrays.copyOf(jp2, 200);
        Arrays.fill(cut, 120, 200, (byte) 0x55);
        FacePhoto broken = FacePhoto.ofJp2(cut);
        try {
            assertThat(broken.decoded().getWidth()).isEqualTo(192);
        } catch (NotACardPhoto expected) {
            assertThat(expected.errorCode().code()).isEqualTo("MYNA-ISS-044");
        }
    }

    private static double decibels(byte[] one, byte[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            double difference = (one[i] & 0xFF) - (other[i] & 0xFF);
            sum += difference * difference;
        }
        return 10 * Math.log10(255.0 * 255 * one.length / Math.max(sum, 1e-9));
    }

    private static byte[] samples(BufferedImage grey) {
        var samples = new byte[grey.getWidth() * grey.getHeight()];
        for (int i = 0; i < samples.length; i++) {
            int x = i % grey.getWidth();
            samples[i] = (byte) grey.getRaster().getSample(x, i / grey.getWidth(), 0);
        }
        return samples;
    }

    private static void fill(
            BufferedImage image, int x, int y, int width, int height, Color colour) {
        var pen = image.createGraphics();
        pen.setColor(colour);
        pen.fillRect(x, y, width, height);
        pen.dispose();
    }

    private static byte[] file(BufferedImage image, String format) {
        var file = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(image, format, file)).isTrue();
            assertThat(ImageIO.read(new ByteArrayInputStream(file.toByteArray()))).isNotNull();
        } catch (IOException neverInMemory) {
            throw new AssertionError(neverInMemory);
        }
        return file.toByteArray();
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        var exif = ByteBuffer.allocate(36).putShort((short) 0xFFE1).putShort((short) 34);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).putShort((short) 0x4D4D);
        exif.putShort((short) 42).putInt(8).putShort((short) 1).putShort((short) 0x0112);
        exif.putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0);
        return ByteBuffer.allocate(jpeg.length + 36)
                .put(jpeg, 0, 2)
                .put(exif.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] pngThatClaims(int width, int height) {
        byte[] png = file(new BufferedImage(10, 10, BufferedImage.TYPE_BYTE_GRAY), "png");
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        var checksum = new CRC32();
        checksum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) checksum.getValue());
        return png;
    }
}
