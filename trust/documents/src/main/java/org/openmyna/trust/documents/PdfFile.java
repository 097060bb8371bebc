package org.openmyna.trust.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * What a PDF says about its signatures, in plain types; nothing judged but that it can be read.
 *
 * @param signatures values of all signature fields, wherever a viewer could find them
 * @param permissions keys of the permissions dictionary; empty if there is none
 * @param certified whether the permissions dictionary certifies the first signature
 */
record PdfFile(List<Signature> signatures, List<String> permissions, boolean certified) {
    /** Above this a PDF is not read. */
    static final int LARGEST = 128 << 20;

    private static final COSName DOC_MDP = COSName.getPDFName("DocMDP");
    private static final COSName PERMS = COSName.getPDFName("Perms");
    private static final COSName TRANSFORM_METHOD = COSName.getPDFName("TransformMethod");
    private static final COSName REFERENCE = COSName.getPDFName("Reference");
    private static final byte[] HEADER = {'%', 'P', 'D', 'F', '-'};

    /**
     * A signature dictionary (ISO 32000-1 table 252).
     *
     * @param byteRange empty if it is no array of integers
     * @param contents as the parser reads it; empty if it is no string
     * @param transforms methods of the signature references
     */
    record Signature(
            String type,
            String subFilter,
            List<Long> byteRange,
            Optional<byte[]> contents,
            List<String> transforms) {}

    /** Reads a PDF; it is closed again when this returns. */
    static PdfFile read(byte[] pdf) throws PdfProblem {
        mustBegin(pdf);
        return PdfParser.reading(pdf, (parser, document) -> of(document));
    }

    static void mustBegin(byte[] pdf) throws PdfProblem {
        if (pdf.length > LARGEST) throw PdfProblem.tooDemanding(pdf.length + " bytes");
        for (int i = 0; i < HEADER.length; i++)
            if (pdf.length <= i || pdf[i] != HEADER[i]) throw PdfProblem.malformed("header");
    }

    private static PdfFile of(COSDocument document) throws IOException {
        COSDictionary root = dictionary(document.getTrailer().getDictionaryObject(COSName.ROOT));
        if (root == null) throw PdfProblem.malformed("no catalogue");
        var finder = new SignatureFinder();
        COSDictionary form = dictionary(root.getDictionaryObject(COSName.ACRO_FORM));
        if (form != null) finder.fields(form.getDictionaryObject(COSName.FIELDS), "");
        finder.pages(root.getDictionaryObject(COSName.PAGES));
        List<Signature> signatures = new ArrayList<>();
        for (COSDictionary each : finder.found) signatures.add(signature(each));
        COSDictionary perms = dictionary(root.getDictionaryObject(PERMS));
        boolean certified =
                perms != null
                        && !finder.found.isEmpty()
                        && perms.getDictionaryObject(DOC_MDP) == finder.found.getFirst();
        List<String> keys =
                perms == null
                        ? List.of()
                        : perms.keySet().stream().map(COSName::getName).sorted().toList();
        return new PdfFile(signatures, keys, certified);
    }

    private static Signature signature(COSDictionary from) {
        COSBase contents = from.getDictionaryObject(COSName.CONTENTS);
        return new Signature(
                name(from, COSName.TYPE),
                name(from, COSName.SUB_FILTER),
                byteRange(from.getDictionaryObject(COSName.BYTERANGE)),
                contents instanceof COSString string
                        ? Optional.of(string.getBytes())
                        : Optional.empty(),
                transforms(from.getDictionaryObject(REFERENCE)));
    }

    private static String name(COSDictionary from, COSName key) {
        return from.getDictionaryObject(key) instanceof COSName name ? name.getName() : "";
    }

    private static List<Long> byteRange(COSBase value) {
        List<Long> numbers = new ArrayList<>();
        if (value instanceof COSArray array)
            for (COSBase each : array)
                if (each instanceof COSInteger number) numbers.add(number.longValue());
                else return List.of();
        return numbers;
    }

    private static List<String> transforms(COSBase references) {
        List<String> methods = new ArrayList<>();
        if (references instanceof COSArray array)
            for (int i = 0; i < array.size(); i++) {
                COSDictionary one = dictionary(array.getObject(i));
                methods.add(one == null ? "" : name(one, TRANSFORM_METHOD));
            }
        return methods;
    }

    private static @Nullable COSDictionary dictionary(COSBase value) {
        return value instanceof COSDictionary dictionary ? dictionary : null;
    }

    /** Looks through the form and through the annotations of all pages, since viewers do both. */
    private static final class SignatureFinder {
        private static final int DEEPEST = 100;
        private final List<COSDictionary> found = new ArrayList<>();
        private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private int depth;

        void fields(COSBase fields, String inheritedType) throws PdfProblem {
            if (!(fields instanceof COSArray array)) return;
            deeper();
            for (int i = 0; i < array.size(); i++) {
                COSDictionary field = dictionary(array.getObject(i));
                if (field == null || !seen.add(field)) continue;
                String own = name(field, COSName.FT);
                String type = own.isEmpty() ? inheritedType : own;
                note(field, type);
                fields(field.getDictionaryObject(COSName.KIDS), type);
            }
            depth--;
        }

        void pages(COSBase node) throws PdfProblem {
            COSDictionary page = dictionary(node);
            if (page == null || !seen.add(page)) return;
            deeper();
            if (page.getDictionaryObject(COSName.ANNOTS) instanceof COSArray annotations)
                for (int i = 0; i < annotations.size(); i++) {
                    COSDictionary widget = dictionary(annotations.getObject(i));
                    if (widget != null && seen.add(widget)) note(widget, name(widget, COSName.FT));
                }
            if (page.getDictionaryObject(COSName.KIDS) instanceof COSArray kids)
                for (int i = 0; i < kids.size(); i++) pages(kids.getObject(i));
            depth--;
        }

        private void note(COSDictionary field, String type) {
            COSDictionary value = dictionary(field.getDictionaryObject(COSName.V));
            if (type.equals("Sig") && value != null && !found.contains(value)) found.add(value);
        }

        private void deeper() throws PdfProblem {
            if (++depth > DEEPEST) throw PdfProblem.tooDemanding("nesting");
        }
    }
}
