package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we take and what we refuse, clause by clause; BouncyCastle makes what we would not. */
final class OcspConformanceTest {
    private static final ASN1ObjectIdentifier SHA_1 = new ASN1ObjectIdentifier("1.3.14.3.2.26");
    private static final ASN1ObjectIdentifier SHA_384 =
            new ASN1ObjectIdentifier("2.16.840.1.101.3.4.2.2");
    private static final ASN1ObjectIdentifier NOBODYS = new ASN1ObjectIdentifier("2.999.1");

    private static CertificateID about(BigInteger serial) {
        return about(new AlgorithmIdentifier(SHA_1, DERNull.INSTANCE), 20, serial);
    }

    private static CertificateID about(AlgorithmIdentifier digest, int octets, BigInteger serial) {
        return new CertificateID(
                new CertID(
                        digest,
                        new DEROctetString(new byte[octets]),
                        new DEROctetString(new byte[octets]),
                        new ASN1Integer(serial)));
    }

    private static Extensions extension(
            ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) throws IOException {
        return new Extensions(
                new Extension(type, critical, value.toASN1Primitive().getEncoded("DER")));
    }

    private static byte[] with(Extensions extensions) throws Exception {
        return new OCSPReqBuilder()
                .addRequest(about(BigInteger.ONE))
                .setRequestExtensions(extensions)
                .build()
                .getEncoded();
    }

    private static void malformed(byte[] der) {
        assertThatExceptionOfType(OcspRequestMalformed.class)
                .isThrownBy(() -> OcspRequest.parse(der));
    }

    private static void malformed(CertificateID certId) throws Exception {
        malformed(new OCSPReqBuilder().addRequest(certId).build().getEncoded());
    }

    @Test
    void rfc6960_4_1_1_several_questions_keep_their_order() throws Exception {
        OCSPReqBuilder builder = new OCSPReqBuilder();
        for (int serial = 1; serial <= 50; serial++) {
            builder.addRequest(about(BigInteger.valueOf(serial)));
        }
        List<CertId> read = OcspRequest.parse(builder.build().getEncoded()).certIds();
        assertThat(read).hasSize(50);
        assertThat(read.get(49).serial()).contains(CertificateSerial.of(50));
    }

    @Test
    void rfc6960_4_1_1_a_request_that_asks_nothing_is_malformed() throws Exception {
        malformed(new OCSPReqBuilder().build().getEncoded());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void rfc6960_4_1_1_a_version_is_never_written_in_der_and_others_do_not_exist(int version)
            throws Exception {
        ASN1Encodable request = new DERSequence(about(BigInteger.ONE).toASN1Primitive());
        ASN1Encodable[] tbs = {
            new DERTaggedObject(true, 0, new ASN1Integer(version)), new DERSequence(request)
        };
        malformed(new DERSequence(new DERSequence(tbs)).getEncoded("DER"));
    }

    @Test
    void rfc6960_4_1_1_serials_that_nobody_can_have_do_not_spoil_the_other_questions()
            throws Exception {
        BigInteger longest = BigInteger.ONE.shiftLeft(159).subtract(BigInteger.ONE);
        byte[] der =
                new OCSPReqBuilder()
                        .addRequest(about(BigInteger.ZERO))
                        .addRequest(about(BigInteger.valueOf(-4711)))
                        .addRequest(about(longest.add(BigInteger.ONE)))
                        .addRequest(about(BigInteger.ONE.shiftLeft(8_000)))
                        .addRequest(about(longest))
                        .build()
                        .getEncoded();
        List<CertId> read = OcspRequest.parse(der).certIds();
        assertThat(read.subList(0, 4)).allSatisfy(one -> assertThat(one.serial()).isEmpty());
        assertThat(read.get(4).serial()).contains(new CertificateSerial(longest));
    }

    @Test
    void rfc6960_4_1_1_an_answer_repeats_an_impossible_serial_as_it_was_asked() throws Exception {
        byte[] der = new OCSPReqBuilder().addRequest(about(BigInteger.ZERO)).build().getEncoded();
        CertId certId = OcspRequest.parse(der).certIds().getFirst();
        var unknown =
                OcspSingleResponse.of(
                        certId, new OcspCertStatus.Unknown(), ShamOcsp.DATA, ShamOcsp.NEXT);
        byte[] answer = ShamOcsp.WRITER.write(ShamOcsp.NOW, List.of(unknown), Optional.empty());
        assertThat(ShamOcsp.read(answer).answers()).containsExactly(unknown);
    }

    @Test
    void rfc6960_4_1_1_a_digest_that_is_not_known_here_finds_no_issuer() throws Exception {
        var digest = new AlgorithmIdentifier(SHA_384, DERNull.INSTANCE);
        byte[] der =
                new OCSPReqBuilder()
                        .addRequest(about(digest, 48, BigInteger.ONE))
                        .build()
                        .getEncoded();
        CertId read = OcspRequest.parse(der).certIds().getFirst();
        assertThat(read.hashAlgorithm()).isEmpty();
        assertThat(read.serial()).contains(CertificateSerial.of(1));
        assertThat(read.isOf(ShamOcsp.ca())).isFalse();
    }

    @Test
    void rfc6960_4_1_1_a_digest_of_another_length_or_with_parameters_is_malformed()
            throws Exception {
        malformed(about(new AlgorithmIdentifier(SHA_1, DERNull.INSTANCE), 32, BigInteger.ONE));
        malformed(about(new AlgorithmIdentifier(SHA_1), 0, BigInteger.ONE));
        malformed(about(new AlgorithmIdentifier(SHA_384), 65, BigInteger.ONE));
        var odd = new AlgorithmIdentifier(SHA_1, new ASN1Integer(1));
        malformed(about(odd, 20, BigInteger.ONE));
    }

    @Test
    void rfc6960_4_1_2_a_signed_request_keeps_what_a_responder_verifies_it_with() throws Exception {
        var name = new GeneralName(GeneralName.dNSName, "verifier.example");
        byte[] der =
                new OCSPReqBuilder()
                        .setRequestorName(name)
                        .addRequest(about(BigInteger.ONE))
                        .build(ShamSigner.of(Sham.holderKey()), ShamSigner.certificates())
                        .getEncoded();
        OcspRequest read = OcspRequest.parse(der);
        assertThat(read.requestorName()).contains(name.getEncoded("DER"));
        OcspRequestSignature signature = read.signature().orElseThrow();
        assertThat(signature.certificates()).hasSize(1);
        JpkiCertificate signer = JpkiCertificate.parse(signature.certificates().getFirst());
        RsaKey key = RsaKey.of(signer.publicKey().getEncoded());
        assertThat(key.verifies(signature.toBeSigned(), signature.value())).isTrue();
    }

    @Test
    void rfc6960_4_4_what_is_critical_and_unknown_is_refused_by_name() throws Exception {
        byte[] ofAll = with(extension(NOBODYS, true, DERNull.INSTANCE));
        byte[] ofOne =
                new OCSPReqBuilder()
                        .addRequest(
                                about(BigInteger.ONE), extension(NOBODYS, true, DERNull.INSTANCE))
                        .build()
                        .getEncoded();
        for (byte[] der : List.of(ofAll, ofOne)) {
            assertThatExceptionOfType(OcspExtensionUnknown.class)
                    .isThrownBy(() -> OcspRequest.parse(der))
                    .withMessageContaining("2.999.1")
                    .withMessageContaining("MYNA-PRF-031");
        }
    }

    @Test
    void rfc6960_4_4_what_is_not_critical_is_passed_over() throws Exception {
        byte[] der =
                new OCSPReqBuilder()
                        .addRequest(
                                about(BigInteger.ONE), extension(NOBODYS, false, DERNull.INSTANCE))
                        .setRequestExtensions(extension(NOBODYS, false, DERNull.INSTANCE))
                        .build()
                        .getEncoded();
        assertThat(OcspRequest.parse(der).certIds()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 32, 127, 128})
    void rfc9654_2_1_a_nonce_has_1_to_128_octets(int length) throws Exception {
        byte[] nonce = new byte[length];
        for (boolean critical : new boolean[] {false, true}) {
            byte[] der =
                    with(
                            extension(
                                    OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                                    critical,
                                    new DEROctetString(nonce)));
            assertThat(OcspRequest.parse(der).nonce()).contains(nonce);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 129, 4_096})
    void rfc9654_2_1_a_nonce_of_another_length_is_malformed(int length) throws Exception {
        var nonce = new DEROctetString(new byte[length]);
        malformed(with(extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, nonce)));
    }

