package org.openmyna.trust.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.verifier.BareSignatureVerdict;
import org.openmyna.trust.verifier.ContentDigest;
import org.openmyna.trust.verifier.Forge;
import org.openmyna.trust.verifier.OpenSsl;
import org.openmyna.trust.verifier.World;

/**
 * What {@code pdfsig} (poppler) and {@code openssl} say about PDF and bare signatures, and what we
 * say about those of openssl.
 */
final class OutsidePdfTest {
    private final World world = new World();
    private final PdfVerifier verifier = PdfVerifier.now(world.signatures());
    @TempDir private Path directory;

    /** Skips the test where there is no pdfsig, unless CI=true. */
    private String pdfsig(byte[] pdf) throws IOException, InterruptedException {
        Path file = Files.write(directory.resolve("signed.pdf"), pdf);
        Path said = directory.resolve("said.txt");
        try {
            Process process =
                    new ProcessBuilder("pdfsig", "-nocert", file.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return Files.readString(said, StandardCharsets.ISO_8859_1);
        } catch (IOException absent) {
            if ("true".equals(System.getenv("CI")))
                throw new AssertionError("pdfsig (poppler-utils) is missing and CI=true", absent);
            assumeTrue(false, "no pdfsig on this machine");
            throw absent;
        }
    }

    @Test
    void pdfsig_finds_our_signature_valid_and_over_the_whole_file()
            throws IOException, InterruptedException {
        for (ContentDigest digest : ContentDigest.values()) {
            byte[] signed =
                    PdfSignatures.sign(
                            Papers.letter(),
                            new PdfDetails(Optional.of("転居 TEST"), Optional.empty()),
                            digest,
                            Pens.of(world),
                            Pens.SIGNED);
            assertThat(pdfsig(signed))
                    .contains("Signature is Valid.", "Total document signed")
                    .contains("adbe.pkcs7.detached", digest.algorithm());
            byte[] changed = Papers.replace(signed, "I move", "I stay");
            assertThat(pdfsig(changed)).doesNotContain("Signature is Valid.");
        }
    }

    @Test
    void openssl_verifies_what_lies_in_the_hole() {
        var openssl = new OpenSsl(directory);
        openssl.pem("ca.pem", "CERTIFICATE", world.signatureAuthority.der);
        byte[] signed = Papers.signed(world);
        PdfHole hole =
                Forge.quietly(() ->
                        PdfHole.iso32000_1_12_8_1(
                                signed, PdfFile.read(signed).signatures().getFirst()));
        openssl.file("hole.p7s", hole.contents());
        openssl.file("content", Forge.quietly(() -> hole.signed().readAllBytes()));
        OpenSsl.Answer answer =
                openssl.run(
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        "hole.p7s",
                        "-content",
                        "content",
                        "-CAfile",
                        "ca.pem",
                        "-purpose",
                        "any",
                        "-attime",
                        OpenSsl.seconds(Forge.NOW),
                        "-out",
                        "out");
        assertThat(answer.ok()).as(answer.output()).isTrue();
    }

    @Test
    void a_pdf_that_openssl_signed_is_accepted() {
        var openssl = new OpenSsl(directory);
        openssl.pem("signer.pem", "CERTIFICATE", world.signature().der());
        openssl.pem("key.pem", "PRIVATE KEY", world.signatureKeys.getPrivate().getEncoded());
        byte[] file = Papers.handSigned(world, "", "/Type /Sig /SubFilter /adbe.pkcs7.detached");
        PdfHole hole =
                Forge.quietly(() ->
                        PdfHole.iso32000_1_12_8_1(
                                file, PdfFile.read(file).signatures().getFirst()));
        openssl.file("content", Forge.quietly(() -> hole.signed().readAllBytes()));
        for (String digest : new String[] {"sha256", "sha384", "sha512", "sha1"}) {
            OpenSsl.Answer answer =
                    openssl.run(
                            "cms",
                            "-sign",
                            "-binary",
                            "-outform",
                            "DER",
                            "-md",
                            digest,
                            "-signer",
                            "signer.pem",
                            "-inkey",
                            "key.pem",
                            "-in",
                            "content",
                            "-out",
                            "signed");
            assertThat(answer.ok()).as(answer.output()).isTrue();
            String digits = HexFormat.of().formatHex(openssl.read("signed"));
            String old = HexFormat.of().formatHex(hole.contents());
            byte[] theirs =
                    Papers.replace(file, old, digits + "0".repeat(old.length() - digits.length()));
            assertThat(Pens.code(verifier.verify(theirs)))
                    .isEqualTo(digest.equals("sha1") ? "MYNA-DOC-004" : "accepted");
        }
    }

    @Test
    void openssl_and_we_agree_on_bare_signatures() {
        var openssl = new OpenSsl(directory);
        byte[] content = Forge.utf8("転居届\n");
        openssl.file("content", content);
        openssl.pem("key.pem", "PRIVATE KEY", world.signatureKeys.getPrivate().getEncoded());
        openssl.pem("public.pem", "PUBLIC KEY", world.signatureKeys.getPublic().getEncoded());
        for (ContentDigest digest : ContentDigest.values()) {
            String option =
                    "-" + digest.algorithm().replace("-", "").toLowerCase(java.util.Locale.ROOT);
            byte[] ours =
                    Forge.quietly(() ->
                            RawSignatures.sign(
                                    new ByteArrayInputStream(content), digest, Pens.of(world)));
            openssl.file("ours.sig", ours);
            OpenSsl.Answer verified =
                    openssl.run(
                            "dgst",
                            option,
                            "-verify",
                            "public.pem",
                            "-signature",
                            "ours.sig",
                            "content");
            assertThat(verified.ok()).as(verified.output()).isTrue();
            OpenSsl.Answer signed =
                    openssl.run(
                            "dgst", option, "-sign", "key.pem", "-out", "theirs.sig", "content");
            assertThat(signed.ok()).as(signed.output()).isTrue();
            BareSignatureVerdict verdict =
                    Forge.quietly(() ->
                            RawVerifier.now(world.signatures())
                                    .verify(
                                            CaKind.SIGNATURE,
                                            world.signature().der(),
                                            new ByteArrayInputStream(content),
                                            openssl.read("theirs.sig")));
            assertThat(verdict).isInstanceOf(BareSignatureVerdict.Accepted.class);
        }
    }
}
