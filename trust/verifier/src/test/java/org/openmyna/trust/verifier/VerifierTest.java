package org.openmyna.trust.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.Language;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.Hierarchy;

/** Each way in which an answer can be wrong, and its name. */
final class VerifierTest {
    private final World world = new World();

    @Test
    void a_card_logs_in_and_every_check_leaves_evidence() {
        LoginVerdict verdict = world.logIn(world.login().serial(20_000_777).der());
        assertThat(verdict).isInstanceOf(LoginVerdict.Accepted.class);
        var accepted = (LoginVerdict.Accepted) verdict;
        assertThat(accepted.certificate().kind()).isEqualTo(CaKind.USER_AUTHENTICATION);
        assertThat(accepted.certificate().hierarchy()).isEqualTo(Hierarchy.TEST);
        assertThat(accepted.certificate().serial().value())
                .isEqualTo(BigInteger.valueOf(20_000_777));
        assertThat(accepted.certificate().commonName()).isEqualTo("123456EABC123413101003A");
        assertThat(accepted.challenge().client()).isEqualTo("demo-bank");
        assertThat(accepted.evidence())
                .allMatch(Evidence::passed)
                .allMatch(e -> e.at().equals(Forge.NOW));
        assertThat(accepted.evidence())
                .extracting(Evidence::check)
                .containsExactly(
                        VerifierCheck.CHALLENGE_IS_FOR_THIS_PLATFORM,
                        VerifierCheck.CHALLENGE_USED_ONCE,
                        VerifierCheck.CHALLENGE_FRESH,
                        VerifierCheck.STRICT_DER,
                        VerifierCheck.NOT_AN_AUTHORITY,
                        VerifierCheck.KIND,
                        VerifierCheck.HIERARCHY,
                        VerifierCheck.KEY_USAGE,
                        VerifierCheck.KEY,
                        VerifierCheck.CRITICAL_EXTENSIONS,
                        VerifierCheck.POLICY,
                        VerifierCheck.SIGNATURE,
                        VerifierCheck.ISSUER_KEY,
                        VerifierCheck.ISSUER_NAME,
                        VerifierCheck.ISSUER_SIGNATURE,
                        VerifierCheck.VALIDITY,
                        VerifierCheck.AUTHORITY_VALIDITY,
                        VerifierCheck.STATUS_FOUND,
                        VerifierCheck.REVOCATION_LIST_SIGNATURE,
                        VerifierCheck.REVOCATION_LIST_SCOPE,
                        VerifierCheck.REVOCATION_LIST_FRESH,
                        VerifierCheck.NOT_REVOKED);
        assertThat(accepted.evidence().getLast().data())
                .containsEntry("dataOf", "2026-11-23T15:00:00Z");
    }

    @Test
    void a_signature_proves_the_four_items_with_their_substitute_flags() {
        SignatureVerdict verdict = world.sign(world.signature().der());
        assertThat(verdict).isInstanceOf(SignatureVerdict.Accepted.class);
        var accepted = (SignatureVerdict.Accepted) verdict;
        assertThat(accepted.fourItems().name()).isEqualTo("試験　一郎");
        assertThat(accepted.fourItems().nameFlags()).isEqualTo("00000");
        assertThat(accepted.fourItems().birthDate()).isEqualTo("319800102");
        assertThat(accepted.fourItems().sex()).isEqualTo("1");
        assertThat(accepted.fourItems().addressFlags()).isEqualTo("000000000000010");
        assertThat(accepted.validAt()).isEqualTo(Forge.NOW);
        assertThat(accepted.evidence().toString()).doesNotContain("試験　一郎").doesNotContain("霞が関");
    }

    @Test
    void each_kind_of_certificate_is_refused_in_the_place_of_the_other() {
        assertThat(World.code(world.logIn(world.signature().der()))).isEqualTo("MYNA-VRF-107");
        assertThat(World.code(world.sign(world.login().der()))).isEqualTo("MYNA-VRF-108");
    }

