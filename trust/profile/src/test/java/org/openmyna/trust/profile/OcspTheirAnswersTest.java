package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.ContentSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that others wrote, in forms that we would not choose. */
final class OcspTheirAnswersTest {
    private static final Instant REVOKED_AT = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir Path home;

    private static CertificateID theirs(CertId certId) {
        return new CertificateID(CertID.getInstance(certId.der()));
    }

    @Test
    void an_answer_by_name_with_a_written_unspecified_reason_is_believed() throws Exception {
        var certIds = List.of(ShamOcsp.certId(1), ShamOcsp.certId256(2), ShamOcsp.certId(3));
        OcspRequest asked = OcspRequest.withNonce(ShamOcsp.NONCE, certIds);
        byte[] der = bouncyCastles(asked, ShamSigner.of(Sham.strangerKey()));
        BasicOcspResponse read = ShamOcsp.read(der);
        Instant at = ShamOcsp.NEXT.minusSeconds(60);
        assertThat(read.check(ShamOcsp.ca(), asked, at, Duration.ofMinutes(1)))
                .isEqualTo(new OcspCheck.Sound(read.answers()));
        assertThat(read.answers().stream().map(OcspSingleResponse::status))
                .containsExactly(
                        new OcspCertStatus.Good(),
                        new OcspCertStatus.Revoked(REVOKED_AT, RevocationReason.UNSPECIFIED),
                        new OcspCertStatus.Unknown());
        assertThat(read.producedAt()).isEqualTo(ShamOcsp.NEXT);
    }

    @Test
    void an_answer_that_somebody_else_signed_in_the_responders_name_is_not() throws Exception {
        OcspRequest asked =
                OcspRequest.withNonce(
                        ShamOcsp.NONCE,
                        List.of(ShamOcsp.certId(1), ShamOcsp.certId(2), ShamOcsp.certId(3)));
        byte[] der = bouncyCastles(asked, ShamSigner.of(Sham.holderKey()));
        assertThat(
                        ShamOcsp.read(der)
                                .check(ShamOcsp.ca(), asked, ShamOcsp.NEXT, Duration.ofMinutes(1)))
                .isEqualTo(new OcspCheck.Doubtful(OcspDoubt.SIGNATURE));
    }

    private static byte[] bouncyCastles(OcspRequest asked, ContentSigner signer) throws Exception {
        var responder = new X509CertificateHolder(ShamOcsp.RESPONDER.der());
        Date from = Date.from(ShamOcsp.DATA);
        Date to = Date.from(ShamOcsp.NEXT);
        var nonce = new DEROctetString(new DEROctetString(ShamOcsp.NONCE).getEncoded());
        var basic =
                new BasicOCSPRespBuilder(new RespID(responder.getSubject()))
                        .addResponse(theirs(asked.certIds().get(0)), null, from, to, null)
                        .addResponse(
                                theirs(asked.certIds().get(1)),
                                new RevokedStatus(Date.from(REVOKED_AT), 0),
                                from,
                                to,
                                null)
                        .addResponse(
                                theirs(asked.certIds().get(2)), new UnknownStatus(), from, to, null)
                        .setResponseExtensions(
                                new Extensions(
                                        new Extension(
                                                OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                                                false,
                                                nonce)))
                        .build(signer, new X509CertificateHolder[] {responder}, to);
        return new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, basic).getEncoded();
    }

    private String pem(String name, String kind, byte[] der) throws IOException {
        String text =
                "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                        .formatted(kind, Base64.getMimeEncoder().encodeToString(der), kind);
        return Files.writeString(home.resolve(name), text).toString();
    }

    @Test
    void openssl_answers_our_question_and_we_read_it() throws Exception {
        OpenSsl.mustBeThere();
        Path index =
                Files.writeString(
                        home.resolve("index.txt"),
                        "V\t310607145959Z\t\t01\tunknown\t/CN=one\n"
                                + "R\t310607145959Z\t261101000000Z,superseded\t02\tunknown\t/CN=two\n");
        Files.writeString(home.resolve("index.txt.attr"), "unique_subject = no\n");
        var certIds = List.of(ShamOcsp.certId(1), ShamOcsp.certId256(2), ShamOcsp.certId(3));
        OcspRequest asked = OcspRequest.withNonce(ShamOcsp.NONCE, certIds);
        Path question = Files.write(home.resolve("question"), asked.der());
        Path answer = home.resolve("answer");
        byte[] key = Sham.strangerKey().getPrivate().getEncoded();
        var made =
                OpenSsl.run(
                        "ocsp",
                        "-index",
                        index.toString(),
                        "-CA",
                        pem("ca.pem", "CERTIFICATE", ShamOcsp.ca().der()),
                        "-rsigner",
                        pem("responder.pem", "CERTIFICATE", ShamOcsp.RESPONDER.der()),
                        "-rkey",
                        pem("key.pem", "PRIVATE KEY", key),
                        "-nmin",
                        "15",
                        "-reqin",
                        question.toString(),
                        "-respout",
                        answer.toString());
        assertThat(made.exitCode()).as(made.output()).isZero();
        BasicOcspResponse read = ShamOcsp.read(Files.readAllBytes(answer));
        assertThat(read.answers().stream().map(OcspSingleResponse::certId))
                .containsExactlyElementsOf(certIds);
        assertThat(read.answers().stream().map(OcspSingleResponse::status))
                .containsExactly(
                        new OcspCertStatus.Good(),
                        new OcspCertStatus.Revoked(REVOKED_AT, RevocationReason.SUPERSEDED),
                        new OcspCertStatus.Unknown());
        assertThat(read.nonce()).contains(ShamOcsp.NONCE);
        assertThat(read.responder()).contains(ShamOcsp.RESPONDER);
    }
}
