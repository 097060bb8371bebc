package org.openmyna.trust.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.verifier.ContentDigest;

/**
 * Signs PDF files with a card (ISO 32000-1 12.8, adbe.pkcs7.detached): an invisible signature in an
 * incremental update, so that the file begins with exactly the bytes that were given. The way back
 * is {@link PdfVerifier}.
 *
 * <p>The certificate, and the signature dictionary too, show the signer's name to every reader.
 */
public final class PdfSignatures {
    /** Beside the certificate a signature has 1 kB; the rest are zeros. */
    private static final int ROOM_BESIDE_CERTIFICATE = 4096;

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private PdfSignatures() {}

    /**
     * Signs a PDF.
     *
     * @param pdf at most 128 MiB, unencrypted and not signed yet
     * @param signingTime when the signer says it was signed, whole seconds
     * @return the signed PDF: the one given and about 25 kB; the same input gives the same bytes
     * @throws PdfNotSignable if the file is broken, encrypted or signed already (MYNA-DOC-101 to
     *     103, 109, 110)
     * @throws SignerNotForDocuments if the signer's certificate is of the other kind (MYNA-DOC-053)
     * @throws CardSignatureWrong if the card's answer does not verify (MYNA-DOC-051)
     */
    public static byte[] sign(
            byte[] pdf,
            PdfDetails details,
            ContentDigest digest,
            CardSigner signer,
            Instant signingTime) {
        JpkiCertificate certificate = JpkiCertificate.parse(signer.certificate());
        if (certificate.kind() != CaKind.SIGNATURE) throw new SignerNotForDocuments();
        try {
            mustBeUnsigned(PdfFile.read(pdf));
            PDSignature dictionary = dictionary(details, certificate, signingTime);
            byte[] signed =
                    PdfParser.reading(
                            pdf,
                            (parser, document) ->
                                    update(
                                            parser.upperFloor(),
                                            dictionary,
                                            certificate.der().length + ROOM_BESIDE_CERTIFICATE,
                                            digest,
                                            signer,
                                            signingTime));
            mustBeWhole(pdf, signed);
            return signed;
        } catch (PdfProblem problem) {
            throw new PdfNotSignable(problem.reason(), problem.details());
        }
    }

    private static void mustBeUnsigned(PdfFile file) throws PdfProblem {
        if (!file.signatures().isEmpty())
            throw new PdfProblem(
                    PdfCheck.ONE_SIGNATURE, DocumentError.PDF_ALREADY_SIGNED, Map.of());
        if (!file.permissions().isEmpty())
            throw new PdfProblem(
                    PdfCheck.PERMISSIONS,
                    DocumentError.PDF_PERMISSIONS_UNSUITABLE,
                    Map.of("what", "Perms: " + String.join(", ", file.permissions())));
    }

    private static PDSignature dictionary(
            PdfDetails details, JpkiCertificate certificate, Instant signingTime) {
        var dictionary = new PDSignature();
        dictionary.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        dictionary.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
        certificate.fourItems().ifPresent(items -> dictionary.setName(items.name()));
        details.reason().ifPresent(dictionary::setReason);
        details.location().ifPresent(dictionary::setLocation);
        dictionary.setSignDate(GregorianCalendar.from(signingTime.atZone(JAPAN)));
        return dictionary;
    }

    private static byte[] update(
            PDDocument document,
            PDSignature dictionary,
            int room,
            ContentDigest digest,
            CardSigner signer,
            Instant signingTime)
            throws IOException {
        if (document.getNumberOfPages() == 0) throw PdfProblem.malformed("no page");
        document.setDocumentId(signingTime.getEpochSecond());
        var out = new ByteArrayOutputStream();
        try (var options = new SignatureOptions()) {
            options.setPreferredSignatureSize(room);
            document.addSignature(dictionary, options);
            ExternalSigningSupport open = document.saveIncrementalForExternalSigning(out);
            open.setSignature(cms(open.getContent(), digest, signer, signingTime));
        }
        return out.toByteArray();
    }

    private static byte[] cms(
            InputStream content, ContentDigest digest, CardSigner signer, Instant signingTime)
            throws IOException {
        var cms = new ByteArrayOutputStream();
        try {
            CmsSignatures.signDetached(content, cms, digest, signer, signingTime);
        } catch (RuntimeException cardOrCaller) {
            throw new PdfParser.Outside(cardOrCaller);
        }
        return cms.toByteArray();
    }

    /** What leaves the house begins with what came in, and is covered by its one signature. */
    private static void mustBeWhole(byte[] pdf, byte[] signed) throws PdfProblem {
        PdfFile file = PdfFile.read(signed);
        boolean kept = Arrays.equals(pdf, 0, pdf.length, signed, 0, pdf.length);
        if (!kept || file.signatures().size() != 1) throw PdfProblem.malformed("update");
        PdfHole.iso32000_1_12_8_1(signed, file.signatures().getFirst());
    }
}
