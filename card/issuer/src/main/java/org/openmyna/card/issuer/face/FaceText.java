package org.openmyna.card.issuer.face;

import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.SecurityCode;

/**
 * Name, address, My Number and security code as the card-face application carries them: small
 * pictures, in which characters outside all character sets would still be right. The sizes of
 * number and code are those of real cards; those of name and address are our choice after the
 * sample data of a public client library.
 *
 * <p>A long text is narrowed first, to half of its width at most; a name in half-width letters then
 * goes into two small lines, an address into two lines before it is narrowed. Nothing is ever cut:
 * what does not fit legibly is refused.
 */
public final class FaceText {
    private static final int NUMBER_HEIGHT = 12;

    private static final List<TextSize> NAME =
            List.of(
                    TextSize.oneLine(12),
                    TextSize.oneLine(10),
                    TextSize.smallLines(12),
                    TextSize.smallLines(10),
                    TextSize.oneLine(8),
                    TextSize.smallLines(8),
                    TextSize.oneLine(7),
                    TextSize.oneLine(6));

    private static final List<TextSize> ADDRESS =
            List.of(
                    TextSize.oneLine(12),
                    TextSize.twoLines(12),
                    TextSize.twoLines(10),
                    TextSize.twoLines(8),
                    TextSize.twoLines(7),
                    TextSize.twoLines(6));

    private static final List<TextSize> DIGITS = List.of(TextSize.oneLine(12));

    private FaceText() {}

    /**
     * The name, 216 x 12 pixels: 18 full-width characters, narrowed up to 36; half-width letters up
     * to about 100 in two small lines.
     *
     * @throws TextDoesNotFit if it is longer (MYNA-ISS-045)
     */
    public static FaceTextImage name(PersonName name) {
        return draw(name.text(), 216, 12, NAME)
                .orElseThrow(() -> new TextDoesNotFit("氏名", "name", 216, 12, count(name.text())));
    }

    /**
     * The address, 288 x 24 pixels: 48 full-width characters in two lines, narrowed up to 96.
     *
     * @throws TextDoesNotFit if it is longer (MYNA-ISS-045)
     */
    public static FaceTextImage address(Address address) {
        return draw(address.text(), 288, 24, ADDRESS)
                .orElseThrow(
                        () -> new TextDoesNotFit("住所", "address", 288, 24, count(address.text())));
    }

    /** The twelve digits, 72 x 12 pixels. */
    public static FaceTextImage myNumber(MyNumber number) {
        return draw(number.digits(), 72, NUMBER_HEIGHT, DIGITS).orElseThrow();
    }

    /** The four digits under the photo, 24 x 12 pixels. */
    public static FaceTextImage securityCode(SecurityCode code) {
        return draw(code.digits(), 24, NUMBER_HEIGHT, DIGITS).orElseThrow();
    }

    private static Optional<FaceTextImage> draw(
            String text, int width, int height, List<TextSize> sizes) {
        List<FaceFonts.Glyph> glyphs = FaceFonts.bundled().glyphs(text);
        for (TextSize size : sizes) {
            Optional<List<List<FaceFonts.Glyph>>> lines = size.lines(glyphs, width);
            if (lines.isPresent()) {
                var bitmap = new Bitmap(width, height);
                size.draw(lines.get(), bitmap);
                return Optional.of(
                        new FaceTextImage(
                                bitmap.png(),
                                width,
                                height,
                                matching(glyphs, FaceFonts.Match.MISSING),
                                matching(glyphs, FaceFonts.Match.USUAL_SHAPE)));
            }
        }
        return Optional.empty();
    }

    private static List<String> matching(List<FaceFonts.Glyph> glyphs, FaceFonts.Match match) {
        return glyphs.stream()
                .filter(glyph -> glyph.match() == match)
                .map(FaceFonts.Glyph::text)
                .distinct()
                .toList();
    }

    private static int count(String text) {
        return FaceFonts.characters(text).size();
    }
}
