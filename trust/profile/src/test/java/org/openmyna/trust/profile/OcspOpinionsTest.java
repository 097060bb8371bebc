package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateRevokedException;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How BouncyCastle, the JDK and OpenSSL read what we write, and we what they write. */
final class OcspOpinionsTest {
    @TempDir Path home;

    private static byte[] ofEveryKind() {
        return ShamOcsp.WRITER.write(
                ShamOcsp.NOW, ShamOcsp.ofEveryKind(), Optional.of(ShamOcsp.NONCE));
    }

    @Test
    void bouncy_castle_reads_the_same_answers_and_verifies_them() throws Exception {
        OCSPResp response = new OCSPResp(ofEveryKind());
        assertThat(response.getStatus()).isZero();
        assertThat(response.getEncoded()).isEqualTo(ofEveryKind());
        BasicOCSPResp basic = (BasicOCSPResp) response.getResponseObject();
        X509CertificateHolder responder = basic.getCerts()[0];
        var verifier = new JcaContentVerifierProviderBuilder().build(responder);
        assertThat(basic.isSignatureValid(verifier)).isTrue();
        assertThat(responder.getEncoded()).isEqualTo(ShamOcsp.RESPONDER.der());
        assertThat(ResponderID.getInstance(basic.getResponderId().toASN1Primitive()).getKeyHash())
                .isEqualTo(ShamOcsp.RESPONDER.keyHash());
        assertThat(basic.getProducedAt().toInstant()).isEqualTo(ShamOcsp.NOW);
        assertThat(basic.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)).isNotNull();
        SingleResp[] theirs = basic.getResponses();
        List<OcspSingleResponse> ours = ShamOcsp.ofEveryKind();
        assertThat(theirs).hasSameSizeAs(ours);
        for (int n = 0; n < theirs.length; n++) {
            same(theirs[n], ours.get(n));
        }
    }

    private static void same(SingleResp theirs, OcspSingleResponse ours) throws Exception {
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        var ca = new X509CertificateHolder(ShamOcsp.ca().der());
        assertThat(theirs.getCertID().matchesIssuer(ca, digests)).isTrue();
        assertThat(theirs.getCertID().getSerialNumber())
                .isEqualTo(ours.certId().serial().orElseThrow().value());
        assertThat(theirs.getThisUpdate().toInstant()).isEqualTo(ours.thisUpdate());
        assertThat(Optional.ofNullable(theirs.getNextUpdate()).map(Date::toInstant))
                .isEqualTo(ours.nextUpdate());
        assertThat(theirs.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_archive_cutoff) != null)
                .isEqualTo(ours.archiveCutoff().isPresent());
        CertificateStatus status = theirs.getCertStatus();
        switch (ours.status()) {
            case OcspCertStatus.Good() -> assertThat(status).isSameAs(CertificateStatus.GOOD);
            case OcspCertStatus.Unknown() -> assertThat(status).isInstanceOf(UnknownStatus.class);
            case OcspCertStatus.Revoked(Instant when, RevocationReason reason) -> {
                var revoked = (RevokedStatus) status;
                assertThat(revoked.getRevocationTime().toInstant()).isEqualTo(when);
                boolean told = reason != RevocationReason.UNSPECIFIED;
                assertThat(revoked.hasRevocationReason()).isEqualTo(told);
                if (told) {
                    assertThat(revoked.getRevocationReason()).isEqualTo(reason.code());
                }
            }
        }
    }

    @Test
    void bouncy_castle_reads_the_same_questions() throws Exception {
        var asked = List.of(ShamOcsp.certId(4711), ShamOcsp.certId256(1));
        OCSPReq theirs = new OCSPReq(OcspRequest.withNonce(ShamOcsp.NONCE, asked).der());
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        var ca = new X509CertificateHolder(ShamOcsp.ca().der());
        for (int n = 0; n < asked.size(); n++) {
            CertificateID read = theirs.getRequestList()[n].getCertID();
            BigInteger serial = asked.get(n).serial().orElseThrow().value();
            assertThat(read.getSerialNumber()).isEqualTo(serial);
            assertThat(read.matchesIssuer(ca, digests)).isTrue();
            var digest = digests.get(read.toASN1Primitive().getHashAlgorithm());
            assertThat(new CertificateID(digest, ca, serial).toASN1Primitive().getEncoded("DER"))
                    .isEqualTo(asked.get(n).der());
        }
    }

    @Test
    void the_jdk_follows_the_path_with_an_answer_at_hand() throws Exception {
        var certificate = Sham.userAuthentication(Hierarchy.TEST);
        CertId certId = CertId.of(HashAlgorithm.SHA_1, ShamOcsp.ca(), certificate.serial());
        validate(certificate, ShamOcsp.good(certId));
        assertThat(
                        revocation(
                                certificate,
                                ShamOcsp.revoked(certId, RevocationReason.KEY_COMPROMISE)))
                .isEqualTo("KEY_COMPROMISE 2026-11-01T00:00:00Z");
    }

    private static String revocation(JpkiCertificate certificate, OcspSingleResponse answer)
            throws Exception {
        try {
            validate(certificate, answer);
            return "valid";
        } catch (CertPathValidatorException refused) {
            var revoked = (CertificateRevokedException) Objects.requireNonNull(refused.getCause());
            return revoked.getRevocationReason() + " " + revoked.getRevocationDate().toInstant();
        }
    }

    private static void validate(JpkiCertificate certificate, OcspSingleResponse answer)
            throws Exception {
        byte[] der = ShamOcsp.WRITER.write(ShamOcsp.NOW, List.of(answer), Optional.empty());
        var validator = CertPathValidator.getInstance("PKIX");
        var checker = (PKIXRevocationChecker) validator.getRevocationChecker();
        checker.setOptions(EnumSet.of(PKIXRevocationChecker.Option.NO_FALLBACK));
        checker.setOcspResponses(Map.of(certificate.x509(), der));
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(ShamOcsp.ca().x509(), null)));
        parameters.setDate(Date.from(ShamOcsp.NOW));
        parameters.setPolicyQualifiersRejected(false);
        parameters.addCertPathChecker(checker);
        var factory = CertificateFactory.getInstance("X.509");
        validator.validate(factory.generateCertPath(List.of(certificate.x509())), parameters);
    }

    private String pem(String name, byte[] der) throws Exception {
        Path file = Files.write(home.resolve(name + ".der"), der);
        Path pem = home.resolve(name + ".pem");
        run("x509", "-inform", "DER", "-in", file.toString(), "-out", pem.toString());
        return pem.toString();
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        var answer = OpenSsl.run(arguments);
        assertThat(answer.exitCode()).as(answer.output()).isZero();
        return answer.output();
    }

    @Test
    void openssl_verifies_an_answer_to_its_own_question() throws Exception {
        OpenSsl.mustBeThere();
        String ca = pem("ca", ShamOcsp.ca().der());
        for (String digest : List.of("-sha1", "-sha256")) {
            Path question = home.resolve("question" + digest);
            run(
                    "ocsp",
                    digest,
                    "-issuer",
                    ca,
                    "-serial",
                    "0x1",
                    "-serial",
                    "0x2",
                    "-serial",
                    "0x3",
                    "-nonce",
                    "-reqout",
                    question.toString());
            OcspRequest read = OcspRequest.parse(Files.readAllBytes(question));
            assertThat(read.certIds()).hasSize(3);
            assertThat(read.certIds()).allMatch(certId -> certId.isOf(ShamOcsp.ca()));
            assertThat(read.nonce()).isPresent();
            var unknown =
                    OcspSingleResponse.of(
                            read.certIds().get(2),
                            new OcspCertStatus.Unknown(),
                            ShamOcsp.DATA,
                            ShamOcsp.NEXT);
            byte[] der =
                    ShamOcsp.WRITER.write(
                            ShamOcsp.NOW,
                            List.of(
                                    ShamOcsp.good(read.certIds().get(0)),
                                    ShamOcsp.revoked(
                                            read.certIds().get(1),
                                            RevocationReason.AFFILIATION_CHANGED),
                                    unknown),
                            read.nonce());
            Path answer = Files.write(home.resolve("answer" + digest), der);
            String time = Long.toString(ShamOcsp.NOW.getEpochSecond());
            String verified =
                    run(
                            "ocsp",
                            "-reqin",
                            question.toString(),
                            "-respin",
                            answer.toString(),
                            "-CAfile",
                            ca,
                            "-attime",
                            time);
            assertThat(verified).contains("Response verify OK").doesNotContain("WARNING", "rror");
            String output =
                    run(
                            "ocsp",
                            "-respin",
                            answer.toString(),
                            "-issuer",
                            ca,
                            digest,
                            "-serial",
                            "0x1",
                            "-serial",
                            "0x2",
                            "-serial",
                            "0x3",
                            "-no_nonce",
                            "-CAfile",
                            ca,
                            "-attime",
                            time,
                            "-resp_text");
            assertThat(output)
                    .contains("Response verify OK")
                    .contains("Produced At: Nov 23 02:30:15 2026 GMT")
                    .contains("0x1: ", "Cert Status: good", "Cert Status: unknown")
                    .contains("Reason: affiliationChanged")
                    .contains("Revocation Time: Nov  1 00:00:00 2026 GMT")
                    .contains("OCSP Signing", "OCSP No Check", "OCSP Responder 01 TEST");
        }
    }

    @Test
    void openssl_reads_answers_of_every_kind_and_our_question() throws Exception {
        OpenSsl.mustBeThere();
        Path answer = Files.write(home.resolve("answer"), ofEveryKind());
        String text = run("ocsp", "-respin", answer.toString(), "-resp_text", "-noverify");
        assertThat(text)
                .contains("Archive Cutoff", "Nov 23 00:00:00 2016 GMT")
                .contains("Revocation Time: Jan  1 00:00:00 2050 GMT");
        var asked = List.of(ShamOcsp.certId(4711), ShamOcsp.certId256(1));
        Path question =
                Files.write(
                        home.resolve("question"),
                        OcspRequest.withNonce(ShamOcsp.NONCE, asked).der());
        String read = run("ocsp", "-reqin", question.toString(), "-req_text");
        assertThat(read)
                .contains("Hash Algorithm: sha1", "Hash Algorithm: sha256")
                .contains("Serial Number: 1267", "OCSP Nonce");
    }
}
