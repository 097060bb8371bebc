package org.openmyna.trust.documents;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The one place of a signed PDF that its signature does not cover: the hexadecimal string with the
 * signature itself. It is measured on the bytes of the file, whatever a parser says about them.
 */
final class PdfHole {
    private static final byte[] KEY = "/Contents".getBytes(StandardCharsets.US_ASCII);

    private final byte[] pdf;
    private final int from;
    private final int to;
    private final byte[] contents;

    private PdfHole(byte[] pdf, int from, int to, byte[] contents) {
        this.pdf = pdf;
        this.from = from;
        this.to = to;
        this.contents = contents;
    }

    /**
     * ISO 32000-1 12.8.1: the range is from the first byte to the last, but for Contents.
     *
     * @param signature which claims the range
     * @throws PdfProblem MYNA-DOC-108 if it ends before the file does, MYNA-DOC-107 for all else
     */
    static PdfHole iso32000_1_12_8_1(byte[] pdf, PdfFile.Signature signature) throws PdfProblem {
        List<Long> range = signature.byteRange();
        if (range.size() != 4) throw wrong("ByteRange has " + range.size() + " numbers");
        long first = range.get(0);
        long from = range.get(1);
        long to = range.get(2);
        long rest = range.get(3);
        if (first != 0) throw wrong("it begins at byte " + first);
        if (from < 1 || to <= from || to > pdf.length) throw wrong("the hole is outside the file");
        if (rest < 0 || rest > pdf.length - to) throw wrong("it ends outside the file");
        if (rest < pdf.length - to)
            throw new PdfProblem(
                    PdfCheck.NOTHING_ADDED,
                    DocumentError.PDF_CHANGED_AFTER_SIGNING,
                    Map.of("bytes", Long.toString(pdf.length - to - rest)));
        byte[] contents = hexString(pdf, (int) from, (int) to);
        mustBeContents(pdf, (int) from);
        byte[] parsed = signature.contents().orElseThrow(() -> wrong("no Contents"));
        if (!Arrays.equals(parsed, contents)) throw wrong("the hole is not its Contents");
        return new PdfHole(pdf, (int) from, (int) to, contents);
    }

    /** Angle brackets at both ends and hexadecimal digits between them, nothing else. */
    private static byte[] hexString(byte[] pdf, int from, int to) throws PdfProblem {
        boolean fits = to - from >= 4 && (to - from) % 2 == 0;
        if (!fits || pdf[from] != '<' || pdf[to - 1] != '>') throw wrong("the hole is no string");
        for (int i = from + 1; i < to - 1; i++)
            if (!HexFormat.isHexDigit(pdf[i])) throw wrong("the hole holds more than digits");
        String digits = new String(pdf, from + 1, to - from - 2, StandardCharsets.US_ASCII);
        return HexFormat.of().parseHex(digits);
    }

    private static void mustBeContents(byte[] pdf, int from) throws PdfProblem {
        int end = from;
        while (end > 0 && " \t\r\n\f\0".indexOf(pdf[end - 1]) >= 0) end--;
        int begin = end - KEY.length;
        if (begin < 0 || !Arrays.equals(pdf, begin, end, KEY, 0, KEY.length))
            throw wrong("the hole is not the value of Contents");
    }

    private static PdfProblem wrong(String what) {
        return new PdfProblem(
                PdfCheck.WHOLE_FILE_COVERED,
                DocumentError.PDF_BYTE_RANGE_WRONG,
                Map.of("what", what));
    }

    /** The CMS signature, and zeros up to the end of the room that was kept for it. */
    byte[] contents() {
        return contents.clone();
    }

    /** All that is signed: the file without the hole. */
    InputStream signed() {
        return new SequenceInputStream(
                new ByteArrayInputStream(pdf, 0, from),
                new ByteArrayInputStream(pdf, to, pdf.length - to));
    }

    /** The range in the words of the file. */
    String range() {
        return "0 " + from + " " + to + " " + (pdf.length - to);
    }
}
