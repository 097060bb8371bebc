package org.openmyna.trust.documents;

import java.io.IOException;
import java.util.Map;

/**
 * What is wrong with a PDF, on its way to a verdict or to whoever wants to sign it. It passes
 * through PDFBox, which knows only {@link IOException}.
 */
final class PdfProblem extends IOException {
    private static final long serialVersionUID = 1;

    private final PdfCheck check;
    private final DocumentError reason;
    private final transient Map<String, String> details;

    PdfProblem(PdfCheck check, DocumentError reason, Map<String, String> details) {
        super(reason.code());
        this.check = check;
        this.reason = reason;
        this.details = details;
    }

    static PdfProblem malformed(String what) {
        return new PdfProblem(
                PdfCheck.PDF_STRUCTURE, DocumentError.PDF_MALFORMED, Map.of("what", what));
    }

    static PdfProblem tooDemanding(String what) {
        return new PdfProblem(
                PdfCheck.PDF_STRUCTURE, DocumentError.PDF_TOO_DEMANDING, Map.of("what", what));
    }

    PdfCheck check() {
        return check;
    }

    DocumentError reason() {
        return reason;
    }

    Map<String, String> details() {
        return details;
    }
}
