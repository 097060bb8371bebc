package org.openmyna.card.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every file: seeded specimens and seeded damage. */
class AllFilesTest {
    private static final int SPECIMENS = 200;

    static List<Codec<?>> everyFile() {
        return Codec.all();
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    <T> void what_is_written_reads_back(Codec<T> codec) {
        for (int seed = 0; seed < SPECIMENS; seed++) {
            T specimen = codec.specimen().apply(new Random(seed));
            byte[] file = codec.encode().apply(specimen);
            T read = codec.decode().apply(file);
            assertThat(read).isEqualTo(specimen).hasSameHashCodeAs(specimen);
            assertThat(codec.encode().apply(read)).isEqualTo(file);
        }
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    <T> void two_specimens_are_not_equal(Codec<T> codec) {
        T one = codec.specimen().apply(new Random(1));
        assertThat(one).isNotEqualTo(codec.specimen().apply(new Random(2))).isNotEqualTo("");
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    <T> void a_longer_physical_file_says_the_same(Codec<T> codec) {
        T specimen = codec.specimen().apply(new Random(3));
        byte[] file = codec.encode().apply(specimen);
        for (int filler : new int[] {1, 2, 100, 5000}) {
            byte[] longer = Arrays.copyOf(file, file.length + filler);
            Arrays.fill(longer, file.length, longer.length, (byte) 0xFF);
            assertThat(codec.decode().apply(longer)).isEqualTo(specimen);
        }
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    void every_prefix_is_refused(Codec<?> codec) {
        for (int seed = 0; seed < 3; seed++) {
            byte[] file = codec.file(new Random(seed));
            int content = codec.contentLength(file);
            for (int length = 0; length < content; length++) {
                byte[] prefix = Arrays.copyOf(file, length);
                assertThatThrownBy(() -> codec.decode().apply(prefix))
                        .isInstanceOf(CardFileMalformed.class);
            }
            assertThat(codec.again(Arrays.copyOf(file, content))).isEqualTo(file);
        }
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    void a_changed_byte_is_read_as_it_stands_or_refused(Codec<?> codec) {
        boolean formsVary =
                codec.name().endsWith("information") || codec.name().equals("recognition");
        byte[] file = codec.file(new Random(5));
        int content = codec.contentLength(file);
        for (int at = 0; at < content; at++) {
            for (int flip : new int[] {0x01, 0x03, 0x10, 0x80, 0xFF}) {
                byte[] changed = file.clone();
                changed[at] ^= (byte) flip;
                byte[] again = readOrRefused(codec, changed);
                if (again.length > 0 && !formsVary) {
                    assertThat(again)
                            .startsWith(Arrays.copyOf(changed, codec.contentLength(changed)));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    void an_erased_file_is_refused(Codec<?> codec) {
        for (int filler : new int[] {0x00, 0xFF}) {
            byte[] erased = new byte[1024];
            Arrays.fill(erased, (byte) filler);
            assertThatThrownBy(() -> codec.decode().apply(erased))
                    .isInstanceOf(CardFileMalformed.class)
                    .hasMessageContaining("MYNA-CRD-003");
        }
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    void any_bytes_are_a_file_or_a_named_refusal(Codec<?> codec) {
        var chance = new Random(7);
        byte[] file = codec.file(chance);
        for (int round = 0; round < 2000; round++) {
            byte[] noise = Arrays.copyOf(file, chance.nextInt(file.length + 20));
            int from = round % 2 == 0 ? 0 : chance.nextInt(8);
            for (int times = 1 + chance.nextInt(8); times > 0 && noise.length > from; times--) {
                noise[from + chance.nextInt(noise.length - from)] = (byte) chance.nextInt();
            }
            readOrRefused(codec, noise);
            readOrRefused(codec, Specimens.bytes(chance, chance.nextInt(40)));
        }
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    <T> void no_text_form_shows_what_the_file_holds(Codec<T> codec) {
        T specimen = codec.specimen().apply(new Random(9));
        assertThat(specimen.toString()).hasSizeLessThan(200).doesNotContain("[B@");
        if (specimen instanceof MyNumberFile(var number)) {
            assertThat(specimen.toString()).doesNotContain(number.digits());
        }
        if (specimen instanceof FourItemsFile items) {
            assertThat(specimen.toString()).doesNotContain(items.name().text());
        }
    }

    /** The file written again; empty if it was refused. Any other exception is a fault. */
    private static byte[] readOrRefused(Codec<?> codec, byte[] file) {
        try {
            return codec.again(file);
        } catch (CardFileMalformed refused) {
            assertThat(refused).hasMessageContaining("MYNA-CRD-003");
            return new byte[0];
        }
    }
}
