package org.openmyna.card.issuer.face;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The photo on a card: a grey JPEG 2000 file (JP2) of 192 x 240 pixels and at most 3,000 bytes.
 * Made once from a portrait; whoever personalises cards only copies the bytes.
 */
public final class FacePhoto {
    /** Pixels of the card's photo, our choice after the sample data of a public client library. */
    public static final int WIDTH = 192;

    /** Pixels of the card's photo. */
    public static final int HEIGHT = 240;

    /** What the card-face record has room for beside its other parts. */
    public static final int MOST_BYTES = 3_000;

    private static final byte[] JP2_SIGNATURE = {
        0, 0, 0, 12, 'j', 'P', ' ', ' ', 13, 10, (byte) 0x87, 10
    };

    /** Type of the box that says the size (ISO/IEC 15444-1 I.5.3.1). */
    private static final byte[] IMAGE_HEADER_BOX = {'i', 'h', 'd', 'r'};

    /** Markers SOC and SIZ, with which a code stream begins (ISO/IEC 15444-1 A.5.1). */
    private static final byte[] CODE_STREAM = {(byte) 0xFF, 0x4F, (byte) 0xFF, 0x51};

    private final byte[] jp2;

    private FacePhoto(byte[] jp2) {
        this.jp2 = jp2;
    }

    /**
     * Makes the photo from a PNG or JPEG file of any size and shape: turned upright as its camera
     * says, cut to 4 : 5 about its centre (from above less than from below), made grey, scaled.
     *
     * @param file at most 10 MB and 24 million pixels, looked at before anything is decoded
     * @throws NotAPicture if this is no PNG or JPEG file, or a broken one (MYNA-ISS-041)
     * @throws PictureTooSmall if less than 192 x 240 pixels remain after the cut (MYNA-ISS-042)
     * @throws PictureTooLarge if a limit is passed (MYNA-ISS-043)
     */
    public static FacePhoto ofPicture(byte[] file) {
        return of(PictureFile.read(file));
    }

    /**
     * Makes the photo from a decoded picture.
     *
     * @throws PictureTooSmall if less than 192 x 240 pixels remain after the cut (MYNA-ISS-042)
     */
    public static FacePhoto ofImage(BufferedImage picture) {
        return of(GreyPicture.of(picture));
    }

    /**
     * A drawn portrait for test residents, marked TEST 試験用 and surely no photograph. The same seed
     * gives the same face.
     */
    public static FacePhoto specimen(long seed) {
        return of(GreyPicture.of(SpecimenPortrait.draw(seed)));
    }

    /**
     * Takes a photo that was made before.
     *
     * @throws NotACardPhoto if it is no JP2 file, too long, or has another size (MYNA-ISS-044)
     */
    public static FacePhoto ofJp2(byte[] jp2) {
        if (jp2.length > MOST_BYTES) {
            throw new NotACardPhoto(jp2.length + " > " + MOST_BYTES + " bytes");
        }
        int header = indexOf(jp2, IMAGE_HEADER_BOX);
        int stream = indexOf(jp2, CODE_STREAM);
        if (!startsWith(jp2, JP2_SIGNATURE)
                || header < 0
                || stream < header
                || stream + 24 > jp2.length) {
            throw new NotACardPhoto("JP2");
        }
        var file = ByteBuffer.wrap(jp2);
        boolean boxFits =
                file.getInt(header + 4) == HEIGHT
                        && file.getInt(header + 8) == WIDTH
                        && file.getShort(header + 12) == 1;
        if (!boxFits || file.getInt(stream + 8) != WIDTH || file.getInt(stream + 12) != HEIGHT) {
            throw new NotACardPhoto("!= " + WIDTH + " x " + HEIGHT + " x 1");
        }
        return new FacePhoto(jp2.clone());
    }

    private static FacePhoto of(GreyPicture picture) {
        return new FacePhoto(
                Jp2.encode(picture.portrait(WIDTH, HEIGHT), WIDTH, HEIGHT, MOST_BYTES));
    }

    /** The file, as the card carries it. */
    public byte[] jp2() {
        return jp2.clone();
    }

    /** The photo as a reader of the card sees it: 192 x 240, 8 bits of grey. */
    public BufferedImage decoded() {
        return Jp2.decode(jp2);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FacePhoto photo && Arrays.equals(jp2, photo.jp2);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(jp2);
    }

    @Override
    public String toString() {
        return "FacePhoto[" + jp2.length + " bytes]";
    }

    private static boolean startsWith(byte[] file, byte[] signature) {
        return file.length >= signature.length
                && Arrays.equals(file, 0, signature.length, signature, 0, signature.length);
    }

    private static int indexOf(byte[] file, byte[] word) {
        for (int at = 0; at + word.length <= file.length; at++) {
            if (Arrays.equals(file, at, at + word.length, word, 0, word.length)) {
                return at;
            }
        }
        return -1;
    }
}
