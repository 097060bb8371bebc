package org.openmyna.trust.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertId;
import org.openmyna.trust.profile.HashAlgorithm;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.OcspRequest;

/** A verdict is kept in one file and given again years later, with nobody to ask. */
final class EvidenceTest {
    private static final int ROUNDS = 1_000 * Integer.getInteger("openmyna.test.length", 1);

    private final World world = new World();

    private EvidenceVerifier later() {
        return VerifierBuilder.testOnly()
                .trust(world.loginAuthority.certificate())
                .trust(world.signatureAuthority.certificate())
                .clock(world)
                .evidence();
    }

    private byte[] login() {
        return ((LoginVerdict.Accepted) world.logIn(world.login().der())).bundle().bytes();
    }

    private byte[] loginByOcsp() {
        StatusSource ocsp =
                wanted -> {
                    CertId about =
                            CertId.of(
                                    HashAlgorithm.SHA_1,
                                    wanted.issuer(),
                                    wanted.certificate().serial());
                    return new StatusData.ByAnswer(
                            OcspRequest.of(List.of(about)),
                            OcspForge.of(world.loginAuthority).about(about));
                };
        var verdict = world.logIn(world.settings().status(ocsp), world.login().der());
        return ((LoginVerdict.Accepted) verdict).bundle().bytes();
    }

    private byte[] signature() {
        return ((SignatureVerdict.Accepted) world.sign(world.signature().der())).bundle().bytes();
    }

    private String code(byte[] file) {
        return code(later().verify(EvidenceBundle.read(file)));
    }

    private static String code(EvidenceVerdict verdict) {
        return switch (verdict) {
            case EvidenceVerdict.Holds holds -> "holds";
            case EvidenceVerdict.Refused refused -> refused.refusal().code();
        };
    }

    @Test
    void a_login_by_list_or_by_ocsp_holds_twenty_years_later() {
        byte[] byList = login();
        byte[] byOcsp = loginByOcsp();
        world.is("2046-11-24T03:00:00Z");
        for (byte[] file : List.of(byList, byOcsp)) {
            EvidenceVerdict verdict = later().verify(EvidenceBundle.read(file));
            assertThat(code(verdict)).isEqualTo("holds");
            var holds = (EvidenceVerdict.Holds) verdict;
            assertThat(holds.challenge().orElseThrow().client()).isEqualTo("demo-bank");
            assertThat(holds.judgedAt()).isEqualTo(Forge.NOW);
            assertThat(holds.fourItems()).isEmpty();
            assertThat(holds.certificate().serial().value()).isEqualTo(20_000_001);
        }
    }

    @Test
    void a_signature_holds_for_its_content_and_for_no_other() {
        EvidenceBundle bundle = EvidenceBundle.read(signature());
        world.is("2046-11-24T03:00:00Z");
        EvidenceVerdict verdict = later().verify(bundle, World.CONTENT);
        assertThat(code(verdict)).isEqualTo("holds");
        assertThat(((EvidenceVerdict.Holds) verdict).fourItems().orElseThrow().name())
                .isEqualTo("試験　一郎");
        assertThat(code(later().verify(bundle, Forge.utf8("転居届")))).isEqualTo("MYNA-VRF-302");
    }

    @Test
    void a_signature_before_the_revocation_is_kept_with_the_list_that_tells_it() {
        byte[] signed = Forge.cardSignsContent(world.signatureKeys.getPrivate(), World.CONTENT);
        var at = world.instant().minus(Duration.ofDays(60));
        var list =
                world.signatureAuthority
                        .crl("Chiyoda-ku")
                        .revoked(20_000_001, "2026-11-01T00:00:00Z", 3)
                        .list();
        var verdict =
                world.with(list)
                        .signatures()
                        .verify(
                                world.signature().der(),
                                SignedContent.of(World.CONTENT),
                                signed,
                                at);
        byte[] file = ((SignatureVerdict.Accepted) verdict).bundle().bytes();
        world.is("2040-01-01T00:00:00Z");
        assertThat(code(file)).isEqualTo("holds");
    }

