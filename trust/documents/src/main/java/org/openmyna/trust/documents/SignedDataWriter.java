package org.openmyna.trust.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Writes SignedData (RFC 5652 5.1) as DER while the content streams by. DER wants each length
 * before its content; all parts but the document are made first or have a known size, so nothing of
 * the document is kept.
 *
 * <pre>
 * ContentInfo  SEQUENCE { signedData, [0] SEQUENCE {
 *   version 1, SET { digest }, SEQUENCE { data, [0] OCTET STRING content }, [0] certificates, SET { signerInfo } } }
 * </pre>
 */
final class SignedDataWriter {
    private static final byte[] OID_SIGNED_DATA = hex("06092a864886f70d010702");
    private static final byte[] OID_DATA = hex("06092a864886f70d010701");
    private static final byte[] VERSION_1 = hex("020101");

    private SignedDataWriter() {}

    /** Lets the document pass. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** The signer info: its length is known first, its bytes only after the content has passed. */
    interface LastPart {
        int length();

        byte[] make();
    }

    /** Detached: no eContent. */
    static void detached(
            OutputStream out, byte[] digestAlgorithms, byte[] certificate, byte[] signerInfo)
            throws IOException {
        byte[] encapsulated = join(header(0x30, OID_DATA.length), OID_DATA);
        byte[] certificates = join(header(0xA0, certificate.length), certificate);
        byte[] signers = join(header(0x31, signerInfo.length), signerInfo);
        long inner =
                (long) VERSION_1.length
                        + digestAlgorithms.length
                        + encapsulated.length
                        + certificates.length
                        + signers.length;
        opening(out, digestAlgorithms, inner);
        out.write(encapsulated);
        out.write(certificates);
        out.write(signers);
    }

    static void attached(
            OutputStream out,
            long contentLength,
            Content content,
            byte[] digestAlgorithms,
            byte[] certificate,
            LastPart last)
            throws IOException {
        byte[] octets = header(0x04, contentLength);
        byte[] explicit = header(0xA0, octets.length + contentLength);
        long encapsulated = OID_DATA.length + explicit.length + octets.length + contentLength;
        byte[] sequence = header(0x30, encapsulated);
        byte[] certificates = join(header(0xA0, certificate.length), certificate);
        byte[] signers = header(0x31, last.length());
        long inner =
                VERSION_1.length
                        + digestAlgorithms.length
                        + sequence.length
                        + encapsulated
                        + certificates.length
                        + signers.length
                        + last.length();
        opening(out, digestAlgorithms, inner);
        out.write(sequence);
        out.write(OID_DATA);
        out.write(explicit);
        out.write(octets);
        content.writeTo(out);
        out.write(certificates);
        out.write(signers);
        out.write(last.make());
    }

    private static void opening(OutputStream out, byte[] digestAlgorithms, long inner)
            throws IOException {
        byte[] signedData = header(0x30, inner);
        byte[] explicit = header(0xA0, signedData.length + inner);
        out.write(
                header(0x30, OID_SIGNED_DATA.length + explicit.length + signedData.length + inner));
        out.write(OID_SIGNED_DATA);
        out.write(explicit);
        out.write(signedData);
        out.write(VERSION_1);
        out.write(digestAlgorithms);
    }

    /** Tag and the shortest length (X.690 10.1). */
    static byte[] header(int tag, long length) {
        if (length < 0x80) return new byte[] {(byte) tag, (byte) length};
        int octets = (71 - Long.numberOfLeadingZeros(length)) / 8;
        byte[] header = new byte[2 + octets];
        header[0] = (byte) tag;
        header[1] = (byte) (0x80 | octets);
        for (int i = 0; i < octets; i++) header[2 + i] = (byte) (length >>> 8 * (octets - 1 - i));
        return header;
    }

    private static byte[] join(byte[] a, byte[] b) {
        byte[] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
