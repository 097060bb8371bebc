package org.openmyna.trust.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openmyna.trust.verifier.ContentDigest;

/**
 * Makes CMS signatures (RFC 5652) with a card: DER, one signer, the certificate included, SHA-256
 * or a longer digest and RSA, with contentType, messageDigest, signingTime and signingCertificateV2
 * signed along. {@link CmsPem} makes text of them; the way back is {@link CmsVerifier}.
 *
 * <p>The certificate shows the signer's name, birth date, sex and address to every reader.
 */
public final class CmsSignatures {
    private static final Set<String> BROKEN = Set.of("SHA1", "MD5", "MD2", "MD4");

    private CmsSignatures() {}

    /**
     * The digest of this name, as in {@code sha256} or {@code SHA-256}.
     *
     * @return empty for a name that is no digest
     * @throws DigestRefused for a digest that is broken, such as SHA-1 (MYNA-DOC-054)
     */
    public static Optional<ContentDigest> digestNamed(String name) {
        String bare = name.replace("-", "").toUpperCase(Locale.ROOT);
        if (BROKEN.contains(bare)) throw new DigestRefused(name.toUpperCase(Locale.ROOT));
        return Arrays.stream(ContentDigest.values())
                .filter(each -> each.algorithm().replace("-", "").equals(bare))
                .findFirst();
    }

    /** Signs a document that fits into memory, under SHA-256. */
    public static byte[] sign(
            byte[] content, boolean detached, CardSigner signer, Instant signingTime) {
        return sign(content, detached, ContentDigest.SHA_256, signer, signingTime);
    }

    /**
     * Signs a document that fits into memory.
     *
     * @param detached whether the content stays outside the signature
     * @param signingTime when the signer says it was signed, whole seconds
     * @return the signature file, DER: about 3 kB, and the content unless detached
     * @throws SignerNotForDocuments if the signer's certificate is of the other kind (MYNA-DOC-053)
     * @throws CardSignatureWrong if the card's answer does not verify (MYNA-DOC-051)
     */
    public static byte[] sign(
            byte[] content,
            boolean detached,
            ContentDigest digest,
            CardSigner signer,
            Instant signingTime) {
        var cms = new ByteArrayOutputStream(4096 + (detached ? 0 : content.length));
        var in = new ByteArrayInputStream(content);
        try {
            if (detached) signDetached(in, cms, digest, signer, signingTime);
            else signAttached(in, content.length, cms, digest, signer, signingTime);
        } catch (IOException neverOnMemory) {
            throw new IllegalStateException(neverOnMemory);
        }
        return cms.toByteArray();
    }

    /** As the other, under SHA-256. */
    public static void signDetached(
            InputStream content, OutputStream cms, CardSigner signer, Instant signingTime)
            throws IOException {
        signDetached(content, cms, ContentDigest.SHA_256, signer, signingTime);
    }

    /**
     * Signs a document of any size, which is read once and not kept; the signature stays outside.
     *
     * @param cms gets the signature file; not closed
     * @throws IOException if a stream fails
     */
    public static void signDetached(
            InputStream content,
            OutputStream cms,
            ContentDigest digest,
            CardSigner signer,
            Instant signingTime)
            throws IOException {
        var maker = new SignerInfoMaker(signer, digest, signingTime);
        new DigestInputStream(content, maker.content()).transferTo(OutputStream.nullOutputStream());
        SignedDataWriter.detached(cms, maker.digestAlgorithms(), maker.certificate(), maker.make());
    }

    /** As the other, under SHA-256. */
    public static void signAttached(
            InputStream content,
            long length,
            OutputStream cms,
            CardSigner signer,
            Instant signingTime)
            throws IOException {
        signAttached(content, length, cms, ContentDigest.SHA_256, signer, signingTime);
    }

    /**
     * Signs a document of any size, which is copied into the signature file as it is read. The card
     * signs at the end; whatever is thrown leaves an unusable file behind.
     *
     * @param length of the content in bytes, which DER has to know first
     * @param cms gets the signature file; not closed
     * @throws ContentLengthDiffers if the content is shorter or longer (MYNA-DOC-052)
     * @throws IOException if a stream fails
     */
    public static void signAttached(
            InputStream content,
            long length,
            OutputStream cms,
            ContentDigest digest,
            CardSigner signer,
            Instant signingTime)
            throws IOException {
        var maker = new SignerInfoMaker(signer, digest, signingTime);
        SignedDataWriter.Content copied =
                out -> {
                    var seen = new DigestInputStream(content, maker.content());
                    if (seen.transferTo(out) != length) throw new ContentLengthDiffers(length);
                };
        SignedDataWriter.attached(
                cms, length, copied, maker.digestAlgorithms(), maker.certificate(), maker);
    }
}