    @Test
    void usages_that_are_missing_or_too_many_are_refused() {
        int both = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
        assertThat(World.code(world.logIn(world.login().usage(both).der())))
                .isEqualTo("MYNA-VRF-103");
        assertThat(World.code(world.logIn(world.login().usage(KeyUsage.keyAgreement).der())))
                .isEqualTo("MYNA-VRF-103");
        assertThat(World.code(world.logIn(world.login().purposes().der())))
                .isEqualTo("MYNA-VRF-103");
        assertThat(
                        World.code(
                                world.logIn(
                                        world.login()
                                                .purposes(KeyPurposeId.id_kp_serverAuth)
                                                .der())))
                .isEqualTo("MYNA-VRF-103");
        assertThat(
                        World.code(
                                world.logIn(
                                        world.login()
                                                .purposes(KeyPurposeId.anyExtendedKeyUsage)
                                                .der())))
                .isEqualTo("MYNA-VRF-103");
        assertThat(World.code(world.sign(world.signature().usage(KeyUsage.digitalSignature).der())))
                .isEqualTo("MYNA-VRF-103");
        assertThat(World.code(world.sign(world.signature().usage(KeyUsage.nonRepudiation).der())))
                .isEqualTo("MYNA-VRF-103");
        assertThat(
                        World.code(
                                world.sign(
                                        world.signature()
                                                .usage(both | KeyUsage.keyEncipherment)
                                                .der())))
                .isEqualTo("MYNA-VRF-103");
    }

    @Test
    void an_authority_is_not_a_holder_however_it_says_so() {
        assertThat(World.code(world.logIn(world.loginAuthority.der))).isEqualTo("MYNA-VRF-102");
        byte[] critical =
                world.login().extension("2.5.29.19", true, new BasicConstraints(true)).der();
        byte[] quiet =
                world.login().extension("2.5.29.19", false, new BasicConstraints(true)).der();
        byte[] byUsage =
                world.login().usage(KeyUsage.digitalSignature | KeyUsage.keyCertSign).der();
        assertThat(World.code(world.logIn(critical))).isEqualTo("MYNA-VRF-102");
        assertThat(World.code(world.logIn(quiet))).isEqualTo("MYNA-VRF-102");
        assertThat(World.code(world.logIn(byUsage))).isEqualTo("MYNA-VRF-102");
    }

    @Test
    void weak_and_odd_keys_are_refused() {
        byte[] small = world.login().holder(Forge.keys("weak", 1024).getPublic()).der();
        byte[] large = world.login().holder(Forge.keys("large", 3072).getPublic()).der();
        byte[] three =
                world.login().holder(Forge.newKeys(2048, BigInteger.valueOf(3)).getPublic()).der();
        assertThat(World.code(world.logIn(small))).isEqualTo("MYNA-VRF-109");
        assertThat(World.code(world.logIn(large))).isEqualTo("MYNA-VRF-109");
        assertThat(World.code(world.logIn(three))).isEqualTo("MYNA-VRF-109");
    }

    @Test
    void a_certificate_signed_with_another_hash_is_refused() {
        assertThat(World.code(world.logIn(world.login().algorithm("SHA1withRSA").der())))
                .isEqualTo("MYNA-VRF-117");
        assertThat(World.code(world.logIn(world.login().algorithm("SHA512withRSA").der())))
                .isEqualTo("MYNA-VRF-117");
    }

    @Test
    void the_policy_must_be_that_of_kind_and_hierarchy_and_no_other() {
        String production = Forge.policy(CaKind.USER_AUTHENTICATION, Hierarchy.PRODUCTION);
        String right = Forge.policy(CaKind.USER_AUTHENTICATION, Hierarchy.TEST);
        String other = Forge.policy(CaKind.SIGNATURE, Hierarchy.TEST);
        assertThat(World.code(world.logIn(world.login().policies().der())))
                .isEqualTo("MYNA-VRF-114");
        assertThat(World.code(world.logIn(world.login().policies(production).der())))
                .isEqualTo("MYNA-VRF-115");
        assertThat(World.code(world.logIn(world.login().policies(other).der())))
                .isEqualTo("MYNA-VRF-115");
        assertThat(World.code(world.logIn(world.login().policies("2.5.29.32.0").der())))
                .isEqualTo("MYNA-VRF-115");
        assertThat(World.code(world.logIn(world.login().policies(right, other).der())))
                .isEqualTo("MYNA-VRF-115");
    }

