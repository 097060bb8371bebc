package org.openmyna.trust.profile;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands behind a signed OCSP request (RFC 6960 4.1.1), unverified: who may sign is for the
 * responder.
 *
 * @param toBeSigned the DER of the tbsRequest
 * @param algorithm the DER of the AlgorithmIdentifier
 * @param value the signature
 * @param certificates the DER of each, in their order; may be empty
 */
public record OcspRequestSignature(
        byte[] toBeSigned, byte[] algorithm, byte[] value, List<byte[]> certificates) {
    public OcspRequestSignature {
        toBeSigned = toBeSigned.clone();
        algorithm = algorithm.clone();
        value = value.clone();
        certificates = certificates.stream().map(byte[]::clone).toList();
    }

    @Override
    public byte[] toBeSigned() {
        return toBeSigned.clone();
    }

    @Override
    public byte[] algorithm() {
        return algorithm.clone();
    }

    @Override
    public byte[] value() {
        return value.clone();
    }

    @Override
    public List<byte[]> certificates() {
        return certificates.stream().map(byte[]::clone).toList();
    }

    static OcspRequestSignature read(byte[] toBeSigned, DerReader in) {
        DerReader signature = in.sequence("signature");
        byte[] algorithm = signature.element("signatureAlgorithm");
        DerReader identifier = DerReader.over(algorithm).sequence("signatureAlgorithm");
        identifier.oid("signatureAlgorithm");
        byte[] value = signature.wholeBits("signature");
        List<byte[]> certificates = new ArrayList<>();
        if (!signature.atEnd()) {
            DerReader wrapped = signature.enter(0xA0, "certs");
            DerReader all = wrapped.sequence("certs");
            wrapped.mustEnd("certs");
            while (!all.atEnd()) {
                certificates.add(all.element("certs"));
            }
        }
        signature.mustEnd("signature");
        return new OcspRequestSignature(toBeSigned, algorithm, value, certificates);
    }
}
