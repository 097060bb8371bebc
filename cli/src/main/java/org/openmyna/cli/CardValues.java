package org.openmyna.cli;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.openmyna.card.protocol.CardDate;
import org.openmyna.card.protocol.CardSex;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.MynaException;

/** How values of the card are shown to people. */
final class CardValues {
    /** Signature, IHDR, width and height of a PNG file. */
    private static final int PNG_SIZE_AT = 16;

    /** Of the picture's height in a JP2 image header box, counted from the box's name. */
    private static final int JP2_SIZE_AT = 4;

    private CardValues() {}

    /** 1985-03-07 (昭和60年3月7日); what is not known is 00. */
    static String date(CardDate date) {
        return isoDate(date) + era(date).map(words -> " (" + words + ")").orElse("");
    }

    static String isoDate(CardDate date) {
        return "%04d-%02d-%02d".formatted(date.year(), date.month(), date.day());
    }

    private static Optional<String> era(CardDate date) {
        try {
            return date.exact().map(day -> JapaneseDate.of(day).japanese());
        } catch (MynaException beforeTheEras) {
            return Optional.empty();
        }
    }

    static String sex(Voice voice, CardSex sex) {
        return voice.words("sex." + sex.name());
    }

    /** In three groups of four, as the card prints it. */
    static String grouped(MyNumber number) {
        String digits = number.digits();
        return digits.substring(0, 4) + " " + digits.substring(4, 8) + " " + digits.substring(8);
    }

    /** Kind, size in pixels where the header tells it, and length. */
    static String image(Voice voice, byte[] image) {
        String length = voice.words("read.bytes", image.length);
        return pixels(image).map(pixels -> pixels + ", " + length).orElse(length);
    }

    private static Optional<String> pixels(byte[] image) {
        if (image.length >= PNG_SIZE_AT + 8 && image[1] == 'P' && image[2] == 'N') {
            var header = ByteBuffer.wrap(image, PNG_SIZE_AT, 8);
            return Optional.of("PNG %d × %d".formatted(header.getInt(), header.getInt()));
        }
        int box = new String(image, StandardCharsets.ISO_8859_1).indexOf("ihdr");
        if (box < 0 || box + JP2_SIZE_AT + 8 > image.length) return Optional.empty();
        var header = ByteBuffer.wrap(image, box + JP2_SIZE_AT, 8);
        int height = header.getInt();
        return Optional.of("JPEG 2000 %d × %d".formatted(header.getInt(), height));
    }
}