    @Test
    void the_policy_of_phones_is_accepted_as_that_of_cards_is_but_not_beside_it() {
        String card = Forge.policy(CaKind.USER_AUTHENTICATION, Hierarchy.TEST);
        String phone = "2.999.1.2.392.200149.8.5.1.0.50";
        String phoneSignature = "2.999.1.2.392.200149.8.5.1.0.40";
        assertThat(world.logIn(world.login().policies(phone).der()))
                .isInstanceOf(LoginVerdict.Accepted.class);
        assertThat(World.code(world.logIn(world.login().policies(phoneSignature).der())))
                .isEqualTo("MYNA-VRF-115");
        assertThat(World.code(world.logIn(world.login().policies(card, phone).der())))
                .isEqualTo("MYNA-VRF-115");
    }

    @Test
    void a_critical_extension_that_nobody_knows_is_refused_and_an_uncritical_one_is_not() {
        byte[] critical = world.login().extension("2.25.4711", true, Forge.nothing()).der();
        byte[] quiet = world.login().extension("2.25.4711", false, Forge.nothing()).der();
        LoginVerdict refused = world.logIn(critical);
        assertThat(World.code(refused)).isEqualTo("MYNA-VRF-116");
        assertThat(((LoginVerdict.Refused) refused).refusal().text(Language.ENGLISH))
                .contains("2.25.4711");
        assertThat(World.code(world.logIn(quiet))).isEqualTo("accepted");
    }

    @Test
    void an_authority_of_the_same_name_with_another_key_is_not_the_authority() {
        Forge impostor = Forge.authority(CaKind.USER_AUTHENTICATION, Hierarchy.TEST, "impostor");
        byte[] openly = impostor.leaf(world.loginKeys.getPublic()).der();
        byte[] pretending = world.login().signedBy(impostor.keys.getPrivate()).der();
        assertThat(World.code(world.logIn(openly))).isEqualTo("MYNA-VRF-110");
        assertThat(World.code(world.logIn(pretending))).isEqualTo("MYNA-VRF-112");
    }

    @Test
    void the_key_identifier_chooses_among_generations_of_one_name() {
        Forge second = Forge.authority(CaKind.USER_AUTHENTICATION, Hierarchy.TEST, "two");
        world.lists.add(second.crl("Chiyoda-ku").list());
        VerifierBuilder both = world.settings().trust(second.certificate());
        byte[] bySecond = second.leaf(world.loginKeys.getPublic()).der();
        byte[] mismatch = world.login().signedBy(second.keys.getPrivate()).der();
        assertThat(World.code(world.logIn(both, world.login().der()))).isEqualTo("accepted");
        assertThat(World.code(world.logIn(both, bySecond))).isEqualTo("accepted");
        assertThat(World.code(world.logIn(both, mismatch))).isEqualTo("MYNA-VRF-112");
        assertThat(World.code(world.logIn(bySecond))).isEqualTo("MYNA-VRF-110");
    }

    @Test
    void issuer_and_serial_in_the_key_identifier_must_be_right_where_present() {
        assertThat(World.code(world.logIn(world.login().akiKeyIdOnly().der())))
                .isEqualTo("accepted");
        assertThat(World.code(world.logIn(world.login().akiSerial(99).der())))
                .isEqualTo("MYNA-VRF-111");
        assertThat(World.code(world.logIn(world.login().keyId(new byte[20]).der())))
                .isEqualTo("MYNA-VRF-110");
    }

    @Test
    void an_issuer_name_that_only_looks_the_same_is_refused() {
        byte[] lower =
                world.login()
                        .issuerName(
                                new X500Name(
                                        "C=JP,O=jpki-test,OU=JPKI for user authentication,OU=Japan Agency for Local Authority Information Systems"))
                        .der();
        assertThat(World.code(world.logIn(lower))).isEqualTo("MYNA-VRF-110");
    }

    @Test
    void validity_includes_its_last_second_and_ends_there() {
        byte[] short_ = world.login().valid("2026-11-24T03:00:00Z", "2026-11-24T14:59:59Z").der();
        world.is("2026-11-24T02:59:59Z");
        assertThat(World.code(world.logIn(short_))).isEqualTo("MYNA-VRF-106");
        world.is("2026-11-24T03:00:00Z");
        assertThat(World.code(world.logIn(short_))).isEqualTo("accepted");
        world.is("2026-11-24T14:59:59.999Z");
        assertThat(World.code(world.logIn(short_))).isEqualTo("accepted");
        world.is("2026-11-24T15:00:00Z");
        assertThat(World.code(world.logIn(short_))).isEqualTo("MYNA-VRF-105");
    }

