package org.openmyna.trust.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * PDFBox's parser without its repairs and with limits. What two programs repair differently they
 * show differently, so nothing is repaired; and what is compressed is measured before PDFBox
 * unpacks it.
 */
final class PdfParser extends PDFParser {
    /** Room for the parts that are unpacked for reading: cross references and object streams. */
    private static final long UNPACKED = 32L << 20;

    private static final int OBJECTS = 4_000_000;
    private static final int WIDEST_ROW = 1 << 16;

    private long unpacked;
    private int objects;

    private PdfParser(byte[] pdf) throws IOException {
        super(new RandomAccessReadBuffer(pdf));
        setLenient(false);
    }

    /** Past PDFBox, which would log the fault of an object and go on without the object. */
    private static final class Escape extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final PdfProblem problem;

        Escape(PdfProblem problem) {
            super(problem.getMessage(), problem, false, false);
            this.problem = problem;
        }
    }

    /** Carries what the caller's own work threw past PDFBox and past the diagnosis of the PDF. */
    static final class Outside extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient RuntimeException thrown;

        Outside(RuntimeException thrown) {
            super(thrown.getMessage(), thrown, false, false);
            this.thrown = thrown;
        }
    }

    /** Work on a document that is open. */
    interface Work<T> {
        T run(PdfParser parser, COSDocument document) throws IOException;
    }

    /** Opens a PDF, lets the work read from it, and closes it. */
    static <T> T reading(byte[] pdf, Work<T> work) throws PdfProblem {
        @Nullable COSDocument opened = null;
        try {
            PdfParser parser = new PdfParser(pdf);
            if (!parser.parsePDFHeader()) throw PdfProblem.malformed("header");
            parser.initialParse();
            opened = parser.document;
            return work.run(parser, opened);
        } catch (PdfProblem problem) {
            throw problem;
        } catch (Escape escape) {
            throw escape.problem;
        } catch (Outside outside) {
            throw outside.thrown;
        } catch (IOException broken) {
            throw PdfProblem.malformed("objects");
        } catch (RuntimeException unexpectedShape) {
            // PDFBox reports a wrong shape by whatever exception its casts and indexes run into.
            throw PdfProblem.malformed("not the shape of a PDF");
        } finally {
            close(opened);
        }
    }

    private static void close(@Nullable COSDocument opened) {
        try {
            if (opened != null) opened.close();
        } catch (IOException neverOnMemory) {
            throw new IllegalStateException(neverOnMemory);
        }
    }

    /** The document as PDFBox's upper floor sees it; closed with the rest. */
    PDDocument upperFloor() throws IOException {
        return createDocument();
    }

    @Override
    protected void prepareDecryption() throws IOException {
        if (document.getTrailer().getItem(COSName.ENCRYPT) != null)
            throw new PdfProblem(PdfCheck.NOT_ENCRYPTED, DocumentError.PDF_ENCRYPTED, Map.of());
    }

    @Override
    public COSBase dereferenceCOSObject(COSObject object) throws IOException {
        try {
            return super.dereferenceCOSObject(object);
        } catch (PdfProblem problem) {
            throw new Escape(problem);
        } catch (IOException broken) {
            throw new Escape(PdfProblem.malformed("object " + object.getObjectNumber()));
        }
    }

    @Override
    protected COSBase parseDirObject() throws IOException {
        if (++objects > OBJECTS) throw PdfProblem.tooDemanding("objects");
        return super.parseDirObject();
    }

    @Override
    protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
        COSStream stream = super.parseCOSStream(dictionary);
        boolean objectStream = stream.containsKey(COSName.FIRST);
        boolean crossReferences = stream.containsKey(COSName.W);
        if (objectStream || crossReferences) measure(stream);
        return stream;
    }

    /** One Flate filter or none; a chain of filters is how bombs are built. */
    private void measure(COSStream stream) throws IOException {
        COSBase filters = stream.getFilters();
        if (filters instanceof COSArray several && several.size() == 1)
            filters = several.getObject(0);
        boolean plain = filters == null || filters instanceof COSArray none && none.size() == 0;
        boolean flate =
                COSName.FLATE_DECODE.equals(filters)
                        || COSName.FLATE_DECODE_ABBREVIATION.equals(filters);
        if (!plain && !flate) throw PdfProblem.tooDemanding("filters");
        mustHaveModestRows(stream);
        long size = plain ? stream.getLength() : inflated(stream);
        unpacked += size;
        if (unpacked > UNPACKED) throw PdfProblem.tooDemanding("compressed parts");
        if (stream.getInt(COSName.N, 0) > size) throw PdfProblem.malformed("object stream");
    }

    private static void mustHaveModestRows(COSStream stream) throws PdfProblem {
        COSBase parameters = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        if (parameters instanceof COSArray several && several.size() == 1)
            parameters = several.getObject(0);
        if (parameters instanceof COSDictionary one) {
            int columns = one.getInt(COSName.COLUMNS, 1);
            if (columns < 1 || columns > WIDEST_ROW) throw PdfProblem.tooDemanding("columns");
        }
    }

    private long inflated(COSStream stream) throws IOException {
        byte[] buffer = new byte[8192];
        long size = 0;
        try (InputStream in =
                new InflaterInputStream(stream.createRawInputStream(), new Inflater(), 8192)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                if (unpacked + size > UNPACKED) throw PdfProblem.tooDemanding("compressed parts");
            }
        } catch (ZipException broken) {
            throw PdfProblem.malformed("compressed stream");
        }
        return size;
    }
}
