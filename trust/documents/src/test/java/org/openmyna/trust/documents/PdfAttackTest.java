package org.openmyna.trust.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openmyna.trust.verifier.ContentDigest;
import org.openmyna.trust.verifier.Mutations;
import org.openmyna.trust.verifier.World;

/** PDF files that no honest program writes. */
final class PdfAttackTest {
    private static final String HONEST =
            "/Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached";
    private final World world = new World();
    private final PdfVerifier verifier = PdfVerifier.now(world.signatures());

    private String codeOf(byte[] pdf) {
        return Pens.code(verifier.verify(pdf));
    }

    @Test
    void the_honest_draft_is_accepted() {
        assertThat(codeOf(Papers.handSigned(world, "", HONEST))).isEqualTo("accepted");
    }

    @Test
    void a_changed_text_is_noticed() {
        byte[] changed = Papers.replace(Papers.signed(world), "I move house", "You may move");
        assertThat(codeOf(changed)).isEqualTo("MYNA-DOC-007");
    }

    @Test
    void whatever_is_added_after_signing_is_named() {
        byte[] signed = Papers.signed(world);
        String text = "BT /F1 24 Tf 72 720 Td (I give all I have.) Tj ET";
        String page = "<</Length " + text.length() + ">>\nstream\n" + text + "\nendstream";
        assertThat(codeOf(Papers.updated(signed, 4, page))).isEqualTo("MYNA-DOC-108");
        assertThat(codeOf(Papers.updated(signed, 19, "<</Harmless true>>")))
                .isEqualTo("MYNA-DOC-108");
        assertThat(codeOf(Papers.join(signed, Papers.latin1("\n")))).isEqualTo("MYNA-DOC-108");
        byte[] shadow = Papers.handSigned(world, "", HONEST);
        String swapped =
                "<</Type /Catalog /Pages 2 0 R /OpenAction 5 0 R /AcroForm <</Fields [6 0 R]>>>>";
        assertThat(codeOf(Papers.updated(shadow, 1, swapped))).isEqualTo("MYNA-DOC-108");
    }

    @Test
    void an_update_that_takes_the_signature_away_leaves_an_unsigned_pdf() {
        byte[] bare =
                Papers.updated(
                        Papers.handSigned(world, "", HONEST), 1, "<</Type /Catalog /Pages 2 0 R>>");
        assertThat(codeOf(bare)).isEqualTo("MYNA-DOC-104");
    }

    @Test
    void an_update_that_moves_the_range_over_itself_is_noticed() {
        byte[] signed = Papers.handSigned(world, "", HONEST);
        int from = Papers.indexOf(signed, "/Contents <") + 10;
        String hole = hole(signed, from);
        int to = from + hole.length();
        for (int length = 500; length < 100_000; length *= 3) {
            String range = "[0 " + from + " " + to + " " + length + "]";
            byte[] wrapped =
                    Papers.updated(
                            signed,
                            7,
                            "<<" + HONEST + " /ByteRange " + range + " /Contents " + hole + ">>");
            assertThat(codeOf(wrapped)).isIn("MYNA-DOC-107", "MYNA-DOC-108");
        }
        byte[] draft = wrapping(signed, from, to, hole, 0);
        byte[] exact = wrapping(signed, from, to, hole, draft.length - to);
        assertThat(codeOf(exact)).isEqualTo("MYNA-DOC-007");
    }

    private static byte[] wrapping(byte[] signed, int from, int to, String hole, int rest) {
        String range = "[0 %d %d %010d]".formatted(from, to, rest);
        return Papers.updated(
                signed, 7, "<<" + HONEST + " /ByteRange " + range + " /Contents " + hole + ">>");
    }

    private static String hole(byte[] signed, int from) {
        String text = new String(signed, StandardCharsets.ISO_8859_1);
        return text.substring(from, text.indexOf('>', from) + 1);
    }