    @Test
    void its_file_is_a_zip_of_plain_parts_and_always_the_same() throws IOException {
        byte[] file = login();
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry())
                parts.put(each.getName(), zip.readAllBytes());
        }
        assertThat(parts)
                .containsOnlyKeys(
                        "manifest.txt",
                        "challenge.txt",
                        "signature.bin",
                        "certificate.cer",
                        "issuer.cer",
                        "status.crl",
                        "checks.txt");
        assertThat(new String(parts.get("manifest.txt")))
                .startsWith("OpenMyna evidence 1\nkey: USER_AUTHENTICATION\ndigest: SHA_256\n")
                .endsWith("judged-at: 2026-11-24T03:00:00Z\nverdict: accepted\n");
        assertThat(parts.get("certificate.cer")).isEqualTo(world.login().der());
        assertThat(new String(parts.get("checks.txt"))).contains("RFC 5280 6.3.3 (g)");
        assertThat(EvidenceBundle.read(file).bytes()).isEqualTo(file);
    }

    @Test
    void nothing_in_it_can_be_exchanged() {
        var good = new LinkedHashMap<>(StoredZip.read(login()));
        byte[] otherCard = world.loginAuthority.leaf(world.signatureKeys.getPublic()).der();
        var shard = world.loginAuthority.crl("Minato-ku").der();
        var foreign =
                world.loginAuthority
                        .crl("Chiyoda-ku")
                        .signedBy(Forge.keys("stranger", 2048).getPrivate())
                        .der();
        var old =
                world.loginAuthority
                        .crl("Chiyoda-ku")
                        .of("2026-11-20T15:00:00Z", "2026-11-22T15:00:00Z")
                        .der();
        assertThat(changed(good, "certificate.cer", otherCard)).isEqualTo("MYNA-VRF-201");
        assertThat(changed(good, "certificate.cer", world.signature().der()))
                .isEqualTo("MYNA-VRF-107");
        assertThat(changed(good, "signature.bin", new byte[256])).isEqualTo("MYNA-VRF-201");
        assertThat(changed(good, "status.crl", shard)).isEqualTo("MYNA-VRF-124");
        assertThat(changed(good, "status.crl", foreign)).isEqualTo("MYNA-VRF-123");
        assertThat(changed(good, "status.crl", old)).isEqualTo("MYNA-VRF-121");
        assertThat(replaced(good, "manifest.txt", "judged-at: 2026", "judged-at: 2027"))
                .isEqualTo("MYNA-VRF-303");
        assertThat(replaced(good, "manifest.txt", "T03:00:00Z\nverdict", "T03:30:00Z\nverdict"))
                .isEqualTo("MYNA-VRF-303");
        assertThat(replaced(good, "manifest.txt", "valid-at: 2026-11-24", "valid-at: 2026-11-20"))
                .isEqualTo("MYNA-VRF-303");
        world.passes(Duration.ofDays(1));
        assertThat(replaced(good, "manifest.txt", "T03:00:00Z\nverdict", "T03:30:00Z\nverdict"))
                .isEqualTo("MYNA-VRF-006");
    }

    private String changed(Map<String, byte[]> good, String part, byte[] content) {
        var parts = new LinkedHashMap<>(good);
        parts.put(part, content);
        return code(StoredZip.write(parts));
    }

    private String replaced(Map<String, byte[]> good, String part, String old, String other) {
        String text = new String(good.get(part));
        assertThat(text).contains(old);
        return changed(good, part, Forge.utf8(text.replace(old, other)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "manifest.txt",
                "signature.bin",
                "certificate.cer",
                "issuer.cer",
                "status.crl",
                "checks.txt"
            })
    void a_part_too_few_or_too_many_is_malformed(String part) {
        var fewer = new LinkedHashMap<>(StoredZip.read(login()));
        fewer.remove(part);
        assertThatThrownBy(() -> EvidenceBundle.read(StoredZip.write(fewer)))
                .isInstanceOf(EvidenceMalformed.class)
                .hasMessageContaining("MYNA-VRF-301");
        var more = new LinkedHashMap<>(StoredZip.read(login()));
        more.put("x" + part, new byte[3]);
        assertThatThrownBy(() -> EvidenceBundle.read(StoredZip.write(more)))
                .isInstanceOf(EvidenceMalformed.class);
    }

    @Test
    void a_login_has_the_challenge_that_was_signed_and_a_signature_has_none() {
        var parts = new LinkedHashMap<>(StoredZip.read(login()));
        byte[] other = Forge.utf8(new String(parts.get("challenge.txt")).replace("demo", "evil"));
        parts.put("challenge.txt", other);
        assertThatThrownBy(() -> EvidenceBundle.read(StoredZip.write(parts)))
                .isInstanceOf(EvidenceMalformed.class);
        parts.remove("challenge.txt");
        assertThatThrownBy(() -> EvidenceBundle.read(StoredZip.write(parts)))
                .isInstanceOf(EvidenceMalformed.class)
                .hasMessageContaining("challenge.txt");
        var login = StoredZip.read(login());
        var foreign = new LinkedHashMap<>(login);
        String manifest = new String(login.get("manifest.txt"));
        foreign.put(
                "manifest.txt", Forge.utf8(manifest.replace("USER_AUTHENTICATION", "SIGNATURE")));
        assertThatThrownBy(() -> EvidenceBundle.read(StoredZip.write(foreign)))
                .isInstanceOf(EvidenceMalformed.class)
                .hasMessageContaining("challenge.txt");
    }

    @Test
    void in_production_it_needs_no_authority_and_takes_no_test_card() {
        byte[] test = login();
        Forge authority = Forge.authority(CaKind.USER_AUTHENTICATION, Hierarchy.PRODUCTION, "one");
        Set<String> real = Set.of(Sha256.hexOf(authority.der));
        world.lists.add(authority.crl("Chiyoda-ku").list());
        VerifierBuilder production =
                VerifierBuilder.production()
                        .real(real)
                        .trust(authority.certificate())
                        .status(world.lists)
                        .clock(world);
        byte[] certificate = authority.leaf(world.loginKeys.getPublic()).der();
        byte[] file =
                ((LoginVerdict.Accepted) world.logIn(production, certificate)).bundle().bytes();
        EvidenceVerifier bare = VerifierBuilder.production().real(real).clock(world).evidence();
        assertThat(code(bare.verify(EvidenceBundle.read(file)))).isEqualTo("holds");
        assertThat(code(bare.verify(EvidenceBundle.read(test)))).isEqualTo("MYNA-VRF-118");
        EvidenceVerifier ofJlis = VerifierBuilder.production().clock(world).evidence();
        assertThat(code(ofJlis.verify(EvidenceBundle.read(file)))).isEqualTo("MYNA-VRF-110");
        assertThat(code(file)).isEqualTo("MYNA-VRF-110");
    }

    @Test
    void evidence_of_an_authority_that_made_itself_proves_nothing() {
        Forge self = Forge.authority(CaKind.USER_AUTHENTICATION, Hierarchy.TEST, "self");
        world.lists.add(self.crl("Chiyoda-ku").list());
        var verdict =
                world.logIn(
                        world.settings().trust(self.certificate()),
                        self.leaf(world.loginKeys.getPublic()).der());
        byte[] file = ((LoginVerdict.Accepted) verdict).bundle().bytes();
        assertThat(code(file)).isEqualTo("MYNA-VRF-110");
    }

    @Test
    void any_bytes_are_evidence_or_a_named_refusal() {
        Random chance = new Random(20_261_127);
        for (byte[] good : List.of(login(), loginByOcsp())) {
            for (int n = 0; n < ROUNDS; n++) {
                byte[] bytes = Mutations.of(good, chance);
                try {
                    assertThat(EvidenceBundle.read(bytes).bytes()).isEqualTo(bytes);
                } catch (EvidenceMalformed expected) {
                    assertThat(expected.errorCode().code()).isEqualTo("MYNA-VRF-301");
                }
            }
            var parts = StoredZip.read(good);
            for (int n = 0; n < ROUNDS; n++) damagePart(parts, chance);
        }
    }

    /** Damage below the checksums of the ZIP, which would otherwise find nearly all of it. */
    private void damagePart(Map<String, byte[]> parts, Random chance) {
        var damaged = new LinkedHashMap<>(parts);
        String part = List.copyOf(parts.keySet()).get(chance.nextInt(parts.size()));
        byte[] original = java.util.Objects.requireNonNull(parts.get(part));
        damaged.put(part, Mutations.of(original, chance));
        boolean same = java.util.Arrays.equals(damaged.get(part), original);
        try {
            EvidenceVerdict verdict = later().verify(EvidenceBundle.read(StoredZip.write(damaged)));
            if (!same && !part.equals("checks.txt") && !part.equals("manifest.txt"))
                assertThat(verdict).isInstanceOf(EvidenceVerdict.Refused.class);
        } catch (EvidenceMalformed expected) {
            assertThat(expected.errorCode().code()).isEqualTo("MYNA-VRF-301");
        }
    }
}
