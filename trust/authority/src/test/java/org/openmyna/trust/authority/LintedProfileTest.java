package org.openmyna.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.keys.KeyAlgorithm;
import org.openmyna.trust.authority.keys.KeyStorePassword;
import org.openmyna.trust.authority.keys.KeyVault;
import org.openmyna.trust.authority.keys.SerialMode;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateAddresses;
import org.openmyna.trust.profile.CertificateMedium;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.ContentSignature;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.JpkiProfile;
import org.openmyna.trust.profile.SubjectName;
import org.openmyna.trust.profile.Validity;
import org.openmyna.trust.profile.ValidityRule;

/** Between the builder and the key stands the linter. */
final class LintedProfileTest {
    private static final AuthoritySettings SETTINGS = AuthoritySettings.sandbox();

    @TempDir private Path home;

    private final AtomicInteger signatures = new AtomicInteger();

    /** Counts what it signs. */
    private final class CountingVault implements KeyVault {
        private final KeyVault vault =
                KeyVault.pkcs12(home, KeyStorePassword.besideTheKey(), Sandbox.RANDOM);

        @Override
        public boolean holds(String name) {
            return vault.holds(name);
        }

        @Override
        public PublicKey generate(String name, KeyAlgorithm algorithm) {
            return vault.generate(name, algorithm);
        }

        @Override
        public ContentSignature signer(String name) {
            ContentSignature signer = vault.signer(name);
            return content -> {
                signatures.incrementAndGet();
                return signer.sign(content);
            };
        }

        @Override
        public PublicKey publicKey(String name) {
            return vault.publicKey(name);
        }

        @Override
        public Instant madeAt(String name) {
            return vault.madeAt(name);
        }
    }

    @Test
    void what_the_application_did_not_say_is_not_signed() {
        var vault = new CountingVault();
        vault.generate("ca", KeyAlgorithm.RSA_2048);
        var honest = new JpkiProfile(Hierarchy.TEST, SETTINGS.addresses());
        var own =
                new LintedProfile(SETTINGS, honest, vault)
                        .selfSigned(
                                CaKind.USER_AUTHENTICATION,
                                CertificateSerial.of(1),
                                ValidityRule.certificationAuthority(Sandbox.START),
                                "ca");
        assertThat(signatures).hasValue(1);
        var generation =
                new Generation(
                        (short) 2001,
                        CaKind.USER_AUTHENTICATION,
                        1,
                        KeyAlgorithm.RSA_2048,
                        SerialMode.SEQUENTIAL,
                        "ca",
                        own,
                        Sandbox.START);
        var wish =
                new LintedProfile.Wish(
                        generation,
                        CertificateSerial.of(2),
                        new Validity(Sandbox.START, Instant.parse("2031-06-07T14:59:59Z")),
                        CertificateMedium.CARD);
        var name = SubjectName.UserAuthentication.draw(Sandbox.RANDOM, Sandbox.himeji());
        var elsewhere =
                new CertificateAddresses(
                        URI.create("http://elsewhere.localhost/cps"), SETTINGS.addresses().ocsp());
        var dishonest =
                new LintedProfile(SETTINGS, new JpkiProfile(Hierarchy.TEST, elsewhere), vault);
        assertThatExceptionOfType(NotAsTheProfileSays.class)
                .isThrownBy(() -> dishonest.userAuthentication(wish, name, Sandbox.login()))
                .satisfies(refused -> {
                    assertThat(refused.findings()).hasSize(1);
                    assertThat(refused).hasMessageContaining("MYNA-LNT-");
                });
        assertThat(signatures).hasValue(1);
        new LintedProfile(SETTINGS, honest, vault).userAuthentication(wish, name, Sandbox.login());
        assertThat(signatures).hasValue(2);
    }
}
