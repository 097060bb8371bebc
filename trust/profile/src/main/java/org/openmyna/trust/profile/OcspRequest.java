package org.openmyna.trust.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question about one or more certificates (OCSPRequest, RFC 6960 4.1; RFC 5019 2.1; the nonce of
 * RFC 9654). Reading it proves its shape; whether to answer is for the responder.
 */
public final class OcspRequest {
    /** Room for hundreds of questions. */
    public static final int MAX_BYTES = 65_536;

    private static final Set<String> UNDERSTOOD = Set.of(Oid.OCSP_NONCE, Oid.OCSP_RESPONSE);
    private static final Set<String> UNDERSTOOD_OF_ONE = Set.of(Oid.OCSP_SERVICE_LOCATOR);

    private final byte[] der;
    private final List<CertId> certIds;
    private final Optional<byte[]> requestorName;
    private final Optional<byte[]> nonce;
    private final Optional<OcspRequestSignature> signature;

    private OcspRequest(byte[] der) {
        this.der = der;
        DerReader file = DerReader.over(der);
        DerReader request = file.sequence("ocspRequest");
        file.mustEnd("ocspRequest");
        DerReader tbs = request.sequence("tbsRequest");
        if (tbs.peek() == 0xA0) {
            throw new DerFault("version: not v1, which DER does not write");
        }
        this.requestorName =
                tbs.peek() == 0xA1 ? Optional.of(requestorName(tbs)) : Optional.empty();
        this.certIds = requestList(tbs.sequence("requestList"));
        this.nonce = tbs.atEnd() ? Optional.empty() : requestExtensions(tbs);
        tbs.mustEnd("tbsRequest");
        this.signature = request.atEnd() ? Optional.empty() : Optional.of(signature(request));
        request.mustEnd("ocspRequest");
    }

    /**
     * Reads a request of at most {@link #MAX_BYTES}.
     *
     * @param der strict DER
     * @throws OcspRequestMalformed for anything else (MYNA-PRF-030)
     * @throws OcspExtensionUnknown if it has a critical extension that is not known (MYNA-PRF-031)
     */
    public static OcspRequest parse(byte[] der) {
        return parse(der, MAX_BYTES);
    }

    /** As {@link #parse(byte[])}, with another limit. */
    public static OcspRequest parse(byte[] der, int maxBytes) {
        try {
            if (der.length > maxBytes) {
                throw new DerFault("longer than " + maxBytes + " bytes");
            }
            return new OcspRequest(der.clone());
        } catch (DerFault fault) {
            throw new OcspRequestMalformed(fault.reason());
        }
    }

    private static byte[] requestorName(DerReader tbs) {
        DerReader wrapped = tbs.enter(0xA1, "requestorName");
        byte[] name = wrapped.element("requestorName");
        wrapped.mustEnd("requestorName");
        return name;
    }

    private static List<CertId> requestList(DerReader in) {
        CertId first = request(in);
        if (in.atEnd()) {
            return List.of(first);
        }
        List<CertId> all = new ArrayList<>();
        all.add(first);
        while (!in.atEnd()) {
            all.add(request(in));
        }
        return List.copyOf(all);
    }

    private static CertId request(DerReader in) {
        DerReader request = in.sequence("request");
        CertId certId = CertId.read(request);
        if (!request.atEnd()) {
            DerReader wrapped = request.enter(0xA0, "singleRequestExtensions");
            mustBeKnown(UNDERSTOOD_OF_ONE, extensions(wrapped));
        }
        request.mustEnd("request");
        return certId;
    }

    /** Nearly always it is a nonce or nothing; the long way is for the rest. */
    private static Optional<byte[]> requestExtensions(DerReader tbs) {
        byte[] wrapped = tbs.element("requestExtensions");
        DerReader all =
                DerReader.over(wrapped)
                        .enter(0xA2, "requestExtensions")
                        .sequence("requestExtensions");
        DerReader first = all.sequence("extension");
        if (all.atEnd() && first.skip(OcspNonce.TYPE) && first.peek() == DerReader.OCTET_STRING) {
            byte[] value = first.octets(DerReader.OCTET_STRING, "extnValue");
            first.mustEnd("extension");
            return Optional.of(OcspNonce.read(value));
        }
        Extensions extensions =
                extensions(DerReader.over(wrapped).enter(0xA2, "requestExtensions"));
        mustBeKnown(UNDERSTOOD, extensions);
        extensions.find(Oid.OCSP_RESPONSE).ifPresent(OcspRequest::rfc6960_4_4_3);
        return extensions.find(Oid.OCSP_NONCE).map(nonce -> OcspNonce.read(nonce.value()));
    }