    @Test
    void ranges_that_leave_more_than_the_hole_are_refused() {
        byte[] signed = Papers.handSigned(world, "", HONEST);
        int from = Papers.indexOf(signed, "/Contents <") + 10;
        int to = from + hole(signed, from).length();
        int rest = signed.length - to;
        for (String range :
                new String[] {
                    "1 %d %d %d".formatted(from, to, rest),
                    "0 %d %d %d".formatted(from - 1, to, rest),
                    "0 %d %d %d".formatted(from + 1, to, rest),
                    "0 %d %d %d".formatted(from, to + 1, rest - 1),
                    "0 %d %d %d".formatted(from, to - 1, rest + 1),
                    "0 %d %d %d".formatted(from - 400, to, rest),
                    "0 %d %d %d".formatted(from, to, rest + 1),
                    "0 %d %d %d".formatted(to, from, rest),
                    "0 %d %d -1".formatted(from, to),
                    "0 0 0 %d".formatted(signed.length),
                    "0 %d %d %d 0 0".formatted(from, to, rest),
                    "0 %d".formatted(signed.length),
                    "0 %d %d %d".formatted(from, to, 4294967296L + rest),
                    "0 %d.5 %d %d".formatted(from, to, rest),
                    "",
                }) {
            assertThat(codeOf(withRange(signed, range))).as(range).isEqualTo("MYNA-DOC-107");
        }
        assertThat(codeOf(withRange(signed, "0 %d %d %d".formatted(from, to, rest - 9))))
                .isEqualTo("MYNA-DOC-108");
    }

    private static byte[] withRange(byte[] signed, String range) {
        int at = Papers.indexOf(signed, "/ByteRange [") + 11;
        String old = new String(signed, at, 36, StandardCharsets.ISO_8859_1);
        String fresh = "[" + range + "]";
        return Papers.replace(signed, old, fresh + " ".repeat(36 - fresh.length()));
    }

    @Test
    void a_hole_with_more_than_digits_is_refused() {
        byte[] signed = Papers.handSigned(world, "", HONEST);
        int end = Papers.indexOf(signed, "0>>>\nendobj") + 1;
        for (String inside :
                new String[] {"> /X <00", "        ", "%hidden\n", "<</A 1>>", "0000000>"}) {
            byte[] changed = signed.clone();
            System.arraycopy(Papers.latin1(inside), 0, changed, end - 8, 8);
            assertThat(codeOf(changed)).as(inside).isIn("MYNA-DOC-101", "MYNA-DOC-107");
        }
        byte[] followed = signed.clone();
        System.arraycopy(Papers.latin1("deadbeef"), 0, followed, end - 8, 8);
        assertThat(codeOf(followed)).isEqualTo("MYNA-DOC-001");
    }

    @Test
    void a_hole_that_belongs_to_another_dictionary_is_refused() {
        byte[] signed = Papers.handSigned(world, "", HONEST);
        byte[] renamed = Papers.replace(signed, "/Contents <", "/Kontents <");
        assertThat(codeOf(renamed)).isEqualTo("MYNA-DOC-107");
        byte[] twice =
                Papers.replace(
                        signed,
                        "/Type /Sig /Filter /Adobe.PPKLite",
                        "/Contents <00>                   ");
        assertThat(codeOf(twice)).isNotEqualTo("accepted");
    }

    @Test
    void several_signatures_are_counted_wherever_they_hang() {
        byte[] two =
                Papers.draft("/AcroForm <</Fields [6 0 R 7 0 R]>>")
                        .object("<</FT /Sig /T (A) /V <</SubFilter /adbe.pkcs7.detached>>>>")
                        .object("<</T (B) /FT /Sig /Kids [8 0 R]>>")
                        .object("<</T (C) /V <</SubFilter /adbe.pkcs7.detached>>>>")
                        .file();
        assertThat(codeOf(two)).isEqualTo("MYNA-DOC-105");
        byte[] onPage =
                new Papers.Draft()
                        .object("<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [4 0 R]>>>>")
                        .object("<</Type /Pages /Kids [3 0 R] /Count 1>>")
                        .object("<</Type /Page /Parent 2 0 R /Annots [4 0 R 5 0 R]>>")
                        .object("<</FT /Sig /T (A) /V <</SubFilter /adbe.pkcs7.detached /N 1>>>>")
                        .object("<</FT /Sig /T (B) /V <</SubFilter /adbe.pkcs7.detached /N 2>>>>")
                        .file();
        assertThat(codeOf(onPage)).isEqualTo("MYNA-DOC-105");
        byte[] loop =
                Papers.draft("/AcroForm <</Fields [6 0 R]>>")
                        .object("<</FT /Sig /T (A) /Kids [6 0 R]>>")
                        .file();
        assertThat(codeOf(loop)).isEqualTo("MYNA-DOC-104");
    }

