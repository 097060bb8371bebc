package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openmyna.trust.authority.crl.PublishedList;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.RevocationReason;

class PublicationTest {
    private final TestCountry country = TestCountry.shared();

    private PublishedList published() {
        var certificate = country.issued();
        country.authority().revoke(certificate.serial(), RevocationReason.CESSATION_OF_OPERATION);
        return country.server
                .authorities()
                .lists()
                .publish(Generation.idOf(CaKind.USER_AUTHENTICATION, 1), Optional.empty());
    }

    @Test
    void a_list_comes_with_its_sha_256_as_a_strong_tag() throws Exception {
        PublishedList list = published();
        HttpResponse<byte[]> answer = country.getBytes("/crl/" + list.name());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/pkix-crl");
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(answer.body());
        assertThat(sha256).isEqualTo(list.sha256());
        assertThat(answer.headers().firstValue("etag"))
                .hasValue('"' + HexFormat.of().formatHex(sha256) + '"');
        Path file = country.file("list.crl", answer.body());
        Path ca = country.pem("ca-of-list.pem", country.authority().certificate().der());
        assertThat(OpenSsl.run("crl", "-inform", "DER", "-in", file, "-CAfile", ca, "-noout"))
                .contains("verify OK");
    }

    @Test
    void who_has_the_list_already_gets_no_body() {
        PublishedList list = published();
        HttpResponse<byte[]> first = country.getBytes("/crl/" + list.name());
        String etag = first.headers().firstValue("etag").orElseThrow();
        String modified = first.headers().firstValue("last-modified").orElseThrow();
        HttpResponse<byte[]> byTag =
                country.getBytes("/crl/" + list.name(), "If-None-Match", "\"x\", " + etag);
        assertThat(byTag.statusCode()).isEqualTo(304);
        assertThat(byTag.body()).isEmpty();
        assertThat(
                        country.getBytes("/crl/" + list.name(), "If-Modified-Since", modified)
                                .statusCode())
                .isEqualTo(304);
        assertThat(country.getBytes("/crl/" + list.name(), "If-None-Match", "\"x\"").statusCode())
                .isEqualTo(200);
        published();
        assertThat(country.getBytes("/crl/" + list.name(), "If-None-Match", etag).statusCode())
                .as("a new list has another tag")
                .isEqualTo(200);
    }

    @Test
    void a_head_of_a_list_tells_its_length() {
        PublishedList list = published();
        HttpResponse<String> head = country.method("HEAD", "/crl/" + list.name());
        assertThat(head.headers().firstValueAsLong("content-length")).isPresent();
        assertThat(head.body()).isEmpty();
    }

    @Test
    void the_index_names_every_list_with_its_hash() {
        PublishedList list = published();
        HttpResponse<String> index = country.get("/crl/index.json");
        assertThat(index.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(index.body()).contains(list.name());
    }

    @Test
    void nothing_but_lists_is_in_the_folder_of_lists() {
        assertThat(country.get("/crl/none.crl").statusCode()).isEqualTo(404);
        assertThat(country.get("/crl/").statusCode()).isEqualTo(404);
        assertThat(country.get("/crl/..%2f..%2fhouse%2fhouse.password").statusCode())
                .isIn(400, 404);
        assertThat(country.method("POST", "/crl/index.json").statusCode()).isEqualTo(405);
    }

    @Test
    void ca_certificates_are_found_by_generation() {
        HttpResponse<byte[]> answer = country.getBytes("/ca/2001.cer");
        assertThat(answer.body()).isEqualTo(country.authority().certificate().der());
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/pkix-cert");
        assertThat(country.get("/ca/2999.cer").statusCode()).isEqualTo(404);
    }

    @Test
    void the_log_can_be_read_from_any_position_and_its_head_is_signed() {
        country.issued();
        String head = country.get("/log/head").body();
        String all = country.get("/log").body();
        assertThat(head).contains("position: ", "hash: ", "signature: ");
        assertThat(all.lines().findFirst().orElse("")).startsWith("1|GENERATION|");
        String third = country.get("/log?from=3").body();
        assertThat(third.lines().findFirst().orElse("")).startsWith("3|");
        assertThat(country.get("/log/key.pem").body()).startsWith("-----BEGIN PUBLIC KEY-----");
        Path key =
                country.file(
                        "log-key.pem",
                        country.get("/log/key.pem").body().getBytes(StandardCharsets.US_ASCII));
        assertThat(OpenSsl.run("pkey", "-pubin", "-in", key, "-noout", "-text"))
                .contains("prime256v1");
        assertThat(country.get("/log?from=0").statusCode()).isEqualTo(400);
    }

    @Test
    void the_practice_statement_says_in_both_languages_that_this_is_a_test() {
        assertThat(country.get("/cps", "Accept-Language", "ja").body()).contains("試験用");
        assertThat(country.get("/cps", "Accept-Language", "en").body())
                .contains("TEST certification authority");
    }
}
