package org.openmyna.card.issuer.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.Language;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.SecurityCode;
import org.openmyna.kernel.TextMalformed;

class FaceTextTest {
    @Test
    void the_four_pictures_have_the_sizes_of_the_card_and_few_bytes() throws IOException {
        var name = FaceText.name(new PersonName("試験　一郎"));
        var address = FaceText.address(new Address("兵庫県姫路市安田四丁目９９９９番地"));
        var number = FaceText.myNumber(new MyNumber("994471615639"));
        var code = FaceText.securityCode(new SecurityCode("1754"));

        assertIsPicture(name, 216, 12, 400);
        assertIsPicture(address, 288, 24, 900);
        assertIsPicture(number, 72, 12, 200);
        assertIsPicture(code, 24, 12, 150);
        assertThat(name.exact()).isTrue();
        assertThat(address.exact()).isTrue();
    }

    @Test
    void each_digit_looks_different_and_the_picture_of_1754_is_known() throws IOException {
        var looks = new HashSet<String>();
        for (char digit = '0'; digit <= '9'; digit++) {
            String four = String.valueOf(digit).repeat(4);
            String picture = drawn(FaceText.securityCode(new SecurityCode(four)));
            looks.add(picture);
        }
        assertThat(looks).hasSize(10);
        assertThat(drawn(FaceText.securityCode(new SecurityCode("1754"))))
                .isEqualTo(
                        """
                        ........................
                        ..#....####..####...##..
                        .##....#..#..#......##..
                        ..#....#..#..#......##..
                        ..#.......#..#.....#.#..
                        ..#......#...###...#.#..
                        ..#......#...#..#.#..#..
                        ..#......#......#.#..#..
                        ..#......#......#.#####.
                        ..#......#......#....#..
                        ..#......#...###.....#..
                        ........................
                        """);
    }

    @Test
    void the_same_text_gives_the_same_bytes() {
        var name = new PersonName("架空　花子");
        assertThat(FaceText.name(name)).isEqualTo(FaceText.name(name));
        assertThat(FaceText.name(name)).isNotEqualTo(FaceText.name(new PersonName("架空　花代")));
    }

    @Test
    void rare_kanji_and_variants_are_drawn_as_registered() {
        var rare = FaceText.name(new PersonName("𠮷田　髙﨑"));
        var jisX0212 = FaceText.name(new PersonName("丂　侊"));
        var variant = FaceText.name(new PersonName("辻\uDB40\uDD01　葛\uDB40\uDD00"));
        var plain = FaceText.name(new PersonName("辻　葛"));

        assertThat(rare.exact()).isTrue();
        assertThat(jisX0212.exact()).isTrue();
        assertThat(variant.exact()).isTrue();
        assertThat(variant.png()).isNotEqualTo(plain.png());
    }

    @Test
    void what_no_font_has_is_drawn_as_geta_and_said() {
        var unknown = FaceText.name(new PersonName("試験　\uD869\uDEA5"));
        var unknownVariant = FaceText.name(new PersonName("試験　一\uDB40\uDDEF"));
        var marked = FaceText.name(new PersonName("SHIKE\u0323N"));

        assertThat(unknown.missing()).containsExactly("\uD869\uDEA5");
        assertThat(unknown.png()).isEqualTo(FaceText.name(new PersonName("試験　〓")).png());
        assertThat(unknownVariant.usualShape()).containsExactly("一\uDB40\uDDEF");
        assertThat(unknownVariant.missing()).isEmpty();
        assertThat(marked.missing()).isEmpty();
    }

    @Test
    void marks_apart_from_their_letter_give_the_same_picture_as_the_letter_with_its_mark() {
        assertThat(FaceText.name(new PersonName("か\u3099")).png())
                .isEqualTo(FaceText.name(new PersonName("が")).png());
    }

    @Test
    void long_names_are_narrowed_and_set_in_two_lines_but_never_cut() {
        assertThat(FaceText.name(new PersonName("試".repeat(36))).exact()).isTrue();
        assertThat(FaceText.name(new PersonName("TEST ".repeat(19) + "TEST")).exact()).isTrue();
        assertThatThrownBy(() -> FaceText.name(new PersonName("試".repeat(37))))
                .isInstanceOfSatisfying(
                        TextDoesNotFit.class,
                        refused -> {
                            assertThat(refused.errorCode().code()).isEqualTo("MYNA-ISS-045");
                            assertThat(refused.text(Language.JAPANESE)).contains("37文字");
                            assertThat(refused.text(Language.ENGLISH)).contains("name");
                        });
    }

