package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Nothing is signed that was not looked at. */
final class BeforeSigningTest {
    private static final JpkiProfile PROFILE = Sham.profile(Hierarchy.TEST);

    /** Each makes one certificate and answers its DER. */
    private static List<Function<Witness, byte[]>> makers() {
        return List.of(
                witness ->
                        PROFILE.selfSigned(
                                        CaKind.SIGNATURE,
                                        new JpkiProfile.Common(
                                                CertificateSerial.of(1),
                                                ValidityRule.certificationAuthority(Sham.CEREMONY),
                                                Sham.publicKey(Sham.caKey())),
                                        witness,
                                        witness)
                                .der(),
                witness ->
                        PROFILE.userAuthentication(
                                        witness.issuer(CaKind.USER_AUTHENTICATION),
                                        Sham.common(2),
                                        new SubjectName.UserAuthentication(
                                                "012345E6789ABC", Sham.naka()),
                                        CertificateMedium.PHONE,
                                        witness)
                                .der(),
                witness ->
                        PROFILE.signature(
                                        witness.issuer(CaKind.SIGNATURE),
                                        Sham.common(2),
                                        new SubjectName.Signature(
                                                LocalDateTime.of(2026, 11, 23, 10, 30, 15),
                                                2,
                                                Sham.himeji()),
                                        Sham.ichiro(),
                                        CertificateMedium.CARD,
                                        witness)
                                .der(),
                witness ->
                        PROFILE.responder(
                                        witness.issuer(CaKind.SIGNATURE),
                                        new JpkiProfile.Common(
                                                CertificateSerial.of(2),
                                                new Validity(
                                                        Sham.ISSUED,
                                                        Sham.ISSUED.plusSeconds(86_400)),
                                                Sham.publicKey(Sham.strangerKey())),
                                        witness)
                                .der());
    }

    /** Sees and signs; what it was shown it spoils, which must not matter. */
    private static final class Witness implements BeforeSigning, ContentSignature {
        private final List<byte[]> shown = new ArrayList<>();
        private final List<byte[]> signed = new ArrayList<>();
        private boolean refuses;

        private JpkiProfile.Issuer issuer(CaKind kind) {
            return new JpkiProfile.Issuer(Sham.ca(kind, Hierarchy.TEST).certificate(), this);
        }

        @Override
        public void check(byte[] toBeSigned) {
            shown.add(toBeSigned.clone());
            toBeSigned[7] ^= 1;
            if (refuses) {
                throw new IllegalArgumentException("refused");
            }
        }

        @Override
        public byte[] sign(byte[] content) {
            signed.add(content);
            return ContentSignature.with(Sham.caKey().getPrivate()).sign(content);
        }
    }

    @Test
    void the_exact_bytes_are_shown_before_they_are_signed() {
        for (var maker : makers()) {
            Witness witness = new Witness();
            byte[] der = maker.apply(witness);
            assertThat(witness.shown).hasSize(1);
            assertThat(witness.signed).hasSize(1);
            assertThat(witness.shown.getFirst())
                    .isEqualTo(witness.signed.getFirst())
                    .isEqualTo(DerReader.over(der).sequence("certificate").element("tbs"));
        }
    }

    @Test
    void what_is_refused_is_not_signed() {
        for (var maker : makers()) {
            Witness witness = new Witness();
            witness.refuses = true;
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> maker.apply(witness));
            assertThat(witness.signed).isEmpty();
        }
    }
}
