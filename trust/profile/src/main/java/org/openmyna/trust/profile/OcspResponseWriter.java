package org.openmyna.trust.profile;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Writes the answers of one responder key (BasicOCSPResponse, RFC 6960 4.2.1) straight to DER: what
 * is the same in all of them is put together once. For many threads, if the key is.
 *
 * <p>Signatures are not verified one by one, unlike those of {@link JpkiProfile}: that would cost
 * what a request costs otherwise, and both the platform's provider and the accelerator compare
 * their result with the public key before they give it away. That key and certificate belong
 * together is tried once, at the beginning.
 */
public final class OcspResponseWriter {
    private static final HexFormat HEX = HexFormat.of();
    private static final int SIGNATURE_BYTES = 256;

    /** Room for all the headers around tbsResponseData, and around one answer without CertID. */
    private static final int HEADERS = 64;

    private static final int ANSWER = 128;

    /** responseStatus successful. */
    private static final byte[] SUCCESSFUL = HEX.parseHex("0A0100");

    /** responseType id-pkix-ocsp-basic. */
    private static final byte[] BASIC = HEX.parseHex("06092B0601050507300101");

    /** sha256WithRSAEncryption with NULL; BIT STRING of 256 whole octets. */
    private static final byte[] SIGNED = HEX.parseHex("300D06092A864886F70D01010B05000382010100");

    private static final byte[] ARCHIVE_CUTOFF = HEX.parseHex("06092B0601050507300106");
    private static final byte[] PROBE = {'p', 'r', 'o', 'b', 'e'};

    private final ResponderCertificate responder;
    private final ContentSignature key;
    private final byte[] responderId;
    private final byte[] certificates;

    /**
     * @param key the responder's own; signs with SHA-256 and RSA
     * @throws ContentSignatureFailed if it is not the key of the certificate (MYNA-PRF-017)
     */
    public OcspResponseWriter(ResponderCertificate responder, ContentSignature key) {
        this.responder = responder;
        this.key = key;
        this.responderId = byKey(responder);
        this.certificates = certificates(responder);
        if (!responder.key().verifies(PROBE, key.sign(PROBE))) {
            throw new ContentSignatureFailed();
        }
    }

    private static byte[] byKey(ResponderCertificate responder) {
        DerBackwards out = new DerBackwards(HEADERS);
        out.element(DerReader.OCTET_STRING, responder.keyHash());
        out.wrap(0xA2, 0);
        return out.written();
    }

    private static byte[] certificates(ResponderCertificate responder) {
        byte[] der = responder.der();
        DerBackwards out = new DerBackwards(der.length + HEADERS);
        out.octets(der);
        out.wrap(DerReader.SEQUENCE, 0);
        out.wrap(0xA0, 0);
        return out.written();
    }

    /** Whose answers these are. */
    public ResponderCertificate responder() {
        return responder;
    }

    /**
     * A refusal: the status alone, unsigned.
     *
     * @throws OcspNotWritable for {@code SUCCESSFUL} (MYNA-PRF-035)
     */
    public static byte[] error(OcspStatus status) {
        OcspResponse.Refused refused = new OcspResponse.Refused(status);
        return new byte[] {0x30, 3, 0x0A, 1, (byte) refused.status().code()};
    }

    /**
     * Signs an answer.
     *
     * @param producedAt now; fractions of a second are dropped
     * @param answers one for each CertID that was asked, in the same order
     * @param nonce of the request, 1 to 128 octets
     * @return an OCSPResponse in DER
     * @throws OcspNotWritable if there is no answer, or the nonce or the moment cannot be written
     *     (MYNA-PRF-035)
     * @throws ContentSignatureFailed if the key fails (MYNA-PRF-017)
     */
    public byte[] write(
            Instant producedAt, List<OcspSingleResponse> answers, Optional<byte[]> nonce) {
        byte[] toBeSigned = tbsResponseData(producedAt, answers, nonce);
        byte[] signature = key.sign(toBeSigned);
        if (signature.length != SIGNATURE_BYTES) {
            throw new ContentSignatureFailed();
        }
        return around(toBeSigned, signature);
    }