    @Test
    void the_last_character_of_every_length_is_in_the_picture() {
        for (int length = 1; length <= 35; length++) {
            var one = FaceText.name(new PersonName("一".repeat(length) + "川"));
            var other = FaceText.name(new PersonName("一".repeat(length) + "目"));
            assertThat(one).as("%d", length).isNotEqualTo(other);
        }
        for (int length = 1; length <= 95; length++) {
            var one = FaceText.address(new Address("一".repeat(length) + "川"));
            var other = FaceText.address(new Address("一".repeat(length) + "目"));
            assertThat(one).as("%d", length).isNotEqualTo(other);
        }
    }

    @Test
    void an_address_breaks_at_its_blank() {
        var broken = FaceText.address(new Address("東京都千代田区霞が関九丁目９９９９番地９９　試験住宅０００号室"));
        var first = FaceText.address(new Address("東京都千代田区霞が関九丁目９９９９番地９９　試験住宅０００号館"));
        assertThat(rows(broken, 0, 12)).isEqualTo(rows(first, 0, 12));
        assertThat(rows(broken, 12, 24)).isNotEqualTo(rows(first, 12, 24));
    }

    @Test
    void every_legal_name_and_address_is_drawn_or_refused_by_name() {
        var chance = new SplittableRandom(20261101);
        int drawn = 0;
        int runs = 1_000 * Integer.getInteger("openmyna.test.length", 1);
        for (int i = 0; i < runs; i++) {
            String text = text(chance, 1 + chance.nextInt(60));
            try {
                var name = FaceText.name(new PersonName(text));
                var address = FaceText.address(new Address(text));
                assertThat(name.png().length).isLessThan(600);
                assertThat(address.png().length).isLessThan(1_200);
                drawn++;
            } catch (TextDoesNotFit refused) {
                assertThat(FaceFonts.characters(text).size()).isGreaterThan(27);
            } catch (TextMalformed notLegal) {
                assertThat(text).isNotEmpty();
            }
        }
        assertThat(drawn).isGreaterThan(runs / 4);
    }

    /** Any characters that Unicode has, among them those that names have. */
    private static String text(SplittableRandom chance, int length) {
        int[] starts = {0x41, 0x61, 0xC0, 0x3041, 0x30A1, 0x4E00, 0x4E00, 0x4E00, 0x20000, 0xF900};
        int[] counts = {26, 26, 0x180, 83, 90, 0x51A5, 0x51A5, 0x51A5, 0xA6D6, 0x16A};
        var text = new StringBuilder();
        while (text.codePointCount(0, text.length()) < length) {
            int kind = chance.nextInt(starts.length + 3);
            if (kind < starts.length) {
                text.appendCodePoint(starts[kind] + chance.nextInt(counts[kind]));
            } else if (kind == starts.length && !text.isEmpty()) {
                text.appendCodePoint(0xE0100 + chance.nextInt(16));
            } else if (kind == starts.length + 1 && !text.isEmpty()) {
                text.appendCodePoint(0x300 + chance.nextInt(0x60));
            } else {
                int any = chance.nextInt(0x30000);
                text.appendCodePoint(any >= 0xD800 && any <= 0xDFFF ? 'x' : any);
            }
        }
        return text.toString();
    }

    private static void assertIsPicture(FaceTextImage image, int width, int height, int mostBytes)
            throws IOException {
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(image.png()));
        assertThat(read.getWidth()).isEqualTo(width).isEqualTo(image.width());
        assertThat(read.getHeight()).isEqualTo(height).isEqualTo(image.height());
        assertThat(read.getColorModel().getPixelSize()).isOne();
        assertThat(image.png()[24]).as("bit depth").isEqualTo((byte) 1);
        assertThat(image.png()[25]).as("grey").isEqualTo((byte) 0);
        assertThat(image.png()).hasSizeLessThanOrEqualTo(mostBytes);
    }

    private static String drawn(FaceTextImage image) {
        return rows(image, 0, image.height());
    }

    private static String rows(FaceTextImage image, int from, int to) {
        try {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(image.png()));
            var rows = new StringBuilder();
            for (int y = from; y < to; y++) {
                for (int x = 0; x < image.width(); x++) {
                    rows.append(read.getRaster().getSample(x, y, 0) == 0 ? '#' : '.');
                }
                rows.append('\n');
            }
            return rows.toString();
        } catch (IOException neverInMemory) {
            throw new AssertionError(neverInMemory);
        }
    }
}
