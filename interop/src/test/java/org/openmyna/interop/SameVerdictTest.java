package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.Security;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openmyna.interop.Subject.State;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.profile.CaKind;

/**
 * The PKIX validators of BouncyCastle and of the JDK accept and reject the same certificates, which
 * are those that they should: by full lists, by the lists of municipalities, and by OCSP. What
 * OpenSSL says of the same people is in {@link OpensslListsTest} and {@link OpensslOcspTest}.
 */
class SameVerdictTest {
    private static final BouncyCastleProvider BC = new BouncyCastleProvider();
    private static final List<StockValidator> VALIDATORS =
            List.of(
                    new StockValidator("BouncyCastle", BC),
                    new StockValidator("JDK", Security.getProvider("SUN")));

    @RegisterExtension final AtTheServer server = new AtTheServer();

    @Test
    void bouncycastle_and_the_jdk_accept_and_reject_the_same_set() throws Exception {
        List<Subject> people = server.served().people();
        assertThat(people).hasSizeGreaterThan(60);
        List<String> table = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        Set<State> seen = new HashSet<>();
        for (Subject each : people) {
            seen.add(each.state());
            for (Means means : Means.values()) {
                for (StockValidator validator : VALIDATORS) {
                    String said = opinion(validator, means, each);
                    String row =
                            "%-60s %-18s %-13s %s"
                                    .formatted(
                                            each,
                                            means,
                                            validator,
                                            said.isEmpty() ? "accepted" : "rejected: " + said);
                    table.add(row);
                    if (said.isEmpty() != means.accepts(each.state())) wrong.add(row);
                }
            }
        }
        assertThat(wrong).as("of all%n%s", String.join("\n", table)).isEmpty();
        assertThat(seen).containsExactlyInAnyOrder(State.values());
    }

    private String opinion(StockValidator validator, Means means, Subject subject)
            throws Exception {
        Set<byte[]> trusted = Set.of(subject.generation().certificate().der());
        return switch (means) {
            case FULL_LIST, LIST_OF_THE_PLACE ->
                    validator.byLists(
                            subject.der(), trusted, lists(means), ServedAuthority.checkedAt());
            case OCSP ->
                    validator.byOcsp(
                            subject.der(), trusted, answer(subject), ServedAuthority.checkedAt());
        };
    }

    /** Of both CAs and both generations: which one serves is for the validator to find. */
    private List<byte[]> lists(Means means) {
        return server.served().lists().entrySet().stream()
                .filter(each -> each.getKey().contains("full") == (means == Means.FULL_LIST))
                .map(Map.Entry::getValue)
                .toList();
    }

    private byte[] answer(Subject subject) throws Exception {
        return server.served()
                .post("/ocsp", new OCSPReqBuilder().addRequest(idOf(subject)).build().getEncoded());
    }

    private static CertificateID idOf(Subject subject) throws Exception {
        return new CertificateID(
                new JcaDigestCalculatorProviderBuilder()
                        .setProvider(BC)
                        .build()
                        .get(CertificateID.HASH_SHA1),
                new X509CertificateHolder(subject.generation().certificate().der()),
                subject.serial().value());
    }

    @Test
    void a_validator_that_is_given_the_list_of_the_other_generation_or_nothing_accepts_nobody() {
        Subject good = server.served().one(CaKind.SIGNATURE, 1, State.GOOD);
        Set<byte[]> trusted = Set.of(good.generation().certificate().der());
        byte[] other = server.served().list(good.fullList().replace("-1-", "-2-"));
        for (StockValidator validator : VALIDATORS) {
            for (List<byte[]> lists : List.of(List.of(other), List.<byte[]>of())) {
                assertThat(
                                validator.byLists(
                                        good.der(), trusted, lists, ServedAuthority.checkedAt()))
                        .as("%s with %d lists", validator, lists.size())
                        .isNotEmpty();
            }
        }
    }

    /**
     * RFC 5280 6.3.3 (f) finds the signer of a list by its name. The JDK, trusting both keys of one
     * name, is content with a list of the other generation, in which nobody of this one is: so a
     * verifier trusts the key that the certificate's authority key identifier names, and no other.
     */
    @Test
    void the_jdk_must_be_given_the_one_key_that_the_certificate_names() {
        Subject held = server.served().one(CaKind.SIGNATURE, 1, State.HELD);
        Set<byte[]> both = new HashSet<>();
        for (Generation each : server.served().authorities().generations().of(CaKind.SIGNATURE)) {
            both.add(each.certificate().der());
        }
        byte[] other = server.served().list(held.fullList().replace("-1-", "-2-"));
        StockValidator jdk = VALIDATORS.getLast();
        Instant when = ServedAuthority.checkedAt();
        assertThat(jdk.byLists(held.der(), both, List.of(other), when)).isEmpty();
        Set<byte[]> theOne = Set.of(held.generation().certificate().der());
        assertThat(jdk.byLists(held.der(), theOne, List.of(other), when)).isNotEmpty();
    }

