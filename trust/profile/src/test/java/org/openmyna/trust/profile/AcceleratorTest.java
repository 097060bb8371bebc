package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.NativeCrypto;

/** The accelerator changes the time it takes and nothing else. */
final class AcceleratorTest {
    /** On the processor its binary is for it must load where CI=true; elsewhere it is left out. */
    private static Provider accelerator() {
        Optional<Provider> found = NativeCrypto.provider();
        boolean fits =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
                        && System.getProperty("os.arch").equals("amd64");
        if ("true".equals(System.getenv("CI")) && fits) {
            assertThat(found).as(NativeCrypto.name()).isPresent();
        }
        assumeTrue(found.isPresent(), "this proof was left out: " + NativeCrypto.name());
        return found.orElseThrow();
    }

    private static List<byte[]> everything(ContentSignature signature) {
        JpkiProfile profile = Sham.profile(Hierarchy.TEST);
        var common =
                new JpkiProfile.Common(
                        CertificateSerial.of(1),
                        ValidityRule.certificationAuthority(Sham.CEREMONY),
                        Sham.publicKey(Sham.caKey()));
        CaCertificate login = profile.selfSigned(CaKind.USER_AUTHENTICATION, common, signature);
        CaCertificate sign = profile.selfSigned(CaKind.SIGNATURE, common, signature);
        var loginCa = new JpkiProfile.Issuer(login, signature);
        var signatureCa = new JpkiProfile.Issuer(sign, signature);
        return List.of(
                login.der(),
                sign.der(),
                profile.userAuthentication(
                                loginCa,
                                Sham.common(2),
                                new SubjectName.UserAuthentication("012345E6789ABC", Sham.naka()))
                        .der(),
                profile.signature(
                                signatureCa,
                                Sham.common(2),
                                new SubjectName.Signature(
                                        LocalDateTime.of(2026, 11, 23, 10, 30, 15),
                                        2,
                                        Sham.himeji()),
                                Sham.ichiro())
                        .der(),
                profile.revocationList(
                                signatureCa,
                                BigInteger.ONE,
                                Sham.ISSUED,
                                Sham.ISSUED.plusSeconds(172_800),
                                List.of())
                        .der());
    }

    @Test
    void with_and_without_the_accelerator_every_byte_is_the_same() {
        PrivateKey key = Sham.caKey().getPrivate();
        List<byte[]> fast = everything(ContentSignature.with(key, Optional.of(accelerator())));
        List<byte[]> plain = everything(ContentSignature.with(key, Optional.empty()));
        assertThat(fast).hasSameSizeAs(plain);
        for (int n = 0; n < plain.size(); n++) {
            assertThat(fast.get(n)).as("document %d", n).isEqualTo(plain.get(n));
        }
    }

    @Test
    void a_key_that_is_neither_rsa_nor_elliptic_is_named_with_and_without_it() throws Exception {
        PrivateKey edwards = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        for (var provider : List.of(NativeCrypto.provider(), Optional.<Provider>empty())) {
            assertThatExceptionOfType(ContentSignatureFailed.class)
                    .isThrownBy(
                            () -> ContentSignature.with(edwards, provider).sign(new byte[] {1}));
        }
    }

    @Test
    void a_signature_by_another_key_than_the_issuers_never_leaves() {
        var issuer =
                new JpkiProfile.Issuer(
                        Sham.ca(CaKind.USER_AUTHENTICATION, Hierarchy.TEST).certificate(),
                        ContentSignature.with(Sham.strangerKey().getPrivate()));
        var name = new SubjectName.UserAuthentication("012345E6789ABC", Sham.naka());
        assertThatExceptionOfType(ContentSignatureFailed.class)
                .isThrownBy(() ->
                        Sham.profile(Hierarchy.TEST)
                                .userAuthentication(issuer, Sham.common(2), name));
    }

    @Test
    void a_ca_issues_neither_for_the_other_nor_for_the_other_hierarchy() {
        var name = new SubjectName.UserAuthentication("012345E6789ABC", Sham.naka());
        for (var issuer :
                List.of(
                        Sham.ca(CaKind.SIGNATURE, Hierarchy.TEST),
                        Sham.ca(CaKind.USER_AUTHENTICATION, Hierarchy.PRODUCTION))) {
            assertThatExceptionOfType(IssuerOfAnotherKind.class)
                    .isThrownBy(() ->
                            Sham.profile(Hierarchy.TEST)
                                    .userAuthentication(issuer, Sham.common(2), name));
        }
    }
}
