package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ResponderCertificateTest {
    @ParameterizedTest
    @EnumSource(CaKind.class)
    void it_belongs_to_one_key_generation(CaKind kind) {
        var issuer = Sham.ca(kind, Hierarchy.TEST);
        var made =
                Sham.profile(Hierarchy.TEST)
                        .responder(issuer, common(Duration.ofDays(90)), toBeSigned -> {});
        ResponderCertificate read = ResponderCertificate.parse(made.der());
        assertThat(read).isEqualTo(made);
        assertThat(read.isIssuedBy(issuer.certificate())).isTrue();
        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.keyHash()).hasSize(20);
        for (CaKind other : CaKind.values()) {
            var ca = Sham.ca(other, Hierarchy.TEST).certificate();
            assertThat(read.isIssuedBy(ca)).isEqualTo(other == kind);
        }
    }

    private static JpkiProfile.Common common(Duration life) {
        return new JpkiProfile.Common(
                CertificateSerial.of(4711),
                new Validity(Sham.ISSUED, Sham.ISSUED.plus(life)),
                Sham.publicKey(Sham.strangerKey()));
    }

    @Test
    void more_than_90_days_are_neither_made_nor_read() {
        assertThatExceptionOfType(ResponderLivesTooLong.class)
                .isThrownBy(() ->
                        Sham.profile(Hierarchy.TEST)
                                .responder(
                                        ShamOcsp.CA,
                                        common(Duration.ofDays(90).plusSeconds(1)),
                                        toBeSigned -> {}));
        byte[] made = ShamOcsp.responder(Duration.ofDays(90)).der();
        assertThatExceptionOfType(ResponderCertificateMalformed.class)
                .isThrownBy(() ->
                        ResponderCertificate.parse(changed(made, "323730323231", "323730323232")))
                .withMessageContaining("90");
    }

    /** Replaces hex by hex of the same length; the signature is not looked at when reading. */
    private static byte[] changed(byte[] der, String from, String to) {
        String hex = HexFormat.of().formatHex(der);
        assertThat(hex).contains(from);
        return HexFormat.of().parseHex(hex.replace(from, to));
    }

    @Test
    void another_purpose_a_check_or_another_name_are_refused() {
        byte[] made = ShamOcsp.RESPONDER.der();
        List<String[]> changes =
                List.of(
                        new String[] {"2b06010505070309", "2b06010505070302"}, // clientAuth
                        new String[] {"2b0601050507300105", "2b0601050507300104"}, // no nocheck
                        new String[] {"0101ff040403020780", "0101ff0404030207c0"}, // keyUsage
                        new String[] {
                            "526573706f6e646572203031",
                            "526573706f6e646572203032" // of generation 01
                        });
        for (String[] change : changes) {
            assertThatExceptionOfType(ResponderCertificateMalformed.class)
                    .as(change[0])
                    .isThrownBy(
                            () -> ResponderCertificate.parse(changed(made, change[0], change[1])));
        }
    }

    @Test
    void neither_a_login_certificate_nor_a_cas_is_a_responders() {
        for (byte[] der :
                List.of(Sham.userAuthentication(Hierarchy.TEST).der(), ShamOcsp.ca().der())) {
            assertThatExceptionOfType(ResponderCertificateMalformed.class)
                    .isThrownBy(() -> ResponderCertificate.parse(der));
        }
    }

    @Test
    void a_changed_certificate_is_not_issued() {
        byte[] made = ShamOcsp.RESPONDER.der();
        for (int n = 0; n < made.length; n++) {
            byte[] changed = made.clone();
            changed[n] ^= 1;
            try {
                assertThat(ResponderCertificate.parse(changed).isIssuedBy(ShamOcsp.ca()))
                        .as("byte %d", n)
                        .isFalse();
            } catch (ResponderCertificateMalformed refused) {
                assertThat(refused.details()).containsKey("reason");
            }
        }
        assertThat(Arrays.equals(made, ShamOcsp.RESPONDER.der())).isTrue();
    }
}
