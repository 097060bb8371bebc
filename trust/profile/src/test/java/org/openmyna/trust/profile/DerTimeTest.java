package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates of RFC 5280 4.1.2.5, against the JDK's formatter. */
final class DerTimeTest {
    private final DerTime writer = new DerTime();

    private byte[] written(Instant moment) {
        byte[] room = new byte[DerTime.MOST];
        return Arrays.copyOf(room, writer.write(moment.getEpochSecond(), room, 0));
    }

    private static Instant read(byte[] der) {
        DerReader in = DerReader.over(der);
        Instant moment = in.time("date");
        in.mustEnd("date");
        return moment;
    }

    private static byte[] der(int tag, String digits) {
        byte[] text = digits.getBytes(StandardCharsets.US_ASCII);
        byte[] der = new byte[2 + text.length];
        der[0] = (byte) tag;
        der[1] = (byte) text.length;
        System.arraycopy(text, 0, der, 2, text.length);
        return der;
    }

    @ParameterizedTest
    @CsvSource({
        "1950-01-01T00:00:00Z, 23, 500101000000Z",
        "1969-12-31T23:59:59Z, 23, 691231235959Z",
        "2000-02-29T12:34:56Z, 23, 000229123456Z",
        "2049-12-31T23:59:59Z, 23, 491231235959Z",
        "2050-01-01T00:00:00Z, 24, 20500101000000Z",
        "9999-12-31T23:59:59Z, 24, 99991231235959Z"
    })
    void each_date_has_one_form(Instant moment, int tag, String digits) {
        assertThat(written(moment)).isEqualTo(der(tag, digits));
        assertThat(read(der(tag, digits))).isEqualTo(moment);
    }

    @Test
    void ten_thousand_seeded_dates_are_written_as_the_jdk_writes_them_and_read_back() {
        Random chance = new Random(5_280);
        var utc = DateTimeFormatter.ofPattern("uuMMddHHmmss'Z'", Locale.ROOT);
        var generalized = DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT);
        long first = Instant.parse("1950-01-01T00:00:00Z").getEpochSecond();
        long last = Instant.parse("2150-12-31T23:59:59Z").getEpochSecond();
        for (int n = 0; n < 10_000; n++) {
            Instant moment = Instant.ofEpochSecond(chance.nextLong(first, last));
            var date = moment.atOffset(ZoneOffset.UTC);
            byte[] expected =
                    date.getYear() < 2050
                            ? der(0x17, utc.format(date))
                            : der(0x18, generalized.format(date));
            assertThat(written(moment)).isEqualTo(expected);
            assertThat(read(expected)).isEqualTo(moment);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20490101000000Z", "20500001000000Z", "20500229000000Z", "20501301000000Z",
                "20500101240000Z", "20500101006000Z", "20500101000060Z", "2050010100000Z",
                "20500101000000z", "205001010000001", "2050010100000:Z", "20500101000000.5Z"
            })
    void other_forms_of_generalized_time_are_faults(String digits) {
        assertThatExceptionOfType(DerFault.class).isThrownBy(() -> read(der(0x18, digits)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1949-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void years_that_no_form_can_say_are_refused(Instant moment) {
        assertThatExceptionOfType(RevocationListNotWritable.class)
                .isThrownBy(() -> written(moment));
    }
}
