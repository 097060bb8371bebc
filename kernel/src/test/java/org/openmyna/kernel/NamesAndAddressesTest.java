package org.openmyna.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesAndAddressesTest {
    @Test
    void family_and_given_name_stand_on_either_side_of_the_full_width_blank() {
        var ichiro = PersonName.of("試験", "一郎");
        assertThat(ichiro.text()).isEqualTo("試験　一郎");
        assertThat(ichiro.family()).isEqualTo("試験");
        assertThat(ichiro.given()).isEqualTo("一郎");
        assertThat(new PersonName("アリス").given()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "試験 一郎, 試験　一郎",
        "' 試験 　一郎　', 試験　一郎",
        "SHIKEN ALICE  MARY, SHIKEN ALICE MARY",
    })
    void a_typed_name_gets_the_blank_that_its_script_uses(String typed, String name) {
        assertThat(PersonName.parse(typed)).isEqualTo(new PersonName(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "　",
                " 試験　一郎",
                "試験　　一郎",
                "試験　一郎\n",
                "試験\u202E一郎",
                "\uDB40\uDD00試験",
                "試験\uD842",
                "試験\u200B一郎"
            })
    void a_text_that_is_no_name_is_refused(String text) {
        assertThatThrownBy(() -> new PersonName(text))
                .isInstanceOf(TextMalformed.class)
                .hasMessageStartingWith("MYNA-KRN-031");
    }

    @ParameterizedTest
    @CsvSource({
        "試験　一郎, 試験　一郎, 00000",
        "髙橋　一郎, 高橋　一郎, 10000",
        "山﨑　一郎, 山崎　一郎, 01000",
        "𠮷田　一郎, 吉田　一郎, 10000",
        "渡邉　一郎, 渡邉　一郎, 00000",
        "德川　一郎, 徳川　一郎, 10000",
        "𩸽　一郎, ●　一郎, 1000",
        "\uE000田　一郎, ●田　一郎, 10000",
        "SHIKEN ALICE, SHIKEN ALICE, 000000000000",
        "ﾅ　一郎, ナ　一郎, 1000",
        "①　一郎, 1　一郎, 1000",
        "㈱　一郎, ●　一郎, 1000",
        "¥　一郎, ●　一郎, 1000",
    })
    void what_the_certificate_cannot_carry_is_replaced_and_flagged(
            String registered, String text, String flags) {
        assertThat(new PersonName(registered).forCertificate())
                .isEqualTo(new SubstitutedText(text, flags));
    }

    @Test
    void a_variant_is_kept_whole_in_the_name_and_replaced_by_its_base_in_the_certificate() {
        var name = new PersonName("葛\uDB40\uDD00城　藤\uDB40\uDD03朗\uDB40\uDD05");
        assertThat(name.text()).hasSize(11);
        assertThat(name.family()).isEqualTo("葛\uDB40\uDD00城");
        assertThat(name.forCertificate()).isEqualTo(new SubstitutedText("葛城　藤朗", "10011"));
    }

    @Test
    void a_variant_of_a_character_outside_the_set_follows_the_table() {
        assertThat(new PersonName("䶒\uDB40\uDD00　𠮷\uDB40\uDD01").forCertificate())
                .isEqualTo(new SubstitutedText("●　吉", "101"));
    }

    @Test
    void a_compatibility_ideograph_is_another_glyph_and_a_composed_letter_is_not() {
        assertThat(new PersonName("\uFA10本").forCertificate())
                .isEqualTo(new SubstitutedText("塚本", "10"));
        assertThat(new PersonName("か\u3099く").forCertificate())
                .isEqualTo(new SubstitutedText("がく", "00"));
        assertThat(new PersonName("E\u0301MILE").forCertificate())
                .isEqualTo(new SubstitutedText("ÉMILE", "00000"));
    }

    @Test
    void an_address_keeps_its_full_width_digits_and_either_full_width_hyphen() {
        var address = new Address("東京都清瀬市観布子南１２－７−２０２");
        assertThat(address.forCertificate())
                .isEqualTo(new SubstitutedText(address.text(), "0".repeat(18)));
    }

    @Test
    void an_address_has_at_most_200_characters_however_many_code_points_they_take() {
        assertThat(new Address("葛\uDB40\uDD00".repeat(200)).forCertificate().flags())
                .isEqualTo("1".repeat(200));
        assertThatThrownBy(() -> new Address("葛\uDB40\uDD00".repeat(201)))
                .isInstanceOf(TextMalformed.class)
                .hasMessageStartingWith("MYNA-KRN-032")
                .hasMessageContaining("201");
    }

    @Test
    void every_line_of_the_table_replaces_what_is_missing_by_what_is_not() {
        assertThat(SubstituteGlyphs.STANDARD)
                .hasSizeGreaterThan(60)
                .allSatisfy((variant, standard) -> {
                    assertThat(SubstituteGlyphs.isCarried(Character.toString(variant)))
                            .as(Character.toString(variant))
                            .isFalse();
                    assertThat(SubstituteGlyphs.isCarried(standard)).as(standard).isTrue();
                });
    }

    /** JIS X 0208 has rows 16-47 (level 1) and 48-84 (level 2): all of it must pass. */
    @Test
    void all_kanji_of_level_1_and_2_are_carried() throws Exception {
        int kanji = 0;
        for (int row = 16; row <= 84; row++) {
            for (int cell = 1; cell <= 94; cell++) {
                byte[] eucJp = {(byte) (0xA0 + row), (byte) (0xA0 + cell)};
                String character = new String(eucJp, Charset.forName("EUC-JP"));
                if (!character.contains("\uFFFD")) {
                    assertThat(new PersonName(character).forCertificate())
                            .isEqualTo(new SubstitutedText(character, "0"));
                    kanji++;
                }
            }
        }
        assertThat(kanji).isEqualTo(2965 + 3390);
    }

    @Test
    void any_name_that_is_accepted_fits_a_certificate_with_one_flag_for_each_character() {
        var chance = new Random(7);
        for (int n = 0; n < 3_000; n++) {
            var text = new StringBuilder();
            for (int left = 1 + chance.nextInt(12); left > 0; left--) {
                text.appendCodePoint(
                        switch (chance.nextInt(6)) {
                            case 0 -> 0xE0100 + chance.nextInt(4);
                            case 1 -> 0x20000 + chance.nextInt(0xA000);
                            case 2 -> 0x3041 + chance.nextInt(0xB0);
                            case 3 -> chance.nextInt(0x10000);
                            default -> 0x4E00 + chance.nextInt(0x5000);
                        });
            }
            try {
                SubstitutedText carried = new PersonName(text.toString()).forCertificate();
                assertThat(carried.text()).hasSameSizeAs(carried.flags());
                assertThat(carried.text().chars())
                        .allMatch(c -> SubstituteGlyphs.isCarried(Character.toString(c)));
            } catch (TextMalformed named) {
                assertThat(named.errorCode()).isEqualTo(KernelError.PERSON_NAME_MALFORMED);
            }
        }
    }

    @Test
    void flags_that_do_not_fit_their_text_are_refused() {
        assertThatThrownBy(() -> new SubstitutedText("試験", "0")).isInstanceOf(TextMalformed.class);
        assertThatThrownBy(() -> new SubstitutedText("試験", "02")).isInstanceOf(TextMalformed.class);
        assertThat(new SubstitutedText("試験", "01").anySubstitute()).isTrue();
        assertThat(new SubstitutedText("試験", "00").anySubstitute()).isFalse();
    }

    @Test
    void sexes_have_the_codes_of_the_certificate() {
        for (Sex sex : Sex.values()) {
            assertThat(Sex.ofCode(sex.code())).isEqualTo(sex);
        }
        assertThat(Sex.MALE.code() + Sex.FEMALE.code() + Sex.UNKNOWN.code()).isEqualTo("123");
        assertThatThrownBy(() -> Sex.ofCode("9")).isInstanceOf(SexCodeUnknown.class);
    }
}
