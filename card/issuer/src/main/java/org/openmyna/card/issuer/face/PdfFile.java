package org.openmyna.card.issuer.face;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;

/** Makes a PDF file whose pages have the size of a card. */
final class PdfFile {
    private static final float POINTS = 72 / 254f;

    private PdfFile() {}

    static byte[] of(String title, List<Consumer<Drawing>> sides) {
        try (var document = new PDDocument()) {
            // In place of the time of day: the same card gives the same file.
            document.setDocumentId(1L);
            document.getDocumentInformation().setTitle(title);
            document.getDocumentInformation().setProducer("OpenMyna");
            document.getDocumentCatalog().setLanguage("ja");
            var preferences = new PDViewerPreferences(new COSDictionary());
            preferences.setDisplayDocTitle(true);
            document.getDocumentCatalog().setViewerPreferences(preferences);
            var fontFile = new ByteArrayInputStream(FaceFonts.bundled().main().bytes());
            PDType0Font font = PDType0Font.load(document, fontFile, true);
            for (Consumer<Drawing> side : sides) {
                addPage(document, font, side);
            }
            var file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    private static void addPage(PDDocument document, PDType0Font font, Consumer<Drawing> side)
            throws IOException {
        float height = (float) Drawing.HEIGHT * POINTS;
        var page = new PDPage(new PDRectangle((float) Drawing.WIDTH * POINTS, height));
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.transform(new Matrix(POINTS, 0, 0, -POINTS, 0, height));
            side.accept(new PdfDrawing(document, font, content));
        }
    }
}