    @Test
    void a_generation_that_is_over_or_not_begun_proves_nothing() {
        Forge old =
                Forge.authority(
                        CaKind.USER_AUTHENTICATION,
                        Hierarchy.TEST,
                        "old",
                        Instant.parse("2016-01-01T00:00:00Z"),
                        Instant.parse("2026-10-31T14:59:59Z"));
        VerifierBuilder verifier = world.settings().trust(old.certificate());
        byte[] outlived = old.leaf(world.loginKeys.getPublic()).der();
        assertThat(World.code(world.logIn(verifier, outlived))).isEqualTo("MYNA-VRF-113");
    }

    @Test
    void a_broken_or_exchanged_signature_is_refused() {
        LoginVerifier verifier = world.logins();
        LoginChallenge challenge = verifier.issueChallenge(World.REQUEST);
        byte[] answer = world.answer(challenge);
        answer[200] ^= 1;
        assertThat(World.code(verifier.verify(challenge, world.login().der(), answer)))
                .isEqualTo("MYNA-VRF-201");
        byte[] otherCard = world.login().holder(world.signatureKeys.getPublic()).der();
        assertThat(World.code(world.logIn(otherCard))).isEqualTo("MYNA-VRF-201");
        for (int length : new int[] {0, 1, 255, 257, 10_000}) {
            LoginChallenge next = verifier.issueChallenge(World.REQUEST);
            byte[] cut = Arrays.copyOf(world.answer(next), length);
            assertThat(World.code(verifier.verify(next, world.login().der(), cut)))
                    .isEqualTo("MYNA-VRF-201");
        }
    }

    @Test
    void a_signature_over_the_bare_hash_is_recognised_and_refused() {
        LoginVerifier verifier = world.logins();
        LoginChallenge challenge = verifier.issueChallenge(World.REQUEST);
        byte[] bare = Forge.cardSigns(world.loginKeys.getPrivate(), Sha256.of(challenge.bytes()));
        LoginVerdict verdict = verifier.verify(challenge, world.login().der(), bare);
        assertThat(World.code(verdict)).isEqualTo("MYNA-VRF-202");
        assertThat(verdict.evidence().getLast().data()).containsEntry("mode", "bare hash");
    }

