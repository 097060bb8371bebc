package org.openmyna.trust.profile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads OCSP responses (RFC 6960 4.2.1), each structure by a method of its own. */
final class OcspResponseReading {
    private static final Set<String> UNDERSTOOD = Set.of(Oid.OCSP_NONCE);
    private static final Set<String> UNDERSTOOD_OF_ONE = Set.of(Oid.OCSP_ARCHIVE_CUTOFF);

    private OcspResponseReading() {}

    static OcspResponse rfc6960_4_2_1(byte[] der) {
        DerReader file = DerReader.over(der);
        DerReader response = file.sequence("ocspResponse");
        file.mustEnd("ocspResponse");
        OcspStatus status = status(response);
        if (status != OcspStatus.SUCCESSFUL) {
            response.mustEnd("ocspResponse: a refusal with more");
            return new OcspResponse.Refused(status);
        }
        DerReader wrapped = response.enter(0xA0, "responseBytes");
        response.mustEnd("ocspResponse");
        DerReader bytes = wrapped.sequence("responseBytes");
        wrapped.mustEnd("responseBytes");
        if (!bytes.oid("responseType").equals(Oid.OCSP_BASIC)) {
            throw new DerFault("responseType: not id-pkix-ocsp-basic");
        }
        byte[] basic = bytes.octets(DerReader.OCTET_STRING, "response");
        bytes.mustEnd("responseBytes");
        return basicOcspResponse(der, basic);
    }

    private static OcspStatus status(DerReader in) {
        int code = small(in, "responseStatus");
        return OcspStatus.ofCode(code)
                .orElseThrow(() -> new DerFault("responseStatus: " + code + " has no meaning"));
    }

    private static int small(DerReader in, String what) {
        var number = in.wholeNumber(DerReader.ENUMERATED, what);
        return number.bitLength() > 8 ? -1 : number.intValue();
    }

    private static BasicOcspResponse basicOcspResponse(byte[] der, byte[] bytes) {
        DerReader file = DerReader.over(bytes);
        DerReader basic = file.sequence("basicOCSPResponse");
        file.mustEnd("basicOCSPResponse");
        byte[] content = basic.element("tbsResponseData");
        SignatureAlgorithm algorithm = SignatureAlgorithm.read(basic, "signatureAlgorithm");
        byte[] signature = basic.wholeBits("signature");
        List<byte[]> certificates = basic.atEnd() ? List.of() : certificates(basic);
        basic.mustEnd("basicOCSPResponse");
        return new BasicOcspResponse(
                der, content, algorithm, signature, certificates, responseData(content));
    }

    private static List<byte[]> certificates(DerReader basic) {
        DerReader wrapped = basic.enter(0xA0, "certs");
        DerReader in = wrapped.sequence("certs");
        wrapped.mustEnd("certs");
        List<byte[]> certificates = new ArrayList<>();
        while (!in.atEnd()) {
            certificates.add(in.element("certs"));
        }
        return List.copyOf(certificates);
    }

    private static BasicOcspResponse.Data responseData(byte[] content) {
        DerReader tbs = DerReader.over(content).sequence("tbsResponseData");
        if (tbs.peek() == 0xA0) {
            throw new DerFault("version: not v1, which DER does not write");
        }
        byte[] responderId = responderId(tbs);
        Instant producedAt = tbs.ocspTime("producedAt");
        DerReader in = tbs.sequence("responses");
        List<OcspSingleResponse> answers = new ArrayList<>();
        while (!in.atEnd()) {
            answers.add(singleResponse(in));
        }
        Optional<byte[]> nonce = Optional.empty();
        if (!tbs.atEnd()) {
            Extensions extensions = extensions(tbs.enter(0xA1, "responseExtensions"), UNDERSTOOD);
            nonce = extensions.find(Oid.OCSP_NONCE).map(found -> OcspNonce.read(found.value()));
        }
        tbs.mustEnd("tbsResponseData");
        return new BasicOcspResponse.Data(responderId, producedAt, List.copyOf(answers), nonce);
    }

    /** byName [1] or byKey [2]; both are read, and kept as they stand. */
    private static byte[] responderId(DerReader tbs) {
        int tag = tbs.peek();
        if (tag != 0xA1 && tag != 0xA2) {
            throw new DerFault("responderID: neither byName nor byKey");
        }
        byte[] responderId = tbs.element("responderID");
        DerReader in = DerReader.over(responderId).enter(tag, "responderID");
        if (tag == 0xA2) {
            in.octets(DerReader.OCTET_STRING, "responderID");
        } else {
            in.sequence("responderID");
        }
        in.mustEnd("responderID");
        return responderId;
    }

    private static OcspSingleResponse singleResponse(DerReader in) {
        DerReader single = in.sequence("singleResponse");
        CertId certId = CertId.read(single);
        OcspCertStatus status = certStatus(single);
        Instant thisUpdate = single.ocspTime("thisUpdate");
        Optional<Instant> nextUpdate = Optional.empty();
        if (single.peek() == 0xA0) {
            DerReader wrapped = single.enter(0xA0, "nextUpdate");
            nextUpdate = Optional.of(wrapped.ocspTime("nextUpdate"));
            wrapped.mustEnd("nextUpdate");
        }
        Optional<Instant> cutoff = Optional.empty();
        if (!single.atEnd()) {
            cutoff =
                    extensions(single.enter(0xA1, "singleExtensions"), UNDERSTOOD_OF_ONE)
                            .read(
                                    Oid.OCSP_ARCHIVE_CUTOFF,
                                    "archiveCutoff",
                                    value -> value.ocspTime("archiveCutoff"));
        }
        single.mustEnd("singleResponse");
        if (nextUpdate.filter(next -> next.isBefore(thisUpdate)).isPresent()) {
            throw new DerFault("nextUpdate: before thisUpdate");
        }
        return new OcspSingleResponse(certId, status, thisUpdate, nextUpdate, cutoff);
    }

    private static OcspCertStatus certStatus(DerReader in) {
        return switch (in.peek()) {
            case 0x80 -> {
                in.enter(0x80, "good").mustEnd("good");
                yield new OcspCertStatus.Good();
            }
            case 0xA1 -> revokedInfo(in.enter(0xA1, "revoked"));
            case 0x82 -> {
                in.enter(0x82, "unknown").mustEnd("unknown");
                yield new OcspCertStatus.Unknown();
            }
            default -> throw new DerFault("certStatus: neither good, revoked nor unknown");
        };
    }

    private static OcspCertStatus revokedInfo(DerReader in) {
        Instant when = in.ocspTime("revocationTime");
        RevocationReason reason = RevocationReason.UNSPECIFIED;
        if (!in.atEnd()) {
            DerReader wrapped = in.enter(0xA0, "revocationReason");
            reason =
                    RevocationReason.ofCode(small(wrapped, "revocationReason"))
                            .orElseThrow(() -> new DerFault("revocationReason: unknown to JPKI"));
            wrapped.mustEnd("revocationReason");
        }
        in.mustEnd("revoked");
        return new OcspCertStatus.Revoked(when, reason);
    }

    private static Extensions extensions(DerReader wrapped, Set<String> understood) {
        Extensions extensions = Extensions.read(wrapped);
        if (extensions.all().isEmpty()) {
            throw new DerFault("extensions: written though empty");
        }
        extensions.noCriticalOutside(understood);
        return extensions;
    }
}
