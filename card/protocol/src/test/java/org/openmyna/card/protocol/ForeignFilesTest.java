package org.openmyna.card.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards of other makers: what varies is read, and what contradicts itself is refused. */
class ForeignFilesTest {
    private static final String REST = "DF24083139383030323137" + "DF250131";
    private static final String END = "DF2303E99D92" + REST;
    private static final String ITEMS =
            "DF2203E8A9A6" + "DF2303E99D92" + "DF24083139383030323137" + "DF250131";
    private static final String TABLE = "DF2108" + "000E" + "0014" + "001A" + "0025";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FF2026 DF2108 000E 0014 001A 0025",
                "FF208126 DF2108 000F 0015 001B 0026",
                "FF20820026 DF2108 0010 0016 001C 0027",
                "FF20820027 DF218108 0011 0017 001D 0028"
            })
    void the_offsets_follow_the_form_of_the_lengths(String start) {
        byte[] file = hex(start + ITEMS);
        FourItemsFile items = FourItemsFile.decode(file);
        assertThat(items.name().text()).isEqualTo("試");
        assertThat(items.encode()).isEqualTo(file);
        assertThat(items.signedContent()).isEqualTo(hex(ITEMS));
    }

    @Test
    void a_long_form_under_a_signature_is_covered_as_it_stands() {
        byte[] file =
                hex(
                        "FF2082002E DF2108 0010 0018 0020 002D"
                                + "DF22820003E8A9A6"
                                + "DF23820003E99D92"
                                + "DF2482 0008 3139383030323137"
                                + "DF25820001 31");
        FourItemsFile items = FourItemsFile.decode(file);
        assertThat(items.encode()).isEqualTo(file);
        assertThat(items.forms().octets()).containsExactly(3, 1, 3, 3, 3, 3);
        assertThat(items.signedContent()).isEqualTo(Arrays.copyOfRange(file, 16, file.length));
    }

    @Test
    void a_face_record_in_long_form_keeps_its_signature() {
        var chance = new Random(1);
        var forms = new LengthForms(List.of(3, 1, 1, 1, 3, 3, 3, 3, 3, 1, 3));
        byte[] none = new byte[256];
        var unsigned =
                new FaceRecord(
                        new CardDate(1980, 0, 0),
                        CardSex.NOT_APPLICABLE,
                        Specimens.CARD_KEY,
                        Specimens.bytes(chance, 60),
                        Specimens.bytes(chance, 200),
                        Specimens.bytes(chance, 10),
                        none,
                        Specimens.day(chance),
                        new byte[0],
                        forms);
        FaceRecord face = unsigned.with(Specimens.SIGNER.sign(unsigned.signedDigestInfo()));
        FaceRecord read = FaceRecord.decode(face.encode());
        assertThat(read).isEqualTo(face);
        assertThat(read.forms()).isEqualTo(forms);
        assertThat(read.isSignedBy(Specimens.ISSUER_KEY)).isTrue();
    }

    @Test
    void unknown_parts_of_a_birth_date_are_zeros() {
        assertThat(items("19800000").birthDate()).isEqualTo(new CardDate(1980, 0, 0));
        assertThat(items("19800200").birthDate().exact()).isEmpty();
        assertThat(items("00000000").items()).isEmpty();
        for (String wrong : List.of("19800230", "19801301", "19800017", "00000217", "1980 217")) {
            assertThatThrownBy(() -> items(wrong)).isInstanceOf(CardFileMalformed.class);
        }
    }

    @Test
    void basic_information_varies_where_its_meaning_is_not_public() {
        String start =
                "FF40 82009F DF4104 FF000000 DF4210 35303030303334 0805 303031 30303030 DF43 820080";
        byte[] file = hex(start + "5A".repeat(32) + "FF".repeat(96));
        FormInputBasicInformation read = FormInputBasicInformation.decode(file);
        assertThat(read.keyId()).hasToString("5000034/001");
        assertThat(read.keyId().pad()).isEqualTo(0x30303030);
        assertThat(read.encode()).hasSize(256).startsWith(file);
        byte[] shortForms =
                hex(
                        "FF4020 DF4104 06030E01 DF4210 35303030303334 0805 303031 00000000 DF4303 010203");
        assertThat(FormInputBasicInformation.decode(shortForms).opaque()).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // lengths that lead beyond the end, or leave something over
                "FF2027" + TABLE + ITEMS + "=byte 0 leads beyond",
                "FF2025" + TABLE + ITEMS + "=byte 37 leads beyond",
                "FF2027" + TABLE + ITEMS + "FF" + "=1 bytes after",
                "FF202C" + TABLE + ITEMS + "DF2603E8A9A6" + "=6 bytes after",
                "FF2026" + TABLE + "DF2204E8A9A6" + END + "=not UTF-8",
                "FF2026" + TABLE + "DF227FE8A9A6" + END + "=byte 14 leads beyond",
                // indefinite and overlong
                "FF2080" + TABLE + ITEMS + "0000" + "=indefinite",
                "FF2083000026" + "DF2108 0011 0017 001D 0028" + ITEMS + "=over two bytes",
                "FF208400000026" + "DF2108 0012 0018 001E 0029" + ITEMS + "=over two bytes",
                "FF20FF" + TABLE + ITEMS + "=over two bytes",
                // the table leads elsewhere
                "FF2026" + "DF2108 000F 0014 001A 0025" + ITEMS + "=tells byte 15",
                "FF2026" + "DF2108 000E 0014 001A 0024" + ITEMS + "=tells byte 36",
                "FF2026" + "DF2108 0014 000E 001A 0025" + ITEMS + "=tells byte 20",
                "FF2026" + "DF2108 0000 0000 0000 0000" + ITEMS + "=tells byte 0",
                "FF2024" + "DF2106 000E 0014 001A" + ITEMS + "=DF21 has 6 bytes",
                // another order, one twice, one missing
                "FF2026" + TABLE + "DF2303E99D92" + "DF2203E8A9A6" + REST + "=no DF22",
                "FF202A" + TABLE + ITEMS + "DF250131" + "=4 bytes after",
                "FF2022"
                        + TABLE
                        + "DF2203E8A9A6DF2303E99D92DF24083139383030323137"
                        + "=ends before DF25",
                // values that are none
                "FF2026" + TABLE + "DF2203E8A9FF" + END + "=not UTF-8",
                "FF2026" + TABLE + "DF2203EDA080" + END + "=not UTF-8",
                "FF2026" + TABLE + "DF2203E38080" + END + "=MYNA-KRN-031",
                "FF2026"
                        + TABLE
                        + "DF2203E8A9A6DF2303E99D92DF24083139383030323137DF250133"
                        + "=the sex",
                "FF2023" + "DF2108 000E 0011 0017 0022" + "DF2200" + END + "=MYNA-KRN-031",
                // another file
                "FF3026" + TABLE + ITEMS + "=no FF20",
                "DF2026" + TABLE + ITEMS + "=no FF20"
            })
    void contradictions_are_refused(String row) {
        String[] cells = row.split("=", -1);
        assertThatThrownBy(() -> FourItemsFile.decode(hex(cells[0])))
                .isInstanceOf(CardFileMalformed.class)
                .hasMessageContaining("FORM_INPUT 0002")
                .hasMessageContaining(cells[1]);
    }

    @Test
    void a_fixed_file_has_one_form_of_its_lengths() {
        byte[] integrity = Specimens.integrity(new Random(1)).encode();
        String long31 =
                "FF3082014C"
                        + "DF318120"
                        + HexFormat.of().formatHex(integrity, 8, integrity.length);
        assertThatThrownBy(() -> IntegrityFile.decode(hex(long31)))
                .isInstanceOf(CardFileMalformed.class)
                .hasMessageContaining("longer than needed");
    }

    @Test
    void a_number_with_a_wrong_check_digit_is_refused_and_not_told() {
        assertThatThrownBy(() -> MyNumberFile.decode(hex("FF100C353337363836363737313839FFFF")))
                .isInstanceOf(CardFileMalformed.class)
                .hasMessageContaining("MYNA-KRN-002")
                .hasMessageNotContaining("53768667718");
        assertThatThrownBy(() -> MyNumberFile.decode(hex("FF100B3533373638363637373138FFFFFF")))
                .isInstanceOf(CardFileMalformed.class);
    }

    @Test
    void files_that_no_length_can_tell_are_not_made() {
        byte[] large = new byte[65_000];
        var chance = new Random(1);
        assertThatThrownBy(() -> new NumberImageFile(large, Specimens.key(chance), new byte[256]))
                .isInstanceOf(CardFileMalformed.class);
        assertThatThrownBy(() ->
                        new NumberImageFile(new byte[9], Specimens.key(chance), new byte[255]))
                .isInstanceOf(CardFileMalformed.class);
        assertThatThrownBy(() -> new LengthForms(List.of(4))).isInstanceOf(CardFileMalformed.class);
        assertThatThrownBy(() -> CardFaceFile.AGE_RECORD.padded(new byte[548]))
                .isInstanceOf(CardFileMalformed.class);
    }

    private static FourItemsFile items(String birthDate) {
        String digits = HexFormat.of().formatHex(Ascii.bytes(birthDate));
        return FourItemsFile.decode(
                hex("FF2026" + TABLE + "DF2203E8A9A6DF2303E99D92DF2408" + digits + "DF250131"));
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
