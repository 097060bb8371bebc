package org.openmyna.card.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.Sex;

class CardFileTest {
    @Test
    void the_six_applications_have_the_published_names() {
        assertThat(
                        Arrays.stream(CardApplication.values())
                                .map(each -> HexFormat.of().formatHex(each.aid())))
                .containsExactly(
                        "a0000001510000",
                        "d392f000260100000001",
                        "d3921000310001010408",
                        "d3921000310001010402",
                        "d3921000310001010401",
                        "d3921000310001010100");
    }

    @ParameterizedTest
    @EnumSource(CardApplication.class)
    void every_file_is_found_by_its_application_and_identifier(CardApplication application) {
        List<CardFile> files = CardFile.of(application);
        for (CardFile file : files) {
            assertThat(file.application()).isEqualTo(application);
            assertThat(CardFile.of(application, file.id())).contains(file);
            assertThat(file.shortId()).isEqualTo(file.id() & 0x1F);
        }
        assertThat(files).extracting(CardFile::id).doesNotHaveDuplicates().isSorted();
        assertThat(CardFile.of(application, 0x7777)).isEmpty();
    }

    @Test
    void a_and_b_are_swapped_between_the_two_applications() {
        assertThat(PinReference.FORM_INPUT_A.file().id()).isEqualTo(0x0014);
        assertThat(PinReference.FORM_INPUT_B.file().id()).isEqualTo(0x0015);
        assertThat(PinReference.CARD_FACE_A.file().id()).isEqualTo(0x0013);
        assertThat(PinReference.CARD_FACE_B.file().id()).isEqualTo(0x0012);
    }

    @ParameterizedTest
    @EnumSource(PinReference.class)
    void every_reference_is_a_pin_file_with_a_limit(PinReference reference) {
        assertThat(reference.file().kind()).isEqualTo(CardFile.Kind.PIN);
        assertThat(reference.tryLimit())
                .isEqualTo(
                        switch (reference) {
                            case USER_AUTHENTICATION, FORM_INPUT, JUKI, COMMON -> 3;
                            case SIGNATURE -> 5;
                            case FORM_INPUT_A,
                                    FORM_INPUT_B,
                                    CARD_FACE_BIRTH_DATE,
                                    CARD_FACE_B,
                                    CARD_FACE_A ->
                                    10;
                        });
        assertThat(reference.shortest()).isLessThanOrEqualTo(reference.longest());
    }

    @Test
    void padding_is_ff_up_to_the_physical_length() {
        assertThat(FormInputFile.RESERVED.padded(new byte[] {1}))
                .hasSize(16)
                .startsWith(1, 0xFF)
                .endsWith(0xFF);
        assertThat(JpkiFile.SIGNATURE_CERTIFICATE.padded(new byte[] {1})).containsExactly(1);
        assertThat(FormInputFile.INTEGRITY.label()).isEqualTo("FORM_INPUT 0003");
    }

    @Test
    void the_sexes_of_certificate_and_card_are_translated() {
        assertThat(CardSex.of(Sex.UNKNOWN)).isEqualTo(CardSex.UNKNOWN);
        assertThat(CardSex.NOT_APPLICABLE.sex()).isEqualTo(Sex.UNKNOWN);
        for (Sex sex : Sex.values()) assertThat(CardSex.of(sex).sex()).isEqualTo(sex);
        assertThat(CardSex.values()).extracting(CardSex::digit).containsExactly('1', '2', '9', '0');
    }

    @Test
    void dates_of_the_registers_become_dates_of_the_card() {
        assertThat(CardDate.of(JapaneseDate.parse("昭和55年2月17日")))
                .isEqualTo(new CardDate(1980, 2, 17));
        assertThat(CardDate.of(JapaneseDate.parse("昭和55年2月日不詳")))
                .isEqualTo(new CardDate(1980, 2, 0));
        assertThat(CardDate.of(JapaneseDate.parse("昭和55年月日不詳")))
                .isEqualTo(new CardDate(1980, 0, 0));
        assertThat(CardDate.of(JapaneseDate.parse("不詳"))).isEqualTo(new CardDate(0, 0, 0));
    }

    @Test
    void a_terminated_card_is_told_by_its_status_word() {
        assertThat(StatusWord.TERMINATED.isTerminated()).isTrue();
        assertThat(StatusWord.DATA_NOT_FOUND.isTerminated()).isFalse();
        assertThat(StatusWord.NOT_VERIFIED.triesLeft()).isEmpty();
    }
}