    @Test
    void other_forms_of_signature_are_named() {
        for (String form :
                new String[] {
                    "/Type /Sig /SubFilter /adbe.x509.rsa_sha1",
                    "/Type /Sig /SubFilter /adbe.pkcs7.sha1",
                    "/Type /Sig /SubFilter /ETSI.CAdES.detached",
                    "/Type /DocTimeStamp /SubFilter /ETSI.RFC3161",
                    "/Type /DocTimeStamp /SubFilter /adbe.pkcs7.detached",
                    "/Type /Sig"
                })
            assertThat(codeOf(Papers.handSigned(world, "", form)))
                    .as(form)
                    .isEqualTo("MYNA-DOC-106");
    }

    @Test
    void a_certification_of_this_signature_fits_and_other_permissions_do_not() {
        String certifies =
                " /Reference [<</TransformMethod /DocMDP /TransformParams <</P 2 /V /1.2>>>>]";
        assertThat(codeOf(Papers.handSigned(world, "/Perms <</DocMDP 7 0 R>>", HONEST + certifies)))
                .isEqualTo("accepted");
        assertThat(codeOf(Papers.handSigned(world, "", HONEST + certifies))).isEqualTo("accepted");
        assertThat(codeOf(Papers.handSigned(world, "/Perms <</DocMDP 5 0 R>>", HONEST + certifies)))
                .isEqualTo("MYNA-DOC-109");
        assertThat(codeOf(Papers.handSigned(world, "/Perms <</DocMDP 7 0 R>>", HONEST)))
                .isEqualTo("MYNA-DOC-109");
        assertThat(
                        codeOf(
                                Papers.handSigned(
                                        world,
                                        "/Perms <</DocMDP 7 0 R /UR3 7 0 R>>",
                                        HONEST + certifies)))
                .isEqualTo("MYNA-DOC-109");
        String usageRights = " /Reference [<</TransformMethod /UR3>>]";
        assertThat(codeOf(Papers.handSigned(world, "", HONEST + usageRights)))
                .isEqualTo("MYNA-DOC-109");
    }

    @Test
    void encrypted_and_broken_files_are_named() {
        assertThat(codeOf(PdfsOfOthers.encrypted())).isEqualTo("MYNA-DOC-103");
        byte[] claimed = Papers.draft("").trailer("/Encrypt <</Filter /Standard>>").file();
        assertThat(codeOf(claimed)).isEqualTo("MYNA-DOC-103");
        byte[] signed = Papers.signed(world);
        for (byte[] broken :
                new byte[][] {
                    new byte[0],
                    Papers.latin1("%PDF-1.7"),
                    Papers.join(Papers.latin1("\n"), signed),
                    Arrays.copyOf(signed, signed.length / 2),
                    Papers.replace(Papers.letter(), "startxref", "startyref"),
                    Papers.draft("/AcroForm 99 0 R /Pages 98 0 R").file(),
                    Papers.draft("").object("<</Loop 6 0 R").trailer("/Prev 10").file()
                }) assertThat(codeOf(broken)).isEqualTo("MYNA-DOC-101");
        byte[] field =
                Papers.draft("/AcroForm <</Fields [6 0 R]>>").object("<</FT /Sig /V (").file();
        assertThat(codeOf(field)).isEqualTo("MYNA-DOC-101");
    }

