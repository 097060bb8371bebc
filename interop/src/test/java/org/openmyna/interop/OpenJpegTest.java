package org.openmyna.interop;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.interop.OutsideProgram.OPJ_DECOMPRESS;
import static org.openmyna.interop.OutsideProgram.OPJ_DUMP;

import java.awt.image.Raster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.card.chip.ReaderSlot;
import org.openmyna.card.reader.LastTry;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.card.reader.PinCheck;
import org.openmyna.kernel.Pin;

/** OpenJPEG, a JPEG 2000 decoder of another maker, opens the photo that our reader got. */
class OpenJpegTest {
    /** What two decoders of the lossy wavelet may round differently. */
    private static final int ROUNDING = 2;

    @RegisterExtension static final CardInReader READER = new CardInReader();

    @TempDir Path directory;
    private Path photo;

    @BeforeEach
    void the_photo_is_read_with_the_pin() throws Exception {
        try (var card = MyNumberCard.in(ReaderSlot.FIRST.readerName());
                Pin pin = Pin.fourDigits(Country.PIN.toCharArray())) {
            assertThat(card.openFace(pin, LastTry.KEEP)).isInstanceOf(PinCheck.Accepted.class);
            photo = Files.write(directory.resolve("photo.jp2"), card.face().photo());
        }
    }

    @Test
    void it_is_192_by_240_pixels_of_one_component_of_8_bits() {
        OPJ_DUMP.run("-i", photo)
                .succeeds()
                .says("x1=192, y1=240", "numcomps=1", "prec=8", "sgnd=0")
                .doesNotSay("numcomps=3");
    }

    @Test
    void it_shows_the_same_face_as_our_own_decoder() throws Exception {
        Path pgm = directory.resolve("photo.pgm");
        OPJ_DECOMPRESS.run("-i", photo, "-o", pgm).succeeds();
        byte[] file = Files.readAllBytes(pgm);
        int header = file.length - 192 * 240;
        assertThat(new String(file, 0, header, US_ASCII)).matches("P5\n(#.*\n)?192 240\n255\n");

        Raster ours = READER.specimen().issued().holder().photo().decoded().getRaster();
        int[] differences = new int[192 * 240];
        for (int at = 0; at < differences.length; at++) {
            int theirs = file[header + at] & 0xFF;
            differences[at] = Math.abs(theirs - ours.getSample(at % 192, at / 192, 0));
        }
        assertThat(Arrays.stream(differences).max().orElseThrow()).isLessThanOrEqualTo(ROUNDING);
        assertThat(
                        Arrays.stream(ours.getSamples(0, 0, 192, 240, 0, new int[192 * 240]))
                                .distinct()
                                .boxed())
                .as("a picture, not a grey area")
                .hasSizeGreaterThan(50);
    }
}
