package org.openmyna.trust.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import org.openmyna.trust.verifier.SignatureVerifier;

/**
 * Checks CMS signatures (RFC 5652) made with a card, by whatever program: what was signed, and with
 * {@link SignatureVerifier} by whom. Detached or embedded, DER, BER or PEM, one signer, SHA-256,
 * SHA-384 or SHA-512.
 */
public final class CmsVerifier {
    private final SignatureVerifier certificates;
    private final Optional<Instant> time;

    private CmsVerifier(SignatureVerifier certificates, Optional<Instant> time) {
        this.certificates = certificates;
        this.time = time;
    }

    /** Judges certificates as of the moment of verification. */
    public static CmsVerifier now(SignatureVerifier certificates) {
        return new CmsVerifier(certificates, Optional.empty());
    }

    /**
     * Judges certificates as of a time that has passed.
     *
     * @param time at which the signature is known to have existed: a receipt, a time stamp; never
     *     the signing time that the signer claims
     */
    public static CmsVerifier asOf(Instant time, SignatureVerifier certificates) {
        return new CmsVerifier(certificates, Optional.of(time));
    }

    /** Checks a signature file that holds the document. */
    public DocumentVerdict verify(byte[] cms) {
        return inMemory(
                () -> verify(new ByteArrayInputStream(cms), OutputStream.nullOutputStream()));
    }

    /** Checks a signature file beside its document. */
    public DocumentVerdict verify(byte[] cms, byte[] content) {
        return inMemory(() -> verify(cms, new ByteArrayInputStream(content)));
    }

    /**
     * Checks a signature file of any size that holds the document.
     *
     * @param content gets the document as it is read; it is unproved until the verdict accepts it
     * @throws IOException if a stream fails
     */
    public DocumentVerdict verify(InputStream cms, OutputStream content) throws IOException {
        return new CmsSteps(certificates, time)
                .verdict(steps -> {
                    CmsFile file = steps.structure(cms, content);
                    steps.contentEmbedded(file);
                    return steps.prove(file, file.digests(), false);
                });
    }

    /**
     * Checks a signature file beside its document of any size, which is read once and not kept.
     *
     * @throws IOException if the stream fails
     */
    public DocumentVerdict verify(byte[] cms, InputStream content) throws IOException {
        return new CmsSteps(certificates, time)
                .verdict(steps -> {
                    CmsFile file =
                            steps.structure(
                                    new ByteArrayInputStream(cms), OutputStream.nullOutputStream());
                    steps.contentBeside(file);
                    return steps.prove(file, ContentDigests.of(content, file.announced()), true);
                });
    }

    private interface InMemory {
        DocumentVerdict run() throws IOException;
    }

    private static DocumentVerdict inMemory(InMemory work) {
        try {
            return work.run();
        } catch (IOException neverOnMemory) {
            throw new IllegalStateException(neverOnMemory);
        }
    }
}