    private static Extensions extensions(DerReader wrapped) {
        Extensions extensions = Extensions.read(wrapped);
        if (extensions.all().isEmpty()) {
            throw new DerFault("extensions: written though empty");
        }
        return extensions;
    }

    /** RFC 6960 4.4: whoever calls an extension critical wants it heeded or no answer. */
    private static void mustBeKnown(Set<String> understood, Extensions extensions) {
        for (Extension extension : extensions.all()) {
            if (extension.critical() && !understood.contains(extension.oid())) {
                throw new OcspExtensionUnknown(extension.oid());
            }
        }
    }

    /** The kinds of answer that are welcome; there is but one kind, the basic one. */
    private static void rfc6960_4_4_3(Extension acceptableResponses) {
        DerReader in = DerReader.over(acceptableResponses.value());
        DerReader kinds = in.sequence("acceptableResponses");
        in.mustEnd("acceptableResponses");
        boolean basic = false;
        while (!kinds.atEnd()) {
            basic |= kinds.oid("acceptableResponses").equals(Oid.OCSP_BASIC);
        }
        if (acceptableResponses.critical() && !basic) {
            throw new OcspExtensionUnknown(acceptableResponses.oid());
        }
    }

    private OcspRequestSignature signature(DerReader request) {
        byte[] toBeSigned = DerReader.over(der).sequence("ocspRequest").element("tbsRequest");
        DerReader wrapped = request.enter(0xA0, "optionalSignature");
        OcspRequestSignature signature = OcspRequestSignature.read(toBeSigned, wrapped);
        wrapped.mustEnd("optionalSignature");
        return signature;
    }

    /**
     * A question without nonce, which a responder may answer from its store.
     *
     * @throws OcspNotWritable if nothing is asked, or too much for {@link #MAX_BYTES}
     *     (MYNA-PRF-035)
     */
    public static OcspRequest of(List<CertId> certIds) {
        return written(certIds, Optional.empty());
    }

    /**
     * A question whose answer must have been made for it.
     *
     * @param nonce 1 to 128 octets that nobody can guess; RFC 9654 recommends 32
     * @throws OcspNotWritable if the nonce has another length, nothing is asked, or too much for
     *     {@link #MAX_BYTES} (MYNA-PRF-035)
     */
    public static OcspRequest withNonce(byte[] nonce, List<CertId> certIds) {
        return written(certIds, Optional.of(nonce));
    }

    private static OcspRequest written(List<CertId> certIds, Optional<byte[]> nonce) {
        DerBackwards out = new DerBackwards(128 * (certIds.size() + 2));
        nonce.ifPresent(octets -> {
            OcspNonce.write(octets, out);
            out.wrap(DerReader.SEQUENCE, 0);
            out.wrap(0xA2, 0);
        });
        int end = out.size();
        for (CertId certId : certIds.reversed()) {
            int before = out.size();
            certId.writeTo(out);
            out.wrap(DerReader.SEQUENCE, before);
        }
        out.wrap(DerReader.SEQUENCE, end);
        out.wrap(DerReader.SEQUENCE, 0);
        out.wrap(DerReader.SEQUENCE, 0);
        try {
            return parse(out.written());
        } catch (OcspRequestMalformed notWritable) {
            throw new OcspNotWritable("request of " + certIds.size() + " questions");
        }
    }

    public byte[] der() {
        return der.clone();
    }

    /** What is asked about, in its order; never empty; the same may come twice. */
    public List<CertId> certIds() {
        return certIds;
    }

    /** To be repeated in the answer: 1 to 128 octets. */
    public Optional<byte[]> nonce() {
        return nonce.map(byte[]::clone);
    }

    /** The DER of the GeneralName of who asks, as claimed. */
    public Optional<byte[]> requestorName() {
        return requestorName.map(byte[]::clone);
    }

    public Optional<OcspRequestSignature> signature() {
        return signature;
    }

    @Override
    public String toString() {
        return "OcspRequest" + certIds;
    }
}
