/**
 * Signed documents: CMS, PDF and bare signatures made with a card, and the verdict on such
 * signatures by whomever.
 *
 * <p><b>Ideas.</b> Making a signature needs a {@link org.openmyna.trust.documents.CardSigner} and
 * nothing else: the card sees one DigestInfo, the document streams past. Judging one joins two
 * questions: is this content what was signed ({@code CmsSteps}), and whose card was it ({@link
 * org.openmyna.trust.verifier.SignatureVerifier}). Both leave their evidence in one list.
 *
 * <p><b>Invariants.</b>
 *
 * <ul>
 *   <li>A PDF is accepted only if its one signature covers every byte but its own string, measured
 *       on the bytes ({@code PdfHole}); a parser that repairs nothing says which signature that is
 *       ({@code PdfParser}, {@code PdfFile}).
 *   <li>What is written is DER, and was verified under its certificate before it is handed out.
 *   <li>What is read may be BER, but everything that the verdict rests on is checked: one signer,
 *       signed attributes once each, content type, digest, algorithms, the certificate signed
 *       along.
 *   <li>The signer's own time proves nothing and changes nothing; a caller that knows better says
 *       so with {@code CmsVerifier.asOf}.
 *   <li>No size of document needs memory; certificates and framing have a fixed room. Only a PDF is
 *       held, and has limits.
 * </ul>
 *
 * <p><b>Clauses.</b> RFC 5652 5.1 {@code SignedDataWriter}, {@code CmsFile}; 5.3 {@code
 * SignerInfoMaker}, {@code SignerFields}; 5.4, 5.6, 11.1, 11.2 {@code CmsSteps}; 11.3 as a claim
 * only. RFC 5035 3 and 5.4 signingCertificateV2. RFC 5754 2 and 3.2 algorithms. RFC 6211. ISO
 * 32000-1 12.8 {@code PdfSignatures}, {@code PdfVerifier}. Left out: several signers,
 * countersignatures, time stamps, CRLs inside the file (status comes from the verifier's own
 * source).
 *
 * <p><b>What would break it.</b> Using the streamed content before the verdict accepted it.
 */
@NullMarked
package org.openmyna.trust.documents;

import org.jspecify.annotations.NullMarked;