    /**
     * BouncyCastle 1.84 looks at signature and end of an answer, but says nothing if it was made
     * later or is about somebody else: whoever uses it looks at {@code BasicOCSPResp} himself.
     */
    @Test
    void an_answer_of_another_hour_or_with_a_changed_byte_is_not_believed() throws Exception {
        Subject good = server.served().one(CaKind.SIGNATURE, 2, State.GOOD);
        byte[] answer = answer(good);
        byte[] changed = answer.clone();
        // near the end of the responder's certificate, so in its signature
        changed[changed.length - 10] ^= 1;
        for (StockValidator validator : VALIDATORS) {
            assertThat(opinion(validator, good, answer, 0)).as("%s", validator).isEmpty();
            assertThat(opinion(validator, good, answer, 7_200)).as("%s", validator).isNotEmpty();
            assertThat(opinion(validator, good, changed, 0)).as("%s", validator).isNotEmpty();
        }
        StockValidator jdk = VALIDATORS.getLast();
        assertThat(opinion(jdk, good, answer, -7_200)).isNotEmpty();
        Subject held = server.served().one(CaKind.SIGNATURE, 2, State.HELD);
        assertThat(opinion(jdk, held, answer, 0)).as("about the neighbour").isNotEmpty();
    }

    private static String opinion(
            StockValidator validator, Subject subject, byte[] answer, long secondsLater) {
        return validator.byOcsp(
                subject.der(),
                Set.of(subject.generation().certificate().der()),
                answer,
                ServedAuthority.checkedAt().plusSeconds(secondsLater));
    }

    @Test
    void bouncycastle_reads_signature_status_date_and_reason_of_every_answer() throws Exception {
        for (Subject each : server.served().people()) {
            if (each.state().status.isEmpty()) continue;
            var answer = (BasicOCSPResp) new OCSPResp(answer(each)).getResponseObject();
            X509CertificateHolder responder = answer.getCerts()[0];
            var byTheCa =
                    new JcaContentVerifierProviderBuilder()
                            .setProvider(BC)
                            .build(
                                    new X509CertificateHolder(
                                            each.generation().certificate().der()));
            var byTheResponder =
                    new JcaContentVerifierProviderBuilder().setProvider(BC).build(responder);
            assertThat(responder.isSignatureValid(byTheCa)).as("%s", each).isTrue();
            assertThat(answer.isSignatureValid(byTheResponder)).as("%s", each).isTrue();
            assertThat(answer.getResponses()).hasSize(1);
            assertThat(answer.getResponses()[0].getCertID()).isEqualTo(idOf(each));
            assertThat(word(answer.getResponses()[0].getCertStatus()))
                    .as("%s", each)
                    .isEqualTo(each.state().status);
        }
    }

    private static String word(CertificateStatus status) throws IOException {
        if (status == CertificateStatus.GOOD) return "good";
        return status instanceof RevokedStatus ? "revoked" : "unknown";
    }

    /** Lists that BouncyCastle and the JDK read have the same entries. */
    @Test
    void every_list_reads_the_same_with_both() throws Exception {
        for (Map.Entry<String, byte[]> list : server.served().lists().entrySet()) {
            Set<String> entries = new HashSet<>();
            for (var provider : List.of(BC, Security.getProvider("SUN"))) {
                var factory = java.security.cert.CertificateFactory.getInstance("X.509", provider);
                var read =
                        (java.security.cert.X509CRL)
                                factory.generateCRL(
                                        new java.io.ByteArrayInputStream(list.getValue()));
                List<String> lines = new ArrayList<>();
                if (read.getRevokedCertificates() != null) {
                    read.getRevokedCertificates()
                            .forEach(entry ->
                                    lines.add(
                                            "%x %s %s"
                                                    .formatted(
                                                            entry.getSerialNumber(),
                                                            entry.getRevocationDate().toInstant(),
                                                            String.valueOf(
                                                                            entry
                                                                                    .getRevocationReason())
                                                                    .toLowerCase(Locale.ROOT))));
                }
                lines.sort(null);
                entries.add(String.join("\n", lines));
            }
            assertThat(entries).as(list.getKey()).hasSize(1);
        }
    }
}
