package org.openmyna.trust.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A signed answer (BasicOCSPResponse, RFC 6960 4.2.1), read but not yet believed. */
public final class BasicOcspResponse implements OcspResponse {
    private final byte[] der;
    private final byte[] content;
    private final SignatureAlgorithm algorithm;
    private final byte[] signature;
    private final List<byte[]> certificates;
    private final Data data;

    /** tbsResponseData. */
    record Data(
            byte[] responderId,
            Instant producedAt,
            List<OcspSingleResponse> answers,
            Optional<byte[]> nonce) {}

    BasicOcspResponse(
            byte[] der,
            byte[] content,
            SignatureAlgorithm algorithm,
            byte[] signature,
            List<byte[]> certificates,
            Data data) {
        this.der = der;
        this.content = content;
        this.algorithm = algorithm;
        this.signature = signature;
        this.certificates = certificates;
        this.data = data;
    }

    public byte[] der() {
        return der.clone();
    }

    public Instant producedAt() {
        return data.producedAt();
    }

    /** In the order in which they stand. */
    public List<OcspSingleResponse> answers() {
        return data.answers();
    }

    public Optional<byte[]> nonce() {
        return data.nonce().map(byte[]::clone);
    }

    /** The certificate that came with it, where it is one of a responder of JPKI. */
    public Optional<ResponderCertificate> responder() {
        if (certificates.size() != 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(ResponderCertificate.parse(certificates.getFirst()));
        } catch (ResponderCertificateMalformed notOne) {
            return Optional.empty();
        }
    }

    /**
     * Whether this is the answer to a request (RFC 6960 3.2): made by a responder of this key
     * generation, for this request, and not out of date.
     *
     * @param ca whose certificates were asked about; trusted
     * @param at now
     * @param tolerance how far the clocks may differ
     */
    public OcspCheck check(CaCertificate ca, OcspRequest asked, Instant at, Duration tolerance) {
        Optional<OcspDoubt> doubt = responderDoubt(ca, at, tolerance);
        if (doubt.isEmpty() && asked.nonce().isPresent() && !sameNonce(asked)) {
            doubt = Optional.of(OcspDoubt.NONCE);
        }
        List<OcspSingleResponse> answers = new ArrayList<>();
        for (CertId certId : asked.certIds()) {
            List<OcspSingleResponse> found =
                    answers().stream()
                            .filter(answer -> answer.certId().asksTheSameAs(certId))
                            .toList();
            if (doubt.isEmpty()) {
                doubt =
                        found.size() == 1
                                ? timeDoubt(found.getFirst(), asked, at, tolerance)
                                : Optional.of(OcspDoubt.ANOTHER_CERTIFICATE);
                answers.addAll(found);
            }
        }
        return doubt.<OcspCheck>map(OcspCheck.Doubtful::new)
                .orElseGet(() -> new OcspCheck.Sound(answers));
    }

    private Optional<OcspDoubt> responderDoubt(CaCertificate ca, Instant at, Duration tolerance) {
        Optional<ResponderCertificate> known =
                certificates.size() == 1
                        ? ca.knownResponder(certificates.getFirst())
                        : Optional.empty();
        Optional<ResponderCertificate> found = known.or(this::responder);
        if (found.isEmpty()) {
            return Optional.of(OcspDoubt.RESPONDER_UNFIT);
        }
        ResponderCertificate responder = found.get();
        if (known.isEmpty() && !ca.issued(responder)) {
            return Optional.of(OcspDoubt.RESPONDER_FOREIGN);
        }
        if (!isValid(responder, at, tolerance) || !isValid(responder, producedAt(), tolerance)) {
            return Optional.of(OcspDoubt.RESPONDER_EXPIRED);
        }
        if (!isNamed(responder)) {
            return Optional.of(OcspDoubt.RESPONDER_ID);
        }
        return responder.key().algorithm() == algorithm
                        && responder.key().verifies(content, signature)
                ? Optional.empty()
                : Optional.of(OcspDoubt.SIGNATURE);
    }

    private static boolean isValid(ResponderCertificate responder, Instant at, Duration tolerance) {
        return !at.plus(tolerance).isBefore(responder.notBefore())
                && !at.minus(tolerance).isAfter(responder.notAfter());
    }

    private boolean isNamed(ResponderCertificate responder) {
        DerReader in = DerReader.over(data.responderId());
        return in.peek() == 0xA2
                ? Arrays.equals(
                        in.enter(0xA2, "byKey").octets(DerReader.OCTET_STRING, "byKey"),
                        responder.keyHash())
                : Arrays.equals(in.enter(0xA1, "byName").element("byName"), responder.subjectDer());
    }

    private boolean sameNonce(OcspRequest asked) {
        return Arrays.equals(data.nonce().orElse(new byte[0]), asked.nonce().orElse(new byte[0]));
    }

    /** RFC 6960 3.2, 5 and 6: recent enough, and not of the future. */
    private Optional<OcspDoubt> timeDoubt(
            OcspSingleResponse answer, OcspRequest asked, Instant at, Duration tolerance) {
        Instant latest = at.plus(tolerance);
        if (answer.thisUpdate().isAfter(latest) || producedAt().isAfter(latest)) {
            return Optional.of(OcspDoubt.TOO_EARLY);
        }
        boolean current =
                answer.nextUpdate()
                        .map(next -> !next.isBefore(at.minus(tolerance)))
                        .orElse(asked.nonce().isPresent());
        return current ? Optional.empty() : Optional.of(OcspDoubt.TOO_OLD);
    }

    @Override
    public String toString() {
        return "BasicOcspResponse[" + producedAt() + ", " + answers().size() + " answers]";
    }
}
