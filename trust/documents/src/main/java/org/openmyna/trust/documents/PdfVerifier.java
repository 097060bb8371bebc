package org.openmyna.trust.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmyna.trust.documents.PdfFile.Signature;
import org.openmyna.trust.verifier.SignatureVerifier;

/**
 * Checks PDF signatures (ISO 32000-1 12.8, adbe.pkcs7.detached) made with a card, by whatever
 * program. One signature, and it must cover the whole file: what was added later is not looked at
 * for whether it matters, it is refused.
 */
public final class PdfVerifier {
    private static final String DETACHED = "adbe.pkcs7.detached";
    private static final List<String> TRANSFORMS = List.of("DocMDP", "FieldMDP");

    private final SignatureVerifier certificates;
    private final Optional<Instant> time;

    private PdfVerifier(SignatureVerifier certificates, Optional<Instant> time) {
        this.certificates = certificates;
        this.time = time;
    }

    /** Judges certificates as of the moment of verification. */
    public static PdfVerifier now(SignatureVerifier certificates) {
        return new PdfVerifier(certificates, Optional.empty());
    }

    /**
     * Judges certificates as of a time that has passed; see {@link CmsVerifier#asOf}.
     *
     * @param time at which the signature is known to have existed
     */
    public static PdfVerifier asOf(Instant time, SignatureVerifier certificates) {
        return new PdfVerifier(certificates, Optional.of(time));
    }

    /**
     * Checks a signed PDF.
     *
     * @param pdf at most 128 MiB
     * @return a verdict whose content is the file without the signature itself
     */
    public DocumentVerdict verify(byte[] pdf) {
        try {
            return new CmsSteps(certificates, time).verdict(steps -> prove(pdf, steps));
        } catch (IOException neverOnMemory) {
            throw new IllegalStateException(neverOnMemory);
        }
    }

    private static DocumentVerdict prove(byte[] pdf, CmsSteps steps) throws IOException {
        PdfHole hole;
        try {
            hole = hole(pdf, steps);
        } catch (PdfProblem problem) {
            throw steps.failed(problem.check(), problem.reason(), problem.details());
        }
        CmsFile file = steps.structureInside(new ByteArrayInputStream(hole.contents()));
        steps.contentBeside(file);
        return steps.prove(file, ContentDigests.of(hole.signed(), file.announced()), false);
    }

    private static PdfHole hole(byte[] pdf, CmsSteps steps) throws PdfProblem {
        PdfFile file = PdfFile.read(pdf);
        steps.passed(PdfCheck.PDF_STRUCTURE, Map.of("bytes", Integer.toString(pdf.length)));
        steps.passed(PdfCheck.NOT_ENCRYPTED, Map.of());
        Signature signature = iso32000_1_12_7_4_5_oneSignature(file);
        steps.passed(PdfCheck.ONE_SIGNATURE, Map.of());
        iso32000_1_12_8_3_3_dictionary(signature);
        steps.passed(PdfCheck.SIGNATURE_DICTIONARY, Map.of("subFilter", signature.subFilter()));
        PdfHole hole = PdfHole.iso32000_1_12_8_1(pdf, signature);
        steps.passed(PdfCheck.NOTHING_ADDED, Map.of());
        steps.passed(PdfCheck.WHOLE_FILE_COVERED, Map.of("byteRange", hole.range()));
        iso32000_1_12_8_4_permissions(file, signature);
        steps.passed(
                PdfCheck.PERMISSIONS, Map.of("permissions", String.join(", ", file.permissions())));
        return hole;
    }

    private static Signature iso32000_1_12_7_4_5_oneSignature(PdfFile file) throws PdfProblem {
        int count = file.signatures().size();
        if (count == 1) return file.signatures().getFirst();
        throw new PdfProblem(
                PdfCheck.ONE_SIGNATURE,
                count == 0 ? DocumentError.PDF_NOT_SIGNED : DocumentError.PDF_SEVERAL_SIGNATURES,
                Map.of("count", Integer.toString(count)));
    }

    /** Type may be left out (table 252). */
    private static void iso32000_1_12_8_3_3_dictionary(Signature signature) throws PdfProblem {
        boolean fits = List.of("", "Sig").contains(signature.type());
        if (fits && signature.subFilter().equals(DETACHED)) return;
        throw new PdfProblem(
                PdfCheck.SIGNATURE_DICTIONARY,
                DocumentError.PDF_SIGNATURE_UNSUITABLE,
                Map.of("what", fits ? signature.subFilter() : signature.type()));
    }

    /**
     * A certification limits later changes, and since none is taken it is kept, whatever it
     * permits. Usage rights are signed by the maker of a viewer and belong to no card.
     */
    private static void iso32000_1_12_8_4_permissions(PdfFile file, Signature signature)
            throws PdfProblem {
        String wrong = "";
        if (!TRANSFORMS.containsAll(signature.transforms()))
            wrong = String.join(", ", signature.transforms());
        boolean none = file.permissions().isEmpty();
        boolean certification =
                file.permissions().equals(List.of("DocMDP"))
                        && file.certified()
                        && signature.transforms().contains("DocMDP");
        if (!none && !certification) wrong = "Perms: " + String.join(", ", file.permissions());
        if (!wrong.isEmpty())
            throw new PdfProblem(
                    PdfCheck.PERMISSIONS,
                    DocumentError.PDF_PERMISSIONS_UNSUITABLE,
                    Map.of("what", wrong));
    }
}