    private byte[] tbsResponseData(
            Instant producedAt, List<OcspSingleResponse> answers, Optional<byte[]> nonce) {
        if (answers.isEmpty()) {
            throw new OcspNotWritable("no answer");
        }
        DerBackwards out = new DerBackwards(expected(answers));
        nonce.ifPresent(octets -> {
            OcspNonce.write(octets, out);
            out.wrap(DerReader.SEQUENCE, 0);
            out.wrap(0xA1, 0);
        });
        int end = out.size();
        for (int n = answers.size() - 1; n >= 0; n--) {
            singleResponse(answers.get(n), out);
        }
        out.wrap(DerReader.SEQUENCE, end);
        out.time(OcspSingleResponse.writable(producedAt).getEpochSecond());
        out.octets(responderId);
        out.wrap(DerReader.SEQUENCE, 0);
        return out.written();
    }

    private static int expected(List<OcspSingleResponse> answers) {
        int bytes = 2 * HEADERS + OcspNonce.MOST;
        for (OcspSingleResponse answer : answers) {
            bytes += answer.certId().length() + ANSWER;
        }
        return bytes;
    }

    private static void singleResponse(OcspSingleResponse answer, DerBackwards out) {
        int end = out.size();
        answer.archiveCutoff().ifPresent(cutoff -> rfc6960_4_4_4(cutoff, out));
        int behind = out.size();
        answer.nextUpdate()
                .ifPresent(next -> {
                    out.time(next.getEpochSecond());
                    out.wrap(0xA0, behind);
                });
        out.time(answer.thisUpdate().getEpochSecond());
        certStatus(answer.status(), out);
        answer.certId().writeTo(out);
        out.wrap(DerReader.SEQUENCE, end);
    }

    private static void certStatus(OcspCertStatus status, DerBackwards out) {
        int end = out.size();
        switch (status) {
            case OcspCertStatus.Good() -> out.wrap(0x80, end);
            case OcspCertStatus.Unknown() -> out.wrap(0x82, end);
            case OcspCertStatus.Revoked(Instant when, RevocationReason reason) -> {
                if (reason != RevocationReason.UNSPECIFIED) {
                    out.octet(reason.code());
                    out.wrap(DerReader.ENUMERATED, end);
                    out.wrap(0xA0, end);
                }
                out.time(when.getEpochSecond());
                out.wrap(0xA1, end);
            }
        }
    }

    private static void rfc6960_4_4_4(Instant cutoff, DerBackwards out) {
        int end = out.size();
        out.time(cutoff.getEpochSecond());
        out.wrap(DerReader.OCTET_STRING, end);
        out.octets(ARCHIVE_CUTOFF);
        out.wrap(DerReader.SEQUENCE, end);
        out.wrap(DerReader.SEQUENCE, end);
        out.wrap(0xA1, end);
    }

    private byte[] around(byte[] toBeSigned, byte[] signature) {
        int bytes = toBeSigned.length + signature.length + certificates.length;
        DerBackwards out = new DerBackwards(bytes + SIGNED.length + HEADERS);
        out.octets(certificates);
        out.octets(signature);
        out.octets(SIGNED);
        out.octets(toBeSigned);
        out.wrap(DerReader.SEQUENCE, 0);
        out.wrap(DerReader.OCTET_STRING, 0);
        out.octets(BASIC);
        out.wrap(DerReader.SEQUENCE, 0);
        out.wrap(0xA0, 0);
        out.octets(SUCCESSFUL);
        out.wrap(DerReader.SEQUENCE, 0);
        return out.written();
    }

    @Override
    public String toString() {
        return "OcspResponseWriter[" + responder + "]";
    }
}
