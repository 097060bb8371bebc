package org.openmyna.trust.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A sham responder of the login CA, and sham questions. */
final class ShamOcsp {
    /** 02:30:15. */
    static final Instant NOW = Sham.ISSUED.plus(Duration.ofHours(1));

    static final Instant DATA = Instant.parse("2026-11-23T02:15:00Z");
    static final Instant NEXT = Instant.parse("2026-11-23T02:30:00Z");
    static final Duration TOLERANCE = Duration.ofSeconds(60);
    static final byte[] NONCE =
            HexFormat.of().parseHex("00112233445566778899aabbccddeeff".repeat(2));

    static final JpkiProfile.Issuer CA = Sham.ca(CaKind.USER_AUTHENTICATION, Hierarchy.TEST);
    static final ResponderCertificate RESPONDER = responder(Duration.ofDays(30));
    static final ContentSignature KEY = ContentSignature.with(Sham.strangerKey().getPrivate());
    static final OcspResponseWriter WRITER = new OcspResponseWriter(RESPONDER, KEY);

    private ShamOcsp() {}

    static CaCertificate ca() {
        return CA.certificate();
    }

    static ResponderCertificate responder(Duration life) {
        var common =
                new JpkiProfile.Common(
                        CertificateSerial.of(4711),
                        new Validity(Sham.ISSUED, Sham.ISSUED.plus(life)),
                        Sham.publicKey(Sham.strangerKey()));
        return Sham.profile(Hierarchy.TEST).responder(CA, common, toBeSigned -> {});
    }

    static CertId certId(long serial) {
        return CertId.of(HashAlgorithm.SHA_1, ca(), CertificateSerial.of(serial));
    }

    static CertId certId256(long serial) {
        return CertId.of(HashAlgorithm.SHA_256, ca(), CertificateSerial.of(serial));
    }

    static OcspSingleResponse good(CertId certId) {
        return OcspSingleResponse.of(certId, new OcspCertStatus.Good(), DATA, NEXT);
    }

    static OcspSingleResponse revoked(CertId certId, RevocationReason reason) {
        Instant when = Instant.parse("2026-11-01T00:00:00Z");
        return OcspSingleResponse.of(certId, new OcspCertStatus.Revoked(when, reason), DATA, NEXT);
    }

    /** What the skeleton ocsp-response tells. */
    static List<OcspSingleResponse> ofEveryKind() {
        var without = RevocationReason.UNSPECIFIED;
        return List.of(
                good(certId(114_393_095)),
                revoked(certId256(2), RevocationReason.AFFILIATION_CHANGED)
                        .withArchiveCutoff(Instant.parse("2016-11-23T00:00:00Z")),
                OcspSingleResponse.of(
                        certId(3),
                        new OcspCertStatus.Revoked(Instant.parse("2050-01-01T00:00:00Z"), without),
                        DATA,
                        NEXT),
                new OcspSingleResponse(
                        certId(4),
                        new OcspCertStatus.Unknown(),
                        DATA,
                        Optional.empty(),
                        Optional.empty()));
    }

    static BasicOcspResponse read(byte[] der) {
        return (BasicOcspResponse) OcspResponse.parse(der);
    }

    static OcspRequest askedFor(List<OcspSingleResponse> answers, byte[] nonce) {
        return OcspRequest.withNonce(
                nonce, answers.stream().map(OcspSingleResponse::certId).toList());
    }
}
