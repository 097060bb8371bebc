package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmyna.kernel.MunicipalityCode;

final class ValuesTest {
    private static final URI CPS = URI.create("http://authority.localhost:8080/cps");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.jpki.go.jp/cps.html",
                "http://ocspauthnorm.jpki.go.jp",
                "http://www.j-lis.go.jp/",
                "https://example.com/",
                "http://authority.localhost.jpki.go.jp/",
                "http://mylocalhost/",
                "http://127.0.0.1/",
                "http://[::1]/",
                "http://JPKI.GO.JP./",
                "http://localhost.:8080/",
            })
    void an_address_of_a_real_host_is_refused_in_the_test_hierarchy(String address) {
        var asOcsp = new CertificateAddresses(CPS, URI.create(address));
        var asCps = new CertificateAddresses(URI.create(address), CPS);
        assertThatExceptionOfType(RealHostRefused.class)
                .isThrownBy(() -> new JpkiProfile(Hierarchy.TEST, asOcsp));
        assertThatExceptionOfType(RealHostRefused.class)
                .isThrownBy(() -> new JpkiProfile(Hierarchy.TEST, asCps));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ocsp.authority.localhost:8080/",
                "http://LOCALHOST/",
                "https://ocsp.authority.test/a?b=c",
                "http://jpki.example",
            })
    void an_address_that_can_be_nobodys_is_welcome(String address) {
        new CertificateAddresses(CPS, URI.create(address)).mustSuit(Hierarchy.TEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ldap://ca.localhost/",
                "/cps",
                "http:///cps",
                "http://user:secret@ca.localhost/",
                "http://ca.localhost/規程",
                "mailto:ca@localhost",
            })
    void an_address_that_is_not_plain_web_is_refused(String address) {
        assertThatExceptionOfType(SubjectNameMalformed.class)
                .isThrownBy(() -> new CertificateAddresses(CPS, URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "himeji-shi",
                "Himeji shi",
                "姫路市",
                "Himeji-shi CRLDP",
                "Himeji--shi",
                "Himeji-shi-",
                "Himeji/shi",
                "Ōsaka-shi",
                "Himeji-shi\n"
            })
    void only_romaji_names_an_office(String municipality) {
        var code = MunicipalityCode.withCheckDigit("28201");
        assertThatExceptionOfType(SubjectNameMalformed.class)
                .isThrownBy(() -> new IssuingOffice(code, "Hyogo-ken", municipality, "0001"));
        assertThatExceptionOfType(SubjectNameMalformed.class)
                .isThrownBy(() -> new IssuingOffice(code, municipality, "Himeji-shi", "0001"));
    }

    @Test
    void a_counter_id_has_nine_characters() {
        assertThat(Sham.himeji().counterId()).isEqualTo("282010001");
        var code = MunicipalityCode.withCheckDigit("28201");
        for (String counter : new String[] {"", "001", "00001", "003a", "００１"}) {
            assertThatExceptionOfType(SubjectNameMalformed.class)
                    .isThrownBy(() -> new IssuingOffice(code, "Hyogo-ken", "Himeji-shi", counter));
        }
    }

    @Test
    void the_known_offices_have_the_codes_of_their_municipalities() {
        for (String[] known :
                new String[][] {
                    {"282014", "Himeji-shi"},
                    {"362018", "Tokushima-shi"},
                    {"131016", "Chiyoda-ku"},
                    {"131130", "Shibuya-ku"},
                    {"131211", "Adachi-ku"},
                    {"472018", "Naha-shi"},
                }) {
            assertThat(IssuingOffice.known(new MunicipalityCode(known[0])).orElseThrow())
                    .extracting(IssuingOffice::municipality)
                    .isEqualTo(known[1]);
        }
        assertThat(IssuingOffice.known(MunicipalityCode.withCheckDigit("40130"))).isEmpty();
    }

    @Test
    void a_drawn_login_name_has_the_shape_of_a_real_one() {
        Random chance = new Random(1);
        for (int n = 0; n < 1_000; n++) {
            assertThat(SubjectName.UserAuthentication.draw(chance, Sham.naka()).commonName())
                    .matches("[0-9]{6}E[0-9A-Z]{7}14104003A");
        }
    }

    @Test
    void a_signature_name_is_time_sequence_and_counter() {
        var at = LocalDateTime.of(2026, 1, 2, 3, 4, 5);
        assertThat(new SubjectName.Signature(at, 7, Sham.himeji()).commonName())
                .isEqualTo("20260102030405" + "00007" + "282010001")
                .hasSize(28);
        assertThatExceptionOfType(SubjectNameMalformed.class)
                .isThrownBy(() -> new SubjectName.Signature(at, 100_000, Sham.himeji()));
    }

    @Test
    void a_serial_is_positive_and_at_most_20_octets() {
        assertThat(CertificateSerial.of(0xABC)).hasToString("0ABC");
        new CertificateSerial(BigInteger.ONE.shiftLeft(159).subtract(BigInteger.ONE));
        for (BigInteger value :
                new BigInteger[] {
                    BigInteger.ZERO, BigInteger.TEN.negate(), BigInteger.ONE.shiftLeft(159)
                }) {
            assertThatExceptionOfType(SerialOutOfRange.class)
                    .isThrownBy(() -> new CertificateSerial(value));
        }
    }

    @Test
    void utctime_ends_with_2049() {
        Instant last = Instant.parse("2049-12-31T23:59:59Z");
        assertThat(new Validity(Sham.ISSUED, last).includes(last.plusMillis(999))).isTrue();
        assertThat(new Validity(Sham.ISSUED, last).includes(last.plusSeconds(1))).isFalse();
        for (Instant end :
                new Instant[] {
                    last.plusSeconds(1), Sham.ISSUED.minusSeconds(1), last.minusMillis(1)
                }) {
            assertThatExceptionOfType(ValidityNotWritable.class)
                    .isThrownBy(() -> new Validity(Sham.ISSUED, end));
        }
    }

    @ParameterizedTest
    @EnumSource(RevocationReason.class)
    void a_reason_reads_back_from_its_number(RevocationReason reason) {
        assertThat(RevocationReason.ofCode(reason.code())).contains(reason);
    }

    @Test
    void there_is_no_way_back_from_the_list() {
        assertThat(RevocationReason.ofCode(8)).as("removeFromCRL").isEmpty();
        assertThat(RevocationReason.ofCode(7)).isEmpty();
        assertThat(RevocationReason.ofCode(-1)).isEmpty();
    }

    @Test
    void each_reason_of_this_room_has_a_code_of_its_own_and_two_sentences() {
        assertThat(Arrays.stream(ProfileError.values()).map(ProfileError::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("MYNA-PRF-[0-9]{3}"));
        assertThat(ProfileError.values())
                .allSatisfy(error -> assertThat(error.japanese()).isNotEqualTo(error.english()));
    }

    @Test
    void four_items_that_a_certificate_cannot_carry_are_refused() {
        String ok = "兵庫県姫路市";
        for (String[] broken :
                new String[][] {
                    {"", "", "1", "319850607", ok, "000000"},
                    {"試験", "0", "1", "319850607", ok, "000000"},
                    {"試験", "02", "1", "319850607", ok, "000000"},
                    {"試験", "00", "9", "319850607", ok, "000000"},
                    {"試験", "00", "1", "1985-06-07", ok, "000000"},
                    {"試験", "00", "1", "619850607", ok, "000000"},
                    {"試験", "00", "1", "319850607", ok.repeat(34), "0".repeat(204)},
                }) {
            assertThatExceptionOfType(FourItemsNotCertifiable.class)
                    .isThrownBy(() ->
                            new CertifiedFourItems(
                                    broken[0], broken[1], broken[2], broken[3], broken[4],
                                    broken[5]));
        }
        assertThat(Sham.ichiro()).hasToString("CertifiedFourItems[hidden]");
    }
}
