package org.openmyna.trust.lint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Reads what is about to be signed and compares it, field by field, with the profile and with what
 * was applied for. Shares no code with whoever built it: a second opinion.
 *
 * <p>Every method takes any bytes and answers with findings, never with an exception about them; an
 * empty list means: sign. Thread-safe.
 */
public final class ProfileLint {
    /**
     * A certificate of a user (reference 2.1, 2.2).
     *
     * @param tbs DER of the tbsCertificate
     */
    public List<Finding> certificate(byte[] tbs, ExpectedCertificate expected) {
        return new UserCertificateLint(expected).check(tbs);
    }

    /**
     * The self-signed certificate of a key generation (reference 1.3).
     *
     * @param tbs DER of the tbsCertificate
     */
    public List<Finding> caCertificate(byte[] tbs, ExpectedCaCertificate expected) {
        return new CaCertificateLint(expected).check(tbs);
    }

    /**
     * The certificate of a delegated OCSP responder (RFC 6960 4.2.2.2).
     *
     * @param tbs DER of the tbsCertificate
     */
    public List<Finding> responder(byte[] tbs, ExpectedResponder expected) {
        return new ResponderLint(expected).check(tbs);
    }

    /**
     * A revocation list (reference 3.1).
     *
     * @param tbs DER of the tbsCertList
     */
    public List<Finding> revocationList(byte[] tbs, ExpectedRevocationList expected) {
        return revocationList(ByteBuffer.wrap(tbs), expected);
    }

    /**
     * A revocation list in memory or mapped; the buffer's position stays.
     *
     * @param tbs DER of the tbsCertList, from position to limit
     */
    public List<Finding> revocationList(ByteBuffer tbs, ExpectedRevocationList expected) {
        ByteBuffer own = tbs.slice();
        try {
            return revocationList(new BufferStream(own), own.remaining(), expected);
        } catch (IOException e) {
            throw new IllegalStateException("a buffer does not fail", e);
        }
    }

    /**
     * A revocation list that lies in a file, of any length; one entry at a time is in memory.
     *
     * @param offset where the tbsCertList begins, in bytes
     * @param length of the tbsCertList with its own tag and length, in bytes
     * @throws IOException if the file cannot be read
     */
    public List<Finding> revocationList(
            Path file, long offset, long length, ExpectedRevocationList expected)
            throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(offset);
            return revocationList(Channels.newInputStream(channel), length, expected);
        }
    }

    private static List<Finding> revocationList(
            InputStream tbs, long length, ExpectedRevocationList expected) throws IOException {
        return new RevocationListLint(expected).check(tbs, length);
    }

    /**
     * An OCSP answer (RFC 6960 4.2.1, reference 3.3).
     *
     * @param tbs DER of the tbsResponseData
     */
    public List<Finding> ocspResponse(byte[] tbs, ExpectedOcspResponse expected) {
        return new OcspResponseLint(expected).check(tbs);
    }
}
