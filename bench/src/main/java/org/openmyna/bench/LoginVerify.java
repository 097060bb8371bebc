package org.openmyna.bench;

import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateAddresses;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.ContentSignature;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.JpkiProfile;
import org.openmyna.trust.profile.RevocationList.Revoked;
import org.openmyna.trust.profile.RevocationReason;
import org.openmyna.trust.profile.SubjectName;
import org.openmyna.trust.profile.Validity;
import org.openmyna.trust.profile.ValidityRule;
import org.openmyna.trust.verifier.InMemoryNonceStore;
import org.openmyna.trust.verifier.LoginChallenge;
import org.openmyna.trust.verifier.LoginRequest;
import org.openmyna.trust.verifier.LoginVerdict;
import org.openmyna.trust.verifier.LoginVerifier;
import org.openmyna.trust.verifier.NonceStore;
import org.openmyna.trust.verifier.RevocationLists;
import org.openmyna.trust.verifier.VerifierBuilder;

/**
 * A card login as the library checks it: challenge, certificate, both signatures, path, policy and
 * status in a list of 10,000 entries. Every certificate is new to the verifier, so that nothing is
 * remembered of it, and every challenge is its own.
 */
final class LoginVerify implements Benchmark {
    private static final int CARDS = 500;
    private static final int KEYS = 8;
    private static final int ENTRIES = 10_000;
    private static final int VERIFICATIONS = 2;
    private static final double GOAL = 5_000;
    private static final String PLATFORM = "https://platform.localhost:8080";
    private static final LoginRequest REQUEST =
            new LoginRequest(
                    "demo-bank", URI.create("https://bank.localhost:8080/callback"), "口座へのログイン");

    private final Instant now = Instant.parse("2026-11-24T03:00:00Z");
    private final InstantSource clock = InstantSource.fixed(now);
    private final SecureRandom random = new SecureRandom();
    private final IssuingOffice office =
            IssuingOffice.known(MunicipalityCode.parse("282014")).orElseThrow();
    private final JpkiProfile profile =
            new JpkiProfile(Hierarchy.TEST, CertificateAddresses.sandbox());

    /** What a card answered. */
    private record Answer(LoginChallenge challenge, byte[] certificate, byte[] signature) {}

    @Override
    public String name() {
        return "login-verify";
    }

    @Override
    public String group() {
        return "verifier";
    }

    @Override
    public List<BenchmarkRow> run(Duration time) {
        KeyPair ca = pair();
        CaCertificate authority =
                profile.selfSigned(
                        CaKind.USER_AUTHENTICATION,
                        new JpkiProfile.Common(
                                CertificateSerial.of(1),
                                ValidityRule.certificationAuthority(
                                        now.minus(Duration.ofDays(300))),
                                (RSAPublicKey) ca.getPublic()),
                        ContentSignature.with(ca.getPrivate()));
        var issuer = new JpkiProfile.Issuer(authority, ContentSignature.with(ca.getPrivate()));
        RevocationLists lists = lists(issuer);
        List<Answer> answers = answers(issuer);
        var round = new Round(authority, lists, answers);
        Turns turns = Turns.of(time, new BareRsa().verification(), round::next);
        return List.of(
                BenchmarkRow.reaching(
                        GOAL,
                        name(),
                        turns.rate(1).core(),
                        "login/s",
                        turns.rate(0).core() / VERIFICATIONS,
                        "of one core; every certificate new, a list of 10,000 entries; limit:"
                                + " the two bare RSA-2048 verifications of each"));
    }

    /** One login after the other; a fresh verifier when all cards have logged in. */
    private final class Round {
        private final CaCertificate authority;
        private final RevocationLists lists;
        private final List<Answer> answers;
        private LoginVerifier verifier;
        private int next;

        Round(CaCertificate authority, RevocationLists lists, List<Answer> answers) {
            this.authority = authority;
            this.lists = lists;
            this.answers = answers;
            this.verifier = fresh();
        }

        void next() {
            if (next == answers.size()) {
                verifier = fresh();
                next = 0;
            }
            Answer answer = answers.get(next++);
            LoginVerdict verdict =
                    verifier.verify(answer.challenge(), answer.certificate(), answer.signature());
            if (!(verdict instanceof LoginVerdict.Accepted))
                throw new IllegalStateException(String.valueOf(verdict));
        }

        /** Its store knows all challenges, as if it had issued them. */
        private LoginVerifier fresh() {
            NonceStore nonces = new InMemoryNonceStore(2 * CARDS, clock);
            Instant until = now.plus(Duration.ofMinutes(5));
            for (Answer answer : answers) nonces.remember(answer.challenge().id(), until);
            return VerifierBuilder.testOnly()
                    .trust(authority)
                    .status(lists)
                    .clock(clock)
                    .logins(PLATFORM, nonces, random);
        }
    }

    private RevocationLists lists(JpkiProfile.Issuer issuer) {
        List<Revoked> entries = new ArrayList<>();
        for (int n = 0; n < ENTRIES; n++)
            entries.add(
                    new Revoked(
                            CertificateSerial.of(1_000_000 + n),
                            now.minus(Duration.ofHours(1 + n)),
                            RevocationReason.AFFILIATION_CHANGED));
        var lists = new RevocationLists();
        lists.add(
                profile.revocationList(
                        issuer,
                        office.distributionPoint(CaKind.USER_AUTHENTICATION, Hierarchy.TEST),
                        BigInteger.ONE,
                        now.minus(Duration.ofHours(3)),
                        now.plus(Duration.ofHours(45)),
                        entries));
        return lists;
    }

    private List<Answer> answers(JpkiProfile.Issuer issuer) {
        List<KeyPair> keys = new ArrayList<>();
        for (int n = 0; n < KEYS; n++) keys.add(pair());
        List<Answer> answers = new ArrayList<>();
        for (int n = 0; n < CARDS; n++) {
            KeyPair key = keys.get(n % KEYS);
            var common =
                    new JpkiProfile.Common(
                            CertificateSerial.of(2_000_000 + n),
                            new Validity(
                                    now.minus(Duration.ofDays(100)),
                                    Instant.parse("2031-03-07T14:59:59Z")),
                            (RSAPublicKey) key.getPublic());
            byte[] certificate =
                    profile.userAuthentication(
                                    issuer,
                                    common,
                                    new SubjectName.UserAuthentication(
                                            "%06dEBENCH01".formatted(n), office))
                            .der();
            LoginChallenge challenge = LoginChallenge.issue(PLATFORM, REQUEST, random, clock);
            byte[] signature = ContentSignature.with(key.getPrivate()).sign(challenge.bytes());
            answers.add(new Answer(challenge, certificate, signature));
        }
        return answers;
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
