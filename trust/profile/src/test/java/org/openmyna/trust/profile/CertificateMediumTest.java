package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CertificateMediumTest {
    private static JpkiCertificate made(
            CaKind kind, Hierarchy hierarchy, CertificateMedium medium) {
        JpkiProfile profile = Sham.profile(hierarchy);
        return switch (kind) {
            case USER_AUTHENTICATION ->
                    profile.userAuthentication(
                            Sham.ca(kind, hierarchy),
                            Sham.common(2),
                            new SubjectName.UserAuthentication("012345E6789ABC", Sham.naka()),
                            medium,
                            toBeSigned -> {});
            case SIGNATURE ->
                    profile.signature(
                            Sham.ca(kind, hierarchy),
                            Sham.common(2),
                            new SubjectName.Signature(
                                    LocalDateTime.of(2026, 11, 23, 10, 30, 15), 42, Sham.himeji()),
                            Sham.ichiro(),
                            medium,
                            toBeSigned -> {});
        };
    }

    @ParameterizedTest
    @CsvSource({
        "SIGNATURE, PRODUCTION, CARD, 1.2.392.200149.8.5.1.1.20",
        "SIGNATURE, PRODUCTION, PHONE, 1.2.392.200149.8.5.1.1.40",
        "SIGNATURE, TEST, CARD, 1.2.392.200149.8.5.1.0.20",
        "SIGNATURE, TEST, PHONE, 2.999.1.2.392.200149.8.5.1.0.40",
        "USER_AUTHENTICATION, PRODUCTION, CARD, 1.2.392.200149.8.5.1.3.30",
        "USER_AUTHENTICATION, PRODUCTION, PHONE, 1.2.392.200149.8.5.1.3.50",
        "USER_AUTHENTICATION, TEST, CARD, 2.999.1.2.392.200149.8.5.1.0.30",
        "USER_AUTHENTICATION, TEST, PHONE, 2.999.1.2.392.200149.8.5.1.0.50"
    })
    void the_policy_tells_card_and_phone_apart(
            CaKind kind, Hierarchy hierarchy, CertificateMedium medium, String policy) {
        JpkiCertificate certificate = made(kind, hierarchy, medium);
        assertThat(certificate.policies()).containsExactly(policy);
        assertThat(certificate.medium()).contains(medium);
        assertThat(certificate.hasCardPolicy()).isEqualTo(medium == CertificateMedium.CARD);
        assertThat(certificate.departures()).isEmpty();
    }

    @Test
    void a_foreign_policy_is_of_neither() {
        byte[] der = made(CaKind.SIGNATURE, Hierarchy.TEST, CertificateMedium.CARD).der();
        byte[] policy = {0x08, 0x05, 0x01, 0x00, 0x14};
        int at = indexOf(der, policy);
        der[at + 4] = 0x15;
        JpkiCertificate foreign = JpkiCertificate.parse(der);
        assertThat(foreign.policies()).containsExactly("1.2.392.200149.8.5.1.0.21");
        assertThat(foreign.medium()).isEmpty();
        assertThat(foreign.departures()).containsExactly("extension 2.5.29.32");
    }

    private static int indexOf(byte[] in, byte[] wanted) {
        for (int n = 0; n <= in.length - wanted.length; n++) {
            if (Arrays.equals(in, n, n + wanted.length, wanted, 0, wanted.length)) {
                return n;
            }
        }
        throw new AssertionError("not there");
    }
}