    @Test
    void bombs_are_measured_before_they_go_off() {
        byte[] field = Papers.latin1("7 0  <</FT /Sig /T (S)>>");
        assertThat(codeOf(bomb("/FlateDecode", "", Papers.deflated(field))))
                .as("the same, harmless")
                .isEqualTo("MYNA-DOC-104");
        byte[] zeros = Papers.deflated(new byte[64 << 20]);
        assertThat(codeOf(bomb("/FlateDecode", "", zeros))).isEqualTo("MYNA-DOC-102");
        assertThat(codeOf(bomb("[/FlateDecode /FlateDecode]", "", Papers.deflated(zeros))))
                .isEqualTo("MYNA-DOC-102");
        byte[] small = Papers.deflated(new byte[100]);
        String wide = "/DecodeParms <</Predictor 12 /Columns 2147483600>>";
        assertThat(codeOf(bomb("/FlateDecode", wide, small))).isEqualTo("MYNA-DOC-102");
        assertThat(codeOf(bomb("/LZWDecode", "", small))).isEqualTo("MYNA-DOC-102");
        String nested = "[".repeat(200_000) + "]".repeat(200_000);
        assertThat(codeOf(Papers.draft("/AcroForm <</Fields " + nested + ">>").file()))
                .isEqualTo("MYNA-DOC-101");
        String flat = "[" + "0 ".repeat(5_000_000) + "]";
        assertThat(codeOf(Papers.draft("/AcroForm <</Fields " + flat + ">>").file()))
                .isEqualTo("MYNA-DOC-102");
        assertThat(codeOf(new byte[PdfFile.LARGEST + 1])).isEqualTo("MYNA-DOC-102");
    }

    /** A field that lies in an object stream of these contents. */
    private static byte[] bomb(String filter, String more, byte[] contents) {
        String head =
                "<</Type /ObjStm /N 1 /First 5 /Filter %s %s /Length %d>>\nstream\n"
                        .formatted(filter, more, contents.length);
        byte[] stream =
                Papers.join(
                        Papers.join(Papers.latin1(head), contents), Papers.latin1("\nendstream"));
        byte[] file = Papers.draft("/AcroForm <</Fields [7 0 R]>>").object(stream).file();
        String text = new String(file, StandardCharsets.ISO_8859_1);
        String previous = text.substring(text.lastIndexOf("startxref") + 9).strip().split("\\s")[0];
        // A cross-reference stream after it says that object 7 is the first one in object 6.
        String table =
                ("8 0 obj\n<</Type /XRef /Size 9 /Root 1 0 R /W [1 4 1] /Index [7 1] /Prev %s"
                                + " /Length 6>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n")
                        .formatted(previous, "\u0002\0\0\0\u0006\0", file.length);
        return Papers.join(file, Papers.latin1(table));
    }

    @Test
    void any_damage_to_a_pdf_is_a_named_refusal_or_leaves_what_was_signed() {
        byte[] ours = Papers.signed(world);
        byte[] theirs = Papers.handSigned(world, "", HONEST);
        byte[] compressed =
                PdfSignatures.sign(
                        PdfsOfOthers.compressed(),
                        PdfDetails.none(),
                        ContentDigest.SHA_512,
                        Pens.of(world),
                        Pens.SIGNED);
        Random chance = new Random(7);
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            byte[] good = new byte[][] {ours, theirs, compressed}[i % 3];
            byte[] bytes = i % 2 == 0 ? outsideOfTheHole(good, chance) : Mutations.of(good, chance);
            DocumentVerdict verdict = verifier.verify(bytes);
            seen.merge(Pens.code(verdict), 1, Integer::sum);
            if (verdict instanceof DocumentVerdict.Accepted accepted)
                assertThat(accepted.contentSha256()).isEqualTo(contentOf(good));
        }
        assertThat(seen).hasSizeGreaterThan(6);
    }

    private String contentOf(byte[] good) {
        return ((DocumentVerdict.Accepted) verifier.verify(good)).contentSha256();
    }

    /** One bit, where the document is. */
    private static byte[] outsideOfTheHole(byte[] good, Random chance) {
        byte[] bytes = good.clone();
        int at = chance.nextInt(bytes.length);
        while (HEX.indexOf(bytes[at]) >= 0) at = chance.nextInt(bytes.length);
        bytes[at] ^= (byte) (1 << chance.nextInt(8));
        return bytes;
    }

    private static final String HEX = "0123456789abcdefABCDEF";
}
