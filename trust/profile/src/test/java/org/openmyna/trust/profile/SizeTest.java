package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The files on a card have room for 2,048 bytes: who fits? The README quotes these figures. */
final class SizeTest {
    private static final int ROOM_ON_THE_CARD = 2_048;

    /** With the sandbox's addresses, Himeji as office and a five-character name. */
    private static int signatureWithAddressOf(int characters) {
        var items =
                new CertifiedFourItems(
                        "試験　一郎",
                        "00000",
                        "1",
                        "319850607",
                        "あ".repeat(characters),
                        "0".repeat(characters));
        return Sham.signature(Hierarchy.TEST, items).der().length;
    }

    @Test
    void a_login_certificate_and_both_ca_certificates_fit_on_the_card() {
        assertThat(Sham.userAuthentication(Hierarchy.TEST).der().length).isEqualTo(1_613);
        for (CaKind kind : CaKind.values()) {
            assertThat(Sham.ca(kind, Hierarchy.TEST).certificate().der().length)
                    .isLessThan(ROOM_ON_THE_CARD);
        }
    }

    @Test
    void a_signature_certificate_with_the_longest_address_fits_its_larger_file() {
        assertThat(signatureWithAddressOf(200)).isEqualTo(2_504).isLessThan(3_072);
    }
}
