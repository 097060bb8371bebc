package org.openmyna.trust.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openmyna.trust.verifier.ContentDigest;
import org.openmyna.trust.verifier.Evidence;
import org.openmyna.trust.verifier.VerifierCheck;
import org.openmyna.trust.verifier.World;

final class PdfSignaturesTest {
    private final World world = new World();
    private final PdfVerifier verifier = PdfVerifier.now(world.signatures());

    private byte[] sign(byte[] pdf, CardSigner signer) {
        return PdfSignatures.sign(
                pdf, PdfDetails.none(), ContentDigest.SHA_256, signer, Pens.SIGNED);
    }

    @Test
    void a_signed_pdf_proves_who_signed_it() {
        byte[] signed = Papers.signed(world);
        DocumentVerdict verdict = verifier.verify(signed);
        assertThat(Pens.code(verdict)).isEqualTo("accepted");
        var accepted = (DocumentVerdict.Accepted) verdict;
        assertThat(accepted.signer().fourItems().name()).isEqualTo("試験　一郎");
        assertThat(accepted.claimedSigningTime()).contains(Pens.SIGNED);
        assertThat(accepted.detached()).isFalse();
        assertThat(accepted.evidence())
                .allMatch(Evidence::passed)
                .extracting(Evidence::check)
                .contains(PdfCheck.values())
                .contains(CmsCheck.values())
                .contains(VerifierCheck.NOT_REVOKED, VerifierCheck.FOUR_ITEMS);
    }

    @Test
    void the_file_begins_with_the_bytes_that_were_given_and_the_rest_is_one_update() {
        byte[] letter = Papers.letter();
        byte[] signed = Papers.signed(world);
        assertThat(Arrays.copyOf(signed, letter.length)).isEqualTo(letter);
        String update =
                new String(
                        signed,
                        letter.length,
                        signed.length - letter.length,
                        StandardCharsets.ISO_8859_1);
        assertThat(update)
                .contains("/SubFilter/adbe.pkcs7.detached".replace("/adbe", " /adbe"))
                .contains("/M (D:20261124115930+09'00')")
                .contains(
                        "/Name <"
                                + HexFormat.of()
                                        .withUpperCase()
                                        .formatHex("試験　一郎".getBytes(StandardCharsets.UTF_16))
                                + ">");
    }

    @Test
    void the_same_letter_signed_at_the_same_time_gives_the_same_bytes() {
        assertThat(Papers.signed(world)).isEqualTo(Papers.signed(world));
    }

    @Test
    void reason_and_place_are_signed_along() {
        var details = new PdfDetails(Optional.of("転居届 TEST"), Optional.of("Tokyo"));
        for (ContentDigest digest : ContentDigest.values()) {
            byte[] signed =
                    PdfSignatures.sign(
                            Papers.letter(), details, digest, Pens.of(world), Pens.SIGNED);
            assertThat(Pens.code(verifier.verify(signed))).isEqualTo("accepted");
            byte[] elsewhere = Papers.replace(signed, "(Tokyo)", "(Osaka)");
            assertThat(Pens.code(verifier.verify(elsewhere))).isEqualTo("MYNA-DOC-007");
        }
    }

    @Test
    void a_pdf_with_compressed_objects_is_signed_and_verified() {
        byte[] compressed = PdfsOfOthers.compressed();
        byte[] signed = sign(compressed, Pens.of(world));
        assertThat(new String(compressed, StandardCharsets.ISO_8859_1)).contains("/ObjStm");
        assertThat(Pens.code(verifier.verify(signed))).isEqualTo("accepted");
    }

    @Test
    void what_cannot_be_signed_is_named() {
        CardSigner pen = Pens.of(world);
        assertThatThrownBy(() -> sign(Papers.signed(world), pen))
                .isInstanceOf(PdfNotSignable.class)
                .hasMessageContaining("MYNA-DOC-110");
        assertThatThrownBy(() -> sign(Papers.latin1("no PDF"), pen))
                .isInstanceOf(PdfNotSignable.class)
                .hasMessageContaining("MYNA-DOC-101");
        assertThatThrownBy(() -> sign(PdfsOfOthers.encrypted(), pen))
                .isInstanceOf(PdfNotSignable.class)
                .hasMessageContaining("MYNA-DOC-103");
        byte[] certified = Papers.draft("/Perms <</UR3 5 0 R>>").file();
        assertThatThrownBy(() -> sign(certified, pen))
                .isInstanceOf(PdfNotSignable.class)
                .hasMessageContaining("MYNA-DOC-109");
        byte[] pageless =
                new Papers.Draft()
                        .object("<</Type /Catalog /Pages 2 0 R>>")
                        .object("<</Type /Pages /Kids [] /Count 0>>")
                        .file();
        assertThatThrownBy(() -> sign(pageless, pen)).hasMessageContaining("MYNA-DOC-101");
        CardSigner login = Pens.of(world.login().der(), world.loginKeys.getPrivate());
        assertThatThrownBy(() -> sign(Papers.letter(), login))
                .isInstanceOf(SignerNotForDocuments.class);
        CardSigner otherKey = Pens.of(world.signature().der(), world.loginKeys.getPrivate());
        assertThatThrownBy(() -> sign(Papers.letter(), otherKey))
                .isInstanceOf(CardSignatureWrong.class);
    }

    @Test
    void a_pdf_without_signature_and_a_revoked_signer_are_refused() {
        assertThat(Pens.code(verifier.verify(Papers.letter()))).isEqualTo("MYNA-DOC-104");
        byte[] signed =
                sign(
                        Papers.letter(),
                        Pens.of(
                                world.signature().serial(99).der(),
                                world.signatureKeys.getPrivate()));
        world.lists.add(
                world.signatureAuthority
                        .crl("Chiyoda-ku")
                        .number(8)
                        .revoked(99, "2026-11-24T02:59:45Z", 3)
                        .list());
        assertThat(Pens.code(verifier.verify(signed))).isEqualTo("MYNA-VRF-104");
        var before =
                PdfVerifier.asOf(
                        java.time.Instant.parse("2026-11-24T02:59:40Z"), world.signatures());
        assertThat(Pens.code(before.verify(signed))).isEqualTo("accepted");
    }
}