    @Test
    void a_digest_made_elsewhere_gives_the_same_verdict() {
        byte[] signature = Forge.cardSignsContent(world.signatureKeys.getPrivate(), World.CONTENT);
        SignedContent digest = SignedContent.ofSha256(Sha256.of(World.CONTENT));
        SignedContent other = SignedContent.ofSha256(Sha256.of(Forge.utf8("other")));
        byte[] certificate = world.signature().der();
        assertThat(World.code(world.signatures().verify(certificate, digest, signature)))
                .isEqualTo("accepted");
        assertThat(World.code(world.signatures().verify(certificate, other, signature)))
                .isEqualTo("MYNA-VRF-201");
        assertThatThrownBy(() -> SignedContent.ofSha256(new byte[20]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void garbage_is_refused_by_name() {
        byte[] good = world.login().der();
        byte[] longer = Arrays.copyOf(good, good.length + 1);
        byte[] shorter = Arrays.copyOf(good, good.length - 1);
        byte[] indefinite = good.clone();
        indefinite[1] = (byte) 0x80;
        for (byte[] garbage :
                new byte[][] {
                    {},
                    {0x30},
                    new byte[100_000],
                    longer,
                    shorter,
                    indefinite,
                    Forge.utf8("-----BEGIN CERTIFICATE-----\n")
                }) assertThat(World.code(world.logIn(garbage))).isEqualTo("MYNA-VRF-101");
        assertThat(World.code(world.sign(world.signature().withoutItems().der())))
                .isEqualTo("MYNA-VRF-126");
    }

    @Test
    void worlds_do_not_mix() {
        var production = VerifierBuilder.production().clock(world).status(world.lists);
        assertThatThrownBy(() -> production.trust(world.loginAuthority.certificate()).signatures())
                .isInstanceOf(TestAuthorityInProduction.class)
                .hasMessageContaining("MYNA-VRF-080");
        Forge false_ = Forge.authority(CaKind.USER_AUTHENTICATION, Hierarchy.PRODUCTION, "false");
        assertThatThrownBy(() ->
                        VerifierBuilder.production()
                                .clock(world)
                                .status(world.lists)
                                .trust(false_.certificate())
                                .signatures())
                .isInstanceOf(AuthorityNotPinned.class)
                .hasMessageContaining("MYNA-VRF-081");
        assertThatThrownBy(() -> world.logins(world.settings().trust(false_.certificate())))
                .isInstanceOf(RealAuthorityInTest.class)
                .hasMessageContaining("MYNA-VRF-083");
        byte[] real = false_.leaf(world.loginKeys.getPublic()).der();
        assertThat(World.code(world.logIn(real))).isEqualTo("MYNA-VRF-110");
        assertThat(Pinned.REAL)
                .hasSize(6)
                .allMatch(fingerprint -> HexFormat.of().parseHex(fingerprint).length == 32);
    }

    @Test
    void settings_that_miss_something_are_named() {
        var production = VerifierBuilder.production();
        assertThatThrownBy(() -> production.clock(world).status(world.lists).signatures())
                .isInstanceOf(SettingsIncomplete.class);
        assertThatThrownBy(() -> VerifierBuilder.production().clock(world).signatures())
                .isInstanceOf(SettingsIncomplete.class);
        assertThatThrownBy(() -> VerifierBuilder.production().status(world.lists).signatures())
                .isInstanceOf(SettingsIncomplete.class);
        assertThatThrownBy(() -> VerifierBuilder.production().evidence())
                .isInstanceOf(SettingsIncomplete.class);
        assertThatThrownBy(() -> VerifierBuilder.testOnly().clock(world).evidence())
                .isInstanceOf(SettingsIncomplete.class);
    }

    @Test
    void a_refusal_says_what_happened_and_what_to_do_in_both_languages() {
        world.passes(Duration.ofDays(3));
        LoginVerdict verdict = world.logIn(world.login().der());
        assertThat(World.code(verdict)).isEqualTo("MYNA-VRF-121");
        var refused = (LoginVerdict.Refused) verdict;
        assertThat(refused.refusal().text(Language.ENGLISH))
                .contains("2026-11-25T15:00:00Z")
                .contains("Fetch");
        assertThat(refused.refusal().text(Language.JAPANESE)).contains("取得").doesNotContain("{");
        assertThat(refused.evidence().getLast().passed()).isFalse();
        assertThat(refused.evidence()).hasSizeGreaterThan(15);
    }

    @Test
    void production_takes_production_cards_and_no_test_card() {
        Forge authority = Forge.authority(CaKind.SIGNATURE, Hierarchy.PRODUCTION, "one");
        Set<String> real = Set.of(Sha256.hexOf(authority.der));
        world.lists.add(authority.crl("Chiyoda-ku").list());
        SignatureVerifier verifier =
                VerifierBuilder.production()
                        .real(real)
                        .trust(authority.certificate())
                        .accelerator(Optional.empty())
                        .status(world.lists)
                        .clock(world)
                        .signatures();
        byte[] card = authority.leaf(world.signatureKeys.getPublic()).der();
        byte[] testPolicy =
                authority
                        .leaf(world.signatureKeys.getPublic())
                        .policies(Forge.policy(CaKind.SIGNATURE, Hierarchy.TEST))
                        .der();
        assertThat(World.code(world.sign(verifier, card))).isEqualTo("accepted");
        assertThat(World.code(world.sign(verifier, testPolicy))).isEqualTo("MYNA-VRF-115");
        assertThat(World.code(world.sign(verifier, world.signature().der())))
                .isEqualTo("MYNA-VRF-118");
    }

    @Test
    void nobody_logs_in_to_production_with_a_test_card_even_of_the_same_key() {
        Forge authority = Forge.authority(CaKind.USER_AUTHENTICATION, Hierarchy.PRODUCTION, "one");
        world.lists.add(authority.crl("Chiyoda-ku").list());
        VerifierBuilder production =
                VerifierBuilder.production()
                        .real(Set.of(Sha256.hexOf(authority.der)))
                        .trust(authority.certificate())
                        .status(world.lists)
                        .clock(world);
        byte[] card = authority.leaf(world.loginKeys.getPublic()).der();
        assertThat(authority.keys).isEqualTo(world.loginAuthority.keys);
        assertThat(World.code(world.logIn(production, card))).isEqualTo("accepted");
        assertThat(World.code(world.logIn(production, world.login().der())))
                .isEqualTo("MYNA-VRF-118");
    }
}
