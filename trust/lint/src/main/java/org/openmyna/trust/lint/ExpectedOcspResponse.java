package org.openmyna.trust.lint;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the tbsResponseData of an OCSP answer is to say (RFC 6960 4.2.1).
 *
 * @param responderKeyId SHA-1 of the responder's RSAPublicKey: it is named by its key
 * @param producedAt when the answer is signed
 * @param answers one for each question, in the order of the request
 * @param nonce value of the nonce, 1 to 128 bytes (RFC 9654); empty where the request had none
 */
public record ExpectedOcspResponse(
        byte[] responderKeyId, Instant producedAt, List<Answer> answers, Optional<byte[]> nonce) {
    /** How the question names the issuer. */
    public enum Hash {
        SHA_1,
        SHA_256
    }

    /**
     * @param issuerNameHash as the request had it
     * @param issuerKeyHash as the request had it
     * @param thisUpdate the time of the data
     * @param nextUpdate empty only where newer information is there at any time
     * @param archiveCutoff only where the status is told beyond the certificate's end
     */
    public record Answer(
            Hash hash,
            byte[] issuerNameHash,
            byte[] issuerKeyHash,
            BigInteger serial,
            Status status,
            Instant thisUpdate,
            Optional<Instant> nextUpdate,
            Optional<Instant> archiveCutoff) {
        public Answer {
            issuerNameHash = issuerNameHash.clone();
            issuerKeyHash = issuerKeyHash.clone();
        }

        @Override
        public byte[] issuerNameHash() {
            return issuerNameHash.clone();
        }

        @Override
        public byte[] issuerKeyHash() {
            return issuerKeyHash.clone();
        }
    }

    /** What is said about one certificate. */
    public sealed interface Status {
        record Good() implements Status {}

        /**
         * @param reason CRLReason, 0 to 6; 0 (unspecified) is said by leaving it out
         */
        record Revoked(Instant at, int reason) implements Status {}

        record Unknown() implements Status {}
    }

    public ExpectedOcspResponse {
        responderKeyId = responderKeyId.clone();
        answers = List.copyOf(answers);
        nonce = nonce.map(byte[]::clone);
    }

    @Override
    public byte[] responderKeyId() {
        return responderKeyId.clone();
    }

    @Override
    public Optional<byte[]> nonce() {
        return nonce.map(byte[]::clone);
    }
}
