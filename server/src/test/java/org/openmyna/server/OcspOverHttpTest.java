package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertId;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.HashAlgorithm;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.OcspRequest;
import org.openmyna.trust.profile.RevocationReason;

class OcspOverHttpTest {
    private static final String TYPE = "application/ocsp-request";
    private static final byte[] MALFORMED = {0x30, 0x03, 0x0A, 0x01, 0x01};
    private static final byte[] UNAUTHORIZED = {0x30, 0x03, 0x0A, 0x01, 0x06};

    private final TestCountry country = TestCountry.shared();

    private Path ca() {
        return country.pem("ca.pem", country.authority().certificate().der());
    }

    private String openssl(Object... more) {
        Object[] common = {
            "ocsp", "-issuer", ca(), "-CAfile", ca(), "-url", country.at("/ocsp").toString()
        };
        Object[] all = new Object[common.length + more.length];
        System.arraycopy(common, 0, all, 0, common.length);
        System.arraycopy(more, 0, all, common.length, more.length);
        return OpenSsl.run(all);
    }

    private byte[] question(CertificateSerial serial) {
        return OcspRequest.of(
                        List.of(
                                CertId.of(
                                        HashAlgorithm.SHA_1,
                                        country.authority().certificate(),
                                        serial)))
                .der();
    }

    private static String inPath(byte[] question) {
        return URLEncoder.encode(
                Base64.getEncoder().encodeToString(question), StandardCharsets.US_ASCII);
    }

    @Test
    void openssl_is_told_good_then_revoked_and_its_nonce_comes_back() {
        JpkiCertificate certificate = country.issued();
        Path pem = country.pem("good.pem", certificate.der());
        assertThat(openssl("-cert", pem))
                .contains("Response verify OK", "good.pem: good")
                .doesNotContain("WARNING: no nonce");
        country.authority().revoke(certificate.serial(), RevocationReason.KEY_COMPROMISE);
        country.authority().statusOf(certificate.serial());
        assertThat(openssl("-cert", pem, "-no_nonce"))
                .contains("Response verify OK", "good.pem: revoked", "Reason: keyCompromise");
    }

    @Test
    void openssl_is_told_unknown_for_a_serial_never_issued() {
        assertThat(openssl("-serial", "0x7FFFFFFFFF", "-no_nonce"))
                .contains("Response verify OK", "unknown");
    }

    @Test
    void an_issuer_that_is_not_ours_is_unauthorized() {
        JpkiCertificate certificate = country.issued();
        Path other = country.pem("other.pem", otherAuthority().certificate().der());
        assertThat(
                        OpenSsl.run(
                                "ocsp",
                                "-issuer",
                                country.pem("house.pem", house()),
                                "-serial",
                                "0x" + certificate.serial(),
                                "-url",
                                country.at("/ocsp").toString()))
                .contains("unauthorized");
        assertThat(
                        OpenSsl.run(
                                "ocsp",
                                "-issuer",
                                other,
                                "-CAfile",
                                other,
                                "-serial",
                                "0x7FFFFFFFFF",
                                "-url",
                                country.at("/ocsp").toString()))
                .contains("Response verify OK", "unknown");
    }

    private org.openmyna.trust.authority.CertificationAuthority otherAuthority() {
        return country.server.authorities().authority(CaKind.SIGNATURE);
    }

    private byte[] house() {
        try {
            return country.server.house().orElseThrow().certificate().getEncoded();
        } catch (java.security.cert.CertificateEncodingException itWasDecoded) {
            throw new IllegalStateException(itWasDecoded);
        }
    }

    @Test
    void a_get_has_the_headers_of_rfc_5019_and_is_the_same_as_a_post() {
        byte[] question = question(country.issued().serial());
        HttpResponse<byte[]> post = country.post("/ocsp", TYPE, question);
        HttpResponse<byte[]> get = country.getBytes("/ocsp/" + inPath(question));
        assertThat(post.statusCode()).isEqualTo(200);
        assertThat(get.statusCode()).isEqualTo(200);
        assertThat(get.body()).isEqualTo(post.body());
        assertThat(get.headers().firstValue("content-type")).hasValue("application/ocsp-response");
        assertThat(get.headers().firstValue("cache-control").orElse(""))
                .matches("max-age=[0-9]+, public, no-transform, must-revalidate");
        assertThat(get.headers().firstValue("expires")).isPresent();
        assertThat(get.headers().firstValue("last-modified")).isPresent();
        String etag = get.headers().firstValue("etag").orElseThrow();
        HttpResponse<byte[]> again =
                country.getBytes("/ocsp/" + inPath(question), "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void base_64_may_stand_in_the_path_as_it_is() {
        byte[] question = question(country.issued().serial());
        String raw = Base64.getEncoder().encodeToString(question);
        assertThat(country.getBytes("/ocsp/" + raw).body()).hasSizeGreaterThan(500);
        assertThat(country.getBytes("/ocsp//" + raw.replace("/", "%2f")).body())
                .hasSizeGreaterThan(500);
    }

    @Test
    void a_head_tells_the_length_alone() {
        byte[] question = question(country.issued().serial());
        int length = country.getBytes("/ocsp/" + inPath(question)).body().length;
        HttpResponse<String> head = country.method("HEAD", "/ocsp/" + inPath(question));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("content-length")).hasValue(String.valueOf(length));
    }

    @Test
    void what_is_no_ocsp_request_gets_an_ocsp_answer_that_says_so() {
        assertThat(country.post("/ocsp", TYPE, "TEST".getBytes(StandardCharsets.US_ASCII)).body())
                .isEqualTo(MALFORMED);
        assertThat(country.post("/ocsp", TYPE, new byte[0]).body()).isEqualTo(MALFORMED);
        HttpResponse<byte[]> get = country.getBytes("/ocsp/!!!");
        assertThat(get.body()).isEqualTo(MALFORMED);
        assertThat(get.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(UNAUTHORIZED).hasSize(5);
    }

    @Test
    void other_types_methods_and_sizes_are_refused_by_http() {
        assertThat(country.post("/ocsp", "text/plain", new byte[10]).statusCode()).isEqualTo(415);
        HttpResponse<String> put = country.method("PUT", "/ocsp");
        assertThat(put.statusCode()).isEqualTo(405);
        assertThat(put.headers().firstValue("allow")).hasValue("GET, HEAD, POST");
        assertThat(country.post("/ocsp", TYPE, new byte[70_000]).statusCode()).isEqualTo(413);
    }

    @Test
    void a_body_of_unknown_length_is_read_up_to_the_limit() {
        byte[] question = question(country.issued().serial());
        assertThat(chunked(question).body()).hasSizeGreaterThan(500);
        assertThat(chunked(new byte[70_000]).statusCode()).isEqualTo(413);
    }

    private HttpResponse<byte[]> chunked(byte[] body) {
        return TestCountry.send(
                HttpRequest.newBuilder(country.at("/ocsp"))
                        .header("Content-Type", TYPE)
                        .POST(
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new java.io.ByteArrayInputStream(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }
}
