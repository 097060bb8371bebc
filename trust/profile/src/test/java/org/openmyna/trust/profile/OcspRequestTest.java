package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OcspRequestTest {
    private final Random chance = new Random(6960);

    /**
     * Written by hand: one question about serial 4711 (1267 hex), SHA-1 with NULL, no nonce. The
     * CertID has 3B = 11 + 22 + 22 + 4 octets, each of what holds it two more.
     */
    private static final String BY_HAND =
            "3043 3041 303F 303D 303B"
                    + " 3009 06052B0E03021A 0500"
                    + " 0414 0101010101010101010101010101010101010101"
                    + " 0414 0202020202020202020202020202020202020202"
                    + " 0202 1267";

    private static byte[] hex(String spaced) {
        return HexFormat.of().parseHex(spaced.replace(" ", ""));
    }

    private static byte[] repeated(int value, int times) {
        byte[] bytes = new byte[times];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    @Test
    void a_request_written_by_hand_is_read_and_written_alike() {
        byte[] der = hex(BY_HAND);
        OcspRequest read = OcspRequest.parse(der);
        CertId certId = read.certIds().getFirst();
        assertThat(certId.hashAlgorithm()).contains(HashAlgorithm.SHA_1);
        assertThat(certId.issuerNameHash()).isEqualTo(repeated(1, 20));
        assertThat(certId.issuerKeyHash()).isEqualTo(repeated(2, 20));
        assertThat(certId.serial()).contains(CertificateSerial.of(4711));
        assertThat(read.nonce()).isEmpty();
        assertThat(read.requestorName()).isEmpty();
        assertThat(read.signature()).isEmpty();
        CertId same =
                CertId.of(
                        HashAlgorithm.SHA_1,
                        repeated(1, 20),
                        repeated(2, 20),
                        CertificateSerial.of(4711));
        assertThat(OcspRequest.of(List.of(same)).der()).isEqualTo(der);
    }

    @Test
    void parameters_of_null_and_none_ask_the_same_and_are_kept_as_they_were_written() {
        byte[] withNull = hex(BY_HAND);
        byte[] without =
                hex(
                        BY_HAND.replace("3043 3041 303F 303D 303B", "3041 303F 303D 303B 3039")
                                .replace("3009", "3007")
                                .replace("0500", ""));
        CertId one = OcspRequest.parse(withNull).certIds().getFirst();
        CertId other = OcspRequest.parse(without).certIds().getFirst();
        assertThat(one.asksTheSameAs(other)).isTrue();
        assertThat(one).isNotEqualTo(other);
        assertThat(other.der()).hasSize(one.der().length - 2);
    }

    @Test
    void what_was_asked_reads_back_whatever_it_was() {
        for (int n = 0; n < 2_000; n++) {
            List<CertId> asked = new ArrayList<>();
            int count = 1 + chance.nextInt(n % 100 == 0 ? 300 : 4);
            for (int m = 0; m < count; m++) {
                asked.add(anyCertId());
            }
            byte[] nonce = new byte[1 + chance.nextInt(128)];
            chance.nextBytes(nonce);
            OcspRequest request =
                    n % 2 == 0 ? OcspRequest.of(asked) : OcspRequest.withNonce(nonce, asked);
            OcspRequest read = OcspRequest.parse(request.der());
            assertThat(read.certIds()).isEqualTo(asked);
            assertThat(read.nonce().isPresent()).isEqualTo(n % 2 == 1);
            read.nonce().ifPresent(back -> assertThat(back).isEqualTo(nonce));
        }
    }

    private CertId anyCertId() {
        HashAlgorithm algorithm = HashAlgorithm.values()[chance.nextInt(2)];
        byte[] name = new byte[algorithm.octets()];
        byte[] key = new byte[algorithm.octets()];
        chance.nextBytes(name);
        chance.nextBytes(key);
        BigInteger serial = new BigInteger(1 + chance.nextInt(158), chance).add(BigInteger.ONE);
        return CertId.of(algorithm, name, key, new CertificateSerial(serial));
    }

    @Test
    void a_question_finds_its_key_generation_by_either_digest() {
        CaCertificate login = ShamOcsp.ca();
        CaCertificate signing = Sham.ca(CaKind.SIGNATURE, Hierarchy.TEST).certificate();
        for (CertId certId : List.of(ShamOcsp.certId(1), ShamOcsp.certId256(1))) {
            assertThat(certId.isOf(login)).isTrue();
            assertThat(certId.isOf(signing)).as("the same key, another name").isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 129, 500})
    void a_nonce_of_another_length_is_not_written(int length) {
        assertThatExceptionOfType(OcspNotWritable.class)
                .isThrownBy(
                        () -> OcspRequest.withNonce(new byte[length], List.of(ShamOcsp.certId(1))));
    }

    @Test
    void a_question_about_nothing_or_too_much_is_not_written() {
        assertThatExceptionOfType(OcspNotWritable.class)
                .isThrownBy(() -> OcspRequest.of(List.of()));
        var many = Collections.nCopies(2_000, ShamOcsp.certId(1));
        assertThatExceptionOfType(OcspNotWritable.class).isThrownBy(() -> OcspRequest.of(many));
        assertThatExceptionOfType(OcspNotWritable.class)
                .isThrownBy(() ->
                        CertId.of(
                                HashAlgorithm.SHA_256,
                                new byte[20],
                                new byte[32],
                                CertificateSerial.of(1)));
    }

    @Test
    void the_limit_of_a_request_can_be_lower() {
        byte[] der = OcspRequest.of(List.of(ShamOcsp.certId(1))).der();
        assertThat(OcspRequest.parse(der, der.length).certIds()).hasSize(1);
        assertThatExceptionOfType(OcspRequestMalformed.class)
                .isThrownBy(() -> OcspRequest.parse(der, der.length - 1));
    }
}
