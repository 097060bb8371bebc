package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.DEROctetString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written by hand in a list: headers and entries, against known answers. */
final class ListFormTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                127,
                128,
                255,
                256,
                65_535,
                65_536,
                16_777_215,
                16_777_216,
                Integer.MAX_VALUE
            })
    void a_length_is_written_as_short_as_it_can_be(int length) throws IOException {
        byte[] header = ListForm.header(DerReader.OCTET_STRING, length);
        if (length <= 16_777_216) {
            byte[] expected = new DEROctetString(new byte[length]).getEncoded();
            assertThat(header).isEqualTo(Arrays.copyOf(expected, expected.length - length));
        } else {
            assertThat(header).isEqualTo(HexFormat.of().parseHex("04847FFFFFFF"));
        }
        assertThat(ListForm.header(DerReader.SEQUENCE, 0xFFFF_FFFFL))
                .isEqualTo(HexFormat.of().parseHex("3084FFFFFFFF"));
    }

    @Test
    void an_entry_is_what_rfc_5280_5_1_2_6_says_byte_for_byte() {
        assertThat(entry(42, "2026-11-01T00:00:00Z", RevocationReason.UNSPECIFIED))
                .isEqualTo("3012" + "02012A" + "170D3236313130313030303030305A");
        assertThat(entry(128, "2050-02-28T01:02:03Z", RevocationReason.CERTIFICATE_HOLD))
                .isEqualTo(
                        "3023"
                                + "02020080"
                                + "180F32303530303232383031303230335A"
                                + "300C300A0603551D1504030A0106");
    }

    private static String entry(long serial, String when, RevocationReason reason) {
        byte[] value = BigInteger.valueOf(serial).toByteArray();
        byte[] room = new byte[EntryWriter.MOST];
        long second = Instant.parse(when).getEpochSecond();
        int end = new EntryWriter().write(value, value.length, second, reason, room, 0);
        return HexFormat.of().withUpperCase().formatHex(room, 0, end);
    }
}
