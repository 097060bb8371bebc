package org.openmyna.trust.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.util.Encodable;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.MynaException;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.RevocationList;
import org.openmyna.trust.profile.RevocationListMalformed;

/**
 * NIST's Public Key Interoperability Test Suite. The verifier is narrower than RFC 5280, so a path
 * that NIST calls valid may be refused; one that NIST calls invalid may never be accepted.
 *
 * <p>As NIST published them none of the files can get in: no name is that of a JPKI authority. So
 * each test whose path has one CA is also judged in the profile's dress ({@link PkitsDress}), by
 * the whole verifier with nothing switched off. Its answers are {@code golden/pkits.txt}.
 */
final class PkitsTest {
    private static final String OUTSIDE_DEPTH = "outside: a CA below a CA";
    private static final String OUTSIDE_ANCHOR = "outside: what a pinned anchor cannot say";
    private static final String OUTSIDE_DSA = "outside: DSA";

    /** What a CA may say of names and policies; that a policy must be there is always so here. */
    private static final Set<ASN1ObjectIdentifier> OF_CAS_BETWEEN =
            Set.of(Extension.nameConstraints, Extension.policyMappings, Extension.inhibitAnyPolicy);

    private final Pkits pkits = new Pkits();
    private final World world = new World();
    private final PublicKey card = world.loginKeys.getPublic();

    /** Lists of NIST live for twenty years. */
    private static final Freshness AS_LONG_AS_NIST =
            new Freshness(
                    Duration.ofMinutes(5),
                    Duration.ofDays(20 * 366),
                    Duration.ofMinutes(30),
                    Duration.ZERO);

    @Test
    void nothing_that_nist_published_gets_in_as_it_is() throws IOException {
        for (X509CertificateHolder each : pkits.certificates().values()) {
            byte[] der = each.getEncoded();
            assertThatThrownBy(() -> CaCertificate.parse(der)).isInstanceOf(MynaException.class);
            for (CaKind key : CaKind.values())
                assertThat(judged(world.settings(), key, der)).startsWith("MYNA-VRF-1");
        }
        for (X509CRLHolder each : pkits.lists().values()) {
            byte[] der = each.getEncoded();
            assertThatThrownBy(() -> RevocationList.parse(der))
                    .isInstanceOf(RevocationListMalformed.class);
        }
    }

    @Test
    void every_signature_of_nist_is_judged_as_the_platform_judges_it() {
        var right = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        pkits.certificates()
                .values()
                .forEach(ca -> {
                    if (isDsa(ca)) return;
                    PublicKey key = PkitsDress.key(ca.getSubjectPublicKeyInfo());
                    pkits.certificates()
                            .forEach((name, each) -> {
                                if (!Pkits.has(ca, Pkits.keyId(each))) return;
                                boolean ours = PkitsDress.signed(ca, each);
                                (ours ? right : wrong).add(name);
                                assertThat(ours).as(name).isEqualTo(platformSays(each, key));
                            });
                    pkits.lists()
                            .forEach((name, each) -> {
                                if (!Pkits.has(ca, Pkits.keyId(each))) return;
                                boolean ours = PkitsDress.signed(ca, each);
                                (ours ? right : wrong).add(name);
                                assertThat(ours).as(name).isEqualTo(platformSays(each, key));
                            });
                });
        assertThat(wrong)
                .containsExactlyInAnyOrder(
                        "certs/BadSignedCACert.crt",
                        "certs/InvalidEESignatureTest3EE.crt",
                        "crls/BadCRLSignatureCACRL.crl");
        assertThat(right).hasSize(568);
    }

    private static boolean platformSays(Encodable signed, PublicKey key) {
        try {
            var in = new ByteArrayInputStream(signed.getEncoded());
            var platform = CertificateFactory.getInstance("X.509");
            if (signed instanceof X509CRLHolder) ((X509CRL) platform.generateCRL(in)).verify(key);
            else platform.generateCertificate(in).verify(key);
            return true;
        } catch (IOException | GeneralSecurityException no) {
            return false;
        }
    }

