package org.openmyna.trust.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.trust.verifier.ContentDigest;
import org.openmyna.trust.verifier.Forge;
import org.openmyna.trust.verifier.OpenSsl;
import org.openmyna.trust.verifier.World;

/** What we sign, {@code openssl cms} verifies, and what it signs, we verify. */
final class OpenSslCmsTest {
    private static final byte[] CONTENT = Forge.utf8("転居届\r\n二行目\n");
    private final World world = new World();
    private final CmsVerifier verifier = CmsVerifier.now(world.signatures());
    private OpenSsl openssl;

    OpenSslCmsTest(@TempDir Path directory) {
        openssl = new OpenSsl(directory);
    }

    @BeforeEach
    void files() {
        openssl.pem("ca.pem", "CERTIFICATE", world.signatureAuthority.der);
        openssl.pem("signer.pem", "CERTIFICATE", world.signature().der());
        openssl.pem("key.pem", "PRIVATE KEY", world.signatureKeys.getPrivate().getEncoded());
        openssl.file("content.txt", CONTENT);
    }

    private OpenSsl.Answer opensslVerifies(String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "cms",
                                "-verify",
                                "-binary",
                                "-inform",
                                "DER",
                                "-CAfile",
                                "ca.pem",
                                "-purpose",
                                "any",
                                "-attime",
                                OpenSsl.seconds(Forge.NOW),
                                "-out",
                                "out.txt"));
        all.addAll(List.of(more));
        return openssl.run(all.toArray(String[]::new));
    }

    private byte[] opensslSigns(String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "cms",
                                "-sign",
                                "-binary",
                                "-outform",
                                "DER",
                                "-signer",
                                "signer.pem",
                                "-inkey",
                                "key.pem",
                                "-in",
                                "content.txt",
                                "-out",
                                "signed.p7m"));
        all.addAll(List.of(more));
        OpenSsl.Answer answer = openssl.run(all.toArray(String[]::new));
        assertThat(answer.ok()).as(answer.output()).isTrue();
        return openssl.read("signed.p7m");
    }

    @Test
    void openssl_verifies_what_the_card_signed() {
        openssl.file("ours.p7m", CmsSignatures.sign(CONTENT, false, Pens.of(world), Pens.SIGNED));
        OpenSsl.Answer attached = opensslVerifies("-in", "ours.p7m");
        assertThat(attached.ok()).as(attached.output()).isTrue();
        assertThat(openssl.read("out.txt")).isEqualTo(CONTENT);
        openssl.file("ours.p7s", CmsSignatures.sign(CONTENT, true, Pens.of(world), Pens.SIGNED));
        OpenSsl.Answer detached = opensslVerifies("-in", "ours.p7s", "-content", "content.txt");
        assertThat(detached.ok()).as(detached.output()).isTrue();
        OpenSsl.Answer cades =
                opensslVerifies("-in", "ours.p7s", "-content", "content.txt", "-cades");
        assertThat(cades.ok()).as(cades.output()).isTrue();
    }

    @Test
    void openssl_verifies_every_digest_and_the_text_form() {
        for (ContentDigest digest : ContentDigest.values()) {
            byte[] cms = CmsSignatures.sign(CONTENT, false, digest, Pens.of(world), Pens.SIGNED);
            openssl.file("ours.p7m", cms);
            OpenSsl.Answer binary = opensslVerifies("-in", "ours.p7m");
            assertThat(binary.ok()).as(binary.output()).isTrue();
            openssl.file("ours.pem", CmsPem.encode(cms));
            OpenSsl.Answer text = opensslVerifies("-in", "ours.pem", "-inform", "PEM");
            assertThat(text.ok()).as(text.output()).isTrue();
            assertThat(openssl.read("out.txt")).isEqualTo(CONTENT);
        }
    }

    @Test
    void openssl_refuses_what_was_changed_after_signing() {
        byte[] cms = CmsSignatures.sign(CONTENT, true, Pens.of(world), Pens.SIGNED);
        openssl.file("ours.p7s", cms);
        openssl.file("content.txt", Forge.utf8("転出届\n"));
        assertThat(opensslVerifies("-in", "ours.p7s", "-content", "content.txt").ok()).isFalse();
    }

    @Test
    void what_openssl_signs_is_accepted_in_all_its_forms() {
        assertThat(Pens.code(verifier.verify(opensslSigns("-nodetach")))).isEqualTo("accepted");
        assertThat(Pens.code(verifier.verify(opensslSigns("-nodetach", "-stream"))))
                .isEqualTo("accepted");
        assertThat(Pens.code(verifier.verify(opensslSigns("-nodetach", "-keyid"))))
                .isEqualTo("accepted");
        assertThat(Pens.code(verifier.verify(opensslSigns("-nodetach", "-cades"))))
                .isEqualTo("accepted");
        assertThat(Pens.code(verifier.verify(opensslSigns("-nodetach", "-certfile", "ca.pem"))))
                .isEqualTo("accepted");
        assertThat(Pens.code(verifier.verify(opensslSigns(), CONTENT))).isEqualTo("accepted");
        for (String digest : List.of("sha256", "sha384", "sha512")) {
            assertThat(Pens.code(verifier.verify(opensslSigns("-nodetach", "-md", digest))))
                    .as(digest)
                    .isEqualTo("accepted");
            assertThat(Pens.code(verifier.verify(opensslSigns("-md", digest), CONTENT)))
                    .as(digest)
                    .isEqualTo("accepted");
        }
        assertThat(Pens.code(verifier.verify(opensslSigns("-nodetach", "-outform", "PEM"))))
                .isEqualTo("accepted");
    }

    @Test
    void what_openssl_signs_in_ways_that_we_do_not_take_is_named() {
        assertThat(Pens.code(verifier.verify(opensslSigns("-nodetach", "-noattr"))))
                .isEqualTo("MYNA-DOC-005");
        assertThat(Pens.code(verifier.verify(opensslSigns("-nodetach", "-nocerts"))))
                .isEqualTo("MYNA-DOC-003");
        for (String digest : List.of("sha1", "sha224", "sha3-256", "sha512-256"))
            assertThat(Pens.code(verifier.verify(opensslSigns("-nodetach", "-md", digest))))
                    .as(digest)
                    .isEqualTo("MYNA-DOC-004");
        assertThat(
                        Pens.code(
                                verifier.verify(
                                        opensslSigns(
                                                "-nodetach", "-keyopt", "rsa_padding_mode:pss"))))
                .isEqualTo("MYNA-DOC-004");
        openssl.pem("login.pem", "CERTIFICATE", world.login().der());
        openssl.pem("loginkey.pem", "PRIVATE KEY", world.loginKeys.getPrivate().getEncoded());
        OpenSsl.Answer signed =
                openssl.run(
                        "cms",
                        "-sign",
                        "-binary",
                        "-nodetach",
                        "-outform",
                        "DER",
                        "-signer",
                        "login.pem",
                        "-inkey",
                        "loginkey.pem",
                        "-in",
                        "content.txt",
                        "-out",
                        "login.p7m");
        assertThat(signed.ok()).as(signed.output()).isTrue();
        assertThat(Pens.code(verifier.verify(openssl.read("login.p7m")))).isEqualTo("MYNA-VRF-108");
    }
}
