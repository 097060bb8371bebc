package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** PUT KEY, STORE DATA and GET DATA of the issuer security domain, without authentication. */
class IssuerDataTest {

    private static final String KEY = "000102030405060708090A0B0C0D0E0F";

    @ParameterizedTest
    @EnumSource
    void put_key_takes_three_keys_whose_check_values_are_right(Machine machine) {
        TestCard card = machine.blank();
        String right = Scp03Host.putKey();
        assertThat(card.send(right.replaceFirst("80D80081", "80D80181"))).isEqualTo("6A86");
        assertThat(card.send(right.replaceFirst("80D80081", "80D80001"))).isEqualTo("6A86");
        assertThat(card.send(right.replaceFirst("80D80081", "00D80081"))).isEqualTo("6D00");
        assertThat(card.send("80D8008100")).isEqualTo("6700");
        assertThat(card.send("80D8008142" + right.substring(10, 142))).isEqualTo("6700");
        assertThat(card.send(right.replaceFirst("43018810", "43028810"))).isEqualTo("6A80");
        assertThat(card.send(right.replaceFirst("43018810", "43018010"))).isEqualTo("6A80");
        assertThat(card.send(right.replaceFirst("43018810", "4301880F"))).isEqualTo("6A80");
        for (String checkValue : new String[] {"C35280", "013808", "840DE5"}) {
            assertThat(card.send(right.replaceFirst(checkValue, "C35281"))).isEqualTo("6A80");
        }
        assertThat(card.send("8050000008" + "0102030405060708" + "00"))
                .as("none of them was taken")
                .isEqualTo("6A88");
        assertThat(card.send(right)).isEqualTo("9000");
        byte[] other = TestCard.bytes(KEY.replace('0', 'E'));
        assertThat(card.send(Scp03Host.putKey(other, other, other))).isEqualTo("9000");
        assertThat(card.send(right)).isEqualTo("9000");
        assertThat(card.send(TestCard.SET_PERSONALISED)).isEqualTo("9000");
        assertThat(card.send(right)).isEqualTo("6982");
        Scp03Host.open(card, 0x33);
    }

    @ParameterizedTest
    @EnumSource
    void store_data_takes_one_object_whole(Machine machine) {
        TestCard card = machine.blank();
        Trace.replay(
                card,
                """
                80 E2 00 00 05 00 F0 02 31 33              → 9000
                00 CA 00 F0 00                             → 31 33 9000
                80 E2 80 00 04 00 F0 01 34                 → 9000
                00 CA 00 F0 00                             → 34 9000
                80 E2 00 01 04 00 F0 01 34                 → 6A86
                80 E2 01 00 04 00 F0 01 34                 → 6A86
                00 E2 00 00 04 00 F0 01 34                 → 6D00
                80 E2 00 00 00                             → 6700
                80 E2 00 00 03 00 F0 00                    → 6700
                80 E2 00 00 04 00 F0 00 34                 → 6A80
                80 E2 00 00 04 00 F0 02 34                 → 6A80
                80 E2 00 00 05 00 F0 01 34 35              → 6A80
                80 E2 00 00 05 00 F0 81 01 34              → 6A80
                80 E2 00 00 06 00 F0 82 00 01 34           → 6A80
                80 E2 00 00 05 00 F0 80 34 35              → 6A80
                80 E2 00 00 05 00 F0 83 34 35              → 6A80
                80 E2 00 00 05 00 F0 84 34 35              → 6A80
                80 E2 00 00 05 00 F0 81 FF 35              → 6A80
                80 E2 00 00 06 00 F0 82 FF FF 35           → 6A80
                80 E2 00 00 0C 00 F0 09 31 31 31 31 31 31 31 31 31 → 6A80
                80 E2 00 00 04 00 F1 01 34                 → 6A88
                00 CA 00 F1 00                             → 6A88
                00 CA 00 F0 00                             → 34 9000
                """);
        assertThat(card.send("80E2000084" + "0066" + "8180" + "66".repeat(128))).isEqualTo("9000");
        assertThat(card.send("00CA006600")).isEqualTo("66".repeat(128) + "9000");
        assertThat(card.send(IssuerCard.STORE_CERTIFICATE)).isEqualTo("9000");
        assertThat(card.send("00CA00F8000000")).isEqualTo(IssuerCard.CERTIFICATE + "9000");
        assertThat(card.send("80E20000000246" + "00F8" + "820241" + "77".repeat(577)))
                .as("more than there is room for")
                .isEqualTo("6A80");
        assertThat(card.send("80E200000003FA" + "00F8" + "8203F5" + "77".repeat(1013)))
                .isEqualTo("6700");
        assertThat(card.send("00CA00F8000000")).isEqualTo(IssuerCard.CERTIFICATE + "9000");
    }

    @ParameterizedTest
    @EnumSource
    void get_data_answers_the_whole_object_or_6700(Machine machine) {
        TestCard card = IssuerCard.inUse(machine);
        Trace.replay(
                card,
                """
                00 CA 00 45 00             → 54 45 53 54 30 30 31 9000
                80 CA 00 45 00             → 54 45 53 54 30 30 31 9000
                00 CA 00 45 07             → 54 45 53 54 30 30 31 9000
                00 CA 00 45 06             → 6700
                00 CA 00 45                → 6700
                00 CA 00 45 00 00 00       → 54 45 53 54 30 30 31 9000
                00 CA 00 45 01 00 00       → 6700
                00 CA 00 42 00             → 6A88
                00 CA 00 42                → 6A88
                00 CA 7F 21 00             → 6A88
                00 CA 00 F8 00             → 6700
                00 CA 00 F8 00 02 37       → 6700
                00 CA 00 F8 00 02 38       → … 9000
                00 CA 00 F8 00 00 00       → … 9000
                """);
    }

    @ParameterizedTest
    @EnumSource
    void all_nine_objects_can_be_stored_at_their_full_length(Machine machine) {
        TestCard card = machine.blank();
        String[] objects = {
            "0042 16",
            "0045 32",
            "0066 128",
            "00F0 8",
            "00F2 8",
            "00F7 16",
            "00F8 576",
            "7F21 576",
            "5F51 32"
        };
        for (String object : objects) {
            String tag = object.substring(0, 4);
            int length = Integer.parseInt(object.substring(5));
            String body =
                    tag
                            + (length < 128
                                    ? "%02X".formatted(length)
                                    : length < 256
                                            ? "81%02X".formatted(length)
                                            : "82%04X".formatted(length))
                            + tag.substring(2).repeat(length);
            assertThat(card.send("80E2000000%04X".formatted(body.length() / 2) + body))
                    .as(object)
                    .isEqualTo("9000");
        }
        for (String object : objects) {
            assertThat(card.send("00CA" + object.substring(0, 4) + "000000"))
                    .isEqualTo(
                            object.substring(2, 4).repeat(Integer.parseInt(object.substring(5)))
                                    + "9000");
        }
    }
}