    @Test
    void rfc9654_2_1_a_nonce_that_is_not_an_octet_string_is_malformed() throws Exception {
        var nonce = OCSPObjectIdentifiers.id_pkix_ocsp_nonce;
        malformed(with(extension(nonce, false, new ASN1Integer(4711))));
        malformed(with(new Extensions(new Extension(nonce, false, new byte[] {4}))));
    }

    @Test
    void rfc6960_4_4_3_who_insists_on_another_kind_of_answer_has_none() throws Exception {
        var kinds = OCSPObjectIdentifiers.id_pkix_ocsp_response;
        var basic = new DERSequence(OCSPObjectIdentifiers.id_pkix_ocsp_basic);
        assertThat(OcspRequest.parse(with(extension(kinds, true, basic))).certIds()).hasSize(1);
        byte[] wish = with(extension(kinds, false, new DERSequence(NOBODYS)));
        assertThat(OcspRequest.parse(wish).certIds()).hasSize(1);
        byte[] demand = with(extension(kinds, true, new DERSequence(NOBODYS)));
        assertThatExceptionOfType(OcspExtensionUnknown.class)
                .isThrownBy(() -> OcspRequest.parse(demand));
    }

    @Test
    void rfc6960_4_4_6_the_service_locator_is_passed_over_even_if_critical() throws Exception {
        var locator = OCSPObjectIdentifiers.id_pkix_ocsp_service_locator;
        var value = new DERSequence(new DERSequence());
        byte[] der =
                new OCSPReqBuilder()
                        .addRequest(about(BigInteger.ONE), extension(locator, true, value))
                        .build()
                        .getEncoded();
        assertThat(OcspRequest.parse(der).certIds()).hasSize(1);
    }

    @Test
    void x690_10_1_nothing_but_der_is_read() {
        byte[] der = OcspRequest.of(List.of(ShamOcsp.certId(1))).der();
        byte[] longer = Arrays.copyOf(der, der.length + 1);
        malformed(longer);
        byte[] indefinite = new byte[der.length + 2];
        System.arraycopy(der, 0, indefinite, 0, der.length);
        indefinite[1] = (byte) 0x80;
        malformed(indefinite);
        byte[] longLength = new byte[der.length + 1];
        System.arraycopy(der, 1, longLength, 2, der.length - 1);
        longLength[0] = 0x30;
        longLength[1] = (byte) 0x81;
        malformed(longLength);
        malformed(new byte[0]);
        malformed(new byte[OcspRequest.MAX_BYTES + 1]);
    }
}
