package org.openmyna.trust.profile;

import java.util.HexFormat;

/** The nonce extension (RFC 9654 2.1): ties an answer to its question, 1 to 128 octets. */
final class OcspNonce {
    static final int MOST = 128;

    /** extnID 1.3.6.1.5.5.7.48.1.2. */
    static final byte[] TYPE = HexFormat.of().parseHex("06092B0601050507300102");

    private OcspNonce() {}

    /** Reads what stands in extnValue. */
    static byte[] read(byte[] extnValue) {
        DerReader in = DerReader.over(extnValue);
        byte[] nonce = in.octets(DerReader.OCTET_STRING, "nonce");
        in.mustEnd("nonce");
        if (!isPossible(nonce)) {
            throw new DerFault("nonce: not of 1 to " + MOST + " octets");
        }
        return nonce;
    }

    private static boolean isPossible(byte[] nonce) {
        return nonce.length >= 1 && nonce.length <= MOST;
    }

    /**
     * Writes the whole Extension, not critical.
     *
     * @throws OcspNotWritable if it is empty or longer than 128 octets
     */
    static void write(byte[] nonce, DerBackwards out) {
        if (!isPossible(nonce)) {
            throw new OcspNotWritable("nonce: not of 1 to " + MOST + " octets");
        }
        int end = out.size();
        out.element(DerReader.OCTET_STRING, nonce);
        out.wrap(DerReader.OCTET_STRING, end);
        out.octets(TYPE);
        out.wrap(DerReader.SEQUENCE, end);
    }
}
