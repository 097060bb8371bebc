package org.openmyna.trust.documents;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.openmyna.trust.verifier.ContentDigest;
import org.openmyna.trust.verifier.World;

/** PDF files written by hand, good and bad: nothing of PDFBox is in them. */
final class Papers {
    private static final String PAGE_TEXT = "BT /F1 24 Tf 72 720 Td (TEST: I move house.) Tj ET";

    private Papers() {}

    /** A file in the making: object 1 is the catalogue, 2 the pages, 3 the page. */
    static final class Draft {
        private final List<byte[]> objects = new ArrayList<>();
        private String trailer = "";

        Draft object(String body) {
            return object(latin1(body));
        }

        Draft object(byte[] body) {
            objects.add(body);
            return this;
        }

        Draft trailer(String more) {
            trailer = more;
            return this;
        }

        byte[] file() {
            var out = new ByteArrayOutputStream();
            out.writeBytes(latin1("%PDF-1.7\n%\u00e3\u00e3\u00e3\u00e3\n"));
            var table = new StringBuilder();
            table.append("xref\n0 ").append(objects.size() + 1);
            table.append("\n0000000000 65535 f \n");
            for (int i = 0; i < objects.size(); i++) {
                table.append("%010d 00000 n \n".formatted(out.size()));
                out.writeBytes(latin1((i + 1) + " 0 obj\n"));
                out.writeBytes(objects.get(i));
                out.writeBytes(latin1("\nendobj\n"));
            }
            int start = out.size();
            out.writeBytes(latin1(table.toString()));
            out.writeBytes(
                    latin1(
                            "trailer\n<</Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n"
                                    .formatted(objects.size() + 1, trailer, start)));
            return out.toByteArray();
        }
    }

    /** One page that says what it is; {@code catalogue} is added to the catalogue. */
    static Draft draft(String catalogue) {
        return new Draft()
                .object("<</Type /Catalog /Pages 2 0 R " + catalogue + ">>")
                .object("<</Type /Pages /Kids [3 0 R] /Count 1>>")
                .object(
                        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                                + " /Resources <</Font <</F1 5 0 R>>>>>>")
                .object(
                        "<</Length %d>>\nstream\n%s\nendstream"
                                .formatted(PAGE_TEXT.length(), PAGE_TEXT))
                .object("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>");
    }

    static byte[] letter() {
        return draft("").file();
    }

    /** The letter, signed by 試験 一郎. */
    static byte[] signed(World world) {
        return PdfSignatures.sign(
                letter(), PdfDetails.none(), ContentDigest.SHA_256, Pens.of(world), Pens.SIGNED);
    }

    /**
     * A draft with a signature field whose dictionary has these entries beside range and contents,
     * signed honestly over everything but the hole.
     *
     * @param catalogue added to the catalogue; the field is object 6, its dictionary 7
     */
    static byte[] handSigned(World world, String catalogue, String entries) {
        String room = "0".repeat(12_000);
        byte[] file =
                draft("/AcroForm <</Fields [6 0 R] /SigFlags 3>> " + catalogue)
                        .object("<</FT /Sig /T (S) /V 7 0 R>>")
                        .object(
                                "<<%s /ByteRange [0 1111111111 2222222222 3333333333] /Contents <%s>>>"
                                        .formatted(entries, room))
                        .file();
        int from = indexOf(file, "<" + room);
        int to = from + room.length() + 2;
        String range =
                "[0 %010d %010d %010d]".formatted(from, to, file.length - to).replace(" 0", " ");
        return fill(
                world, replace(file, "[0 1111111111 2222222222 3333333333]", pad(range)), from, to);
    }

    /** Fills the hole with a signature over everything else. */
    static byte[] fill(World world, byte[] file, int from, int to) {
        var content = new ByteArrayOutputStream();
        content.write(file, 0, from);
        content.write(file, to, file.length - to);
        byte[] cms = CmsSignatures.sign(content.toByteArray(), true, Pens.of(world), Pens.SIGNED);
        byte[] digits = latin1(java.util.HexFormat.of().formatHex(cms));
        byte[] filled = file.clone();
        System.arraycopy(digits, 0, filled, from + 1, digits.length);
        return filled;
    }

    private static String pad(String range) {
        int missing = "[0 1111111111 2222222222 3333333333]".length() - range.length();
        return range.substring(0, range.length() - 1) + " ".repeat(missing) + "]";
    }

    static byte[] replace(byte[] file, String old, String fresh) {
        if (old.length() != fresh.length()) throw new IllegalArgumentException(fresh);
        byte[] changed = file.clone();
        System.arraycopy(latin1(fresh), 0, changed, indexOf(file, old), fresh.length());
        return changed;
    }

    static int indexOf(byte[] file, String text) {
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(text);
        if (at < 0) throw new IllegalArgumentException(text);
        return at;
    }

    /** As an editor would add it: one object anew, and a table that points to it. */
    static byte[] updated(byte[] file, int number, String body) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int previous =
                Integer.parseInt(
                        text.substring(text.lastIndexOf("startxref") + 9).strip().split("\\s")[0]);
        String object = number + " 0 obj\n" + body + "\nendobj\n";
        int start = file.length + object.length();
        String table =
                "xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size 20 /Root 1 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
                        .formatted(number, file.length, previous, start);
        return join(file, latin1(object + table));
    }

    static byte[] join(byte[] a, byte[] b) {
        byte[] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }

    static byte[] deflated(byte[] plain) {
        var deflater = new Deflater(9);
        deflater.setInput(plain);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
        deflater.end();
        return out.toByteArray();
    }

    static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