    @Test
    void no_invalid_path_is_accepted_and_every_answer_is_the_known_one() throws IOException {
        var answers = new StringBuilder();
        Map<String, Integer> score = new TreeMap<>();
        for (Pkits.Case test : Pkits.cases()) {
            String nist = test.valid() ? "valid" : "invalid";
            String answer = answer(test);
            answers.append(test.number() + " " + nist + " " + answer + "\n");
            if (!answer.startsWith("outside"))
                answer = nist + (answer.equals("accepted") ? " accepted" : " refused");
            score.merge(answer, 1, Integer::sum);
        }
        System.out.println("PKITS, " + Pkits.cases().size() + " tests: " + score);
        Path golden = Path.of("src/test/resources/golden/pkits.txt");
        assertThat(answers.toString()).isEqualTo(Files.readString(golden));
        assertThat(score)
                .isEqualTo(
                        Map.of(
                                "invalid refused",
                                61,
                                "valid accepted",
                                23,
                                "valid refused",
                                33,
                                OUTSIDE_DEPTH,
                                67,
                                OUTSIDE_ANCHOR,
                                37,
                                OUTSIDE_DSA,
                                3));
    }

    /** What the verifier says of the test in the profile's dress, or why there is no such thing. */
    private String answer(Pkits.Case test) {
        X509CertificateHolder endEntity = pkits.endEntity(test);
        X509CertificateHolder nist = pkits.issuer(endEntity).orElseThrow();
        var dress = new PkitsDress(nist);
        String answer = answer(dress, nist, endEntity);
        if (!test.valid()) assertThat(answer).as(test.toString()).isNotEqualTo("accepted");
        if (isDsa(nist)) return OUTSIDE_DSA;
        if (!nist.getIssuer().equals(pkits.anchor().getSubject())) return OUTSIDE_DEPTH;
        boolean between = OF_CAS_BETWEEN.stream().anyMatch(x -> nist.getExtension(x) != null);
        return between ? OUTSIDE_ANCHOR : answer;
    }

    private String answer(
            PkitsDress dress, X509CertificateHolder nist, X509CertificateHolder endEntity) {
        try {
            CaCertificate authority = CaCertificate.parse(dress.authority(pkits.anchor()));
            var settings =
                    VerifierBuilder.testOnly()
                            .trust(authority)
                            .status(lists(dress, nist))
                            .freshness(AS_LONG_AS_NIST)
                            .clock(world);
            return judged(settings, PkitsDress.KIND, dress.endEntity(endEntity, card));
        } catch (MynaException notAnAuthority) {
            return "not pinned";
        }
    }

    /** As the fetcher does: what cannot be read is not taken. */
    private RevocationLists lists(PkitsDress dress, X509CertificateHolder nist) {
        var lists = new RevocationLists();
        for (X509CRLHolder each : pkits.listsOf(nist)) {
            try {
                lists.add(RevocationList.parse(dress.list(each)));
            } catch (RevocationListMalformed unreadable) {
                // left out
            }
        }
        return lists;
    }

    private String judged(VerifierBuilder settings, CaKind key, byte[] certificate) {
        byte[] signature = Forge.cardSignsContent(world.loginKeys.getPrivate(), World.CONTENT);
        var content = SignedContent.of(World.CONTENT);
        return switch (settings.signatures()
                .verifyBare(key, certificate, content, signature, Forge.NOW)) {
            case BareSignatureVerdict.Accepted accepted -> "accepted";
            case BareSignatureVerdict.Refused refused -> refused.refusal().code();
        };
    }

    private static boolean isDsa(X509CertificateHolder ca) {
        return !ca.getSubjectPublicKeyInfo()
                .getAlgorithm()
                .getAlgorithm()
                .getId()
                .startsWith("1.2.840.113549");
    }
}
