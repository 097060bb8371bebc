package org.openmyna.trust.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.RevocationList;

/**
 * The same certificates and lists before us and before {@code openssl verify}. What OpenSSL
 * refuses, we must refuse; where we are stricter, the case says why.
 */
final class OpenSslOpinionTest {
    private final World world = new World();
    private final Forge impostor =
            Forge.authority(CaKind.USER_AUTHENTICATION, Hierarchy.TEST, "impostor");

    /**
     * @param ours code of our refusal, or {@code accepted}
     * @param openssl whether OpenSSL accepts
     */
    private record Case(
            String name, byte[] certificate, byte[] crl, String ours, boolean openssl) {}

    private List<Case> cases() {
        byte[] fresh = crl().der();
        List<Case> all = new ArrayList<>();
        all.add(new Case("good", world.login().der(), fresh, "accepted", true));
        all.add(
                new Case(
                        "key identifier alone",
                        world.login().akiKeyIdOnly().der(),
                        fresh,
                        "accepted",
                        true));
        all.add(
                new Case(
                        "expired",
                        world.login().valid("2021-01-01T00:00:00Z", "2026-11-23T14:59:59Z").der(),
                        fresh,
                        "MYNA-VRF-105",
                        false));
        all.add(
                new Case(
                        "not yet valid",
                        world.login().valid("2026-11-25T00:00:00Z", "2031-11-23T14:59:59Z").der(),
                        fresh,
                        "MYNA-VRF-106",
                        false));
        all.add(
                new Case(
                        "revoked",
                        world.login().serial(77).der(),
                        crl().revoked(77, "2026-11-20T00:00:00Z", 1).der(),
                        "MYNA-VRF-104",
                        false));
        all.add(
                new Case(
                        "stale list",
                        world.login().der(),
                        crl().of("2026-11-20T15:00:00Z", "2026-11-22T15:00:00Z").der(),
                        "MYNA-VRF-121",
                        false));
        all.add(
                new Case(
                        "future list",
                        world.login().der(),
                        crl().of("2026-11-25T15:00:00Z", "2026-11-27T15:00:00Z").der(),
                        "MYNA-VRF-122",
                        false));
        all.add(
                new Case(
                        "list of another key",
                        world.login().der(),
                        crl().signedBy(impostor.keys.getPrivate()).der(),
                        "MYNA-VRF-123",
                        false));
        all.add(
                new Case(
                        "list of another point",
                        world.login().der(),
                        world.loginAuthority.crl("Minato-ku").der(),
                        "MYNA-VRF-124",
                        false));
        all.add(
                new Case(
                        "authority of the same name",
                        impostor.leaf(world.loginKeys.getPublic()).der(),
                        fresh,
                        "MYNA-VRF-110",
                        false));
        all.add(
                new Case(
                        "signed by another key",
                        world.login().signedBy(impostor.keys.getPrivate()).der(),
                        fresh,
                        "MYNA-VRF-112",
                        false));
        all.add(
                new Case(
                        "other key identifier",
                        world.login().keyId(new byte[20]).der(),
                        fresh,
                        "MYNA-VRF-110",
                        false));
        all.add(
                new Case(
                        "other issuer serial",
                        world.login().akiSerial(99).der(),
                        fresh,
                        "MYNA-VRF-111",
                        false));
        all.add(
                new Case(
                        "unknown critical extension",
                        world.login().extension("2.25.4711", true, Forge.nothing()).der(),
                        fresh,
                        "MYNA-VRF-116",
                        false));
        all.add(
                new Case(
                        "wrong policy",
                        world.login().policies("1.2.3.4").der(),
                        fresh,
                        "MYNA-VRF-115",
                        false));
        all.add(
                new Case(
                        "no policy", world.login().policies().der(), fresh, "MYNA-VRF-114", false));
        all.add(
                new Case(
                        "server certificate",
                        world.login().purposes(KeyPurposeId.id_kp_serverAuth).der(),
                        fresh,
                        "MYNA-VRF-103",
                        false));
        byte[] broken = world.login().der();
        broken[broken.length - 1] ^= 1;
        all.add(new Case("broken signature", broken, fresh, "MYNA-VRF-112", false));
        byte[] cut = world.login().der();
        all.add(
                new Case(
                        "truncated",
                        Arrays.copyOf(cut, cut.length - 10),
                        fresh,
                        "MYNA-VRF-101",
                        false));
        // Stricter than OpenSSL's defaults: the profile says RSA-2048 with F4, SHA-256, one policy,
        // no CA, a purpose.
        all.add(
                new Case(
                        "1,024 bits",
                        world.login().holder(Forge.keys("weak", 1024).getPublic()).der(),
                        fresh,
                        "MYNA-VRF-109",
                        true));
        all.add(
                new Case(
                        "exponent 3",
                        world.login()
                                .holder(Forge.newKeys(2048, BigInteger.valueOf(3)).getPublic())
                                .der(),
                        fresh,
                        "MYNA-VRF-109",
                        true));
        all.add(
                new Case(
                        "SHA-512",
                        world.login().algorithm("SHA512withRSA").der(),
                        fresh,
                        "MYNA-VRF-117",
                        true));
        all.add(
                new Case(
                        "no purpose", world.login().purposes().der(), fresh, "MYNA-VRF-103", true));
        all.add(
                new Case(
                        "authority as holder",
                        world.login()
                                .extension("2.5.29.19", true, new BasicConstraints(true))
                                .der(),
                        fresh,
                        "MYNA-VRF-102",
                        false));
        return all;
    }

    private Forge.Crl crl() {
        return world.loginAuthority.crl("Chiyoda-ku");
    }

    @Test
    void what_openssl_refuses_we_refuse(@TempDir Path directory) {
        var openssl = new OpenSsl(directory);
        openssl.pem("ca.pem", "CERTIFICATE", world.loginAuthority.der);
        for (Case each : cases()) {
            openssl.pem("leaf.pem", "CERTIFICATE", each.certificate());
            openssl.pem("list.pem", "X509 CRL", each.crl());
            var answer =
                    openssl.run(
                            "verify",
                            "-CAfile",
                            "ca.pem",
                            "-CRLfile",
                            "list.pem",
                            "-crl_check",
                            "-x509_strict",
                            "-purpose",
                            "sslclient",
                            "-policy",
                            Forge.policy(CaKind.USER_AUTHENTICATION, Hierarchy.TEST),
                            "-policy_check",
                            "-explicit_policy",
                            "-attime",
                            OpenSsl.seconds(Forge.NOW),
                            "leaf.pem");
            assertThat(answer.ok())
                    .as("openssl on %s: %s", each.name(), answer.output())
                    .isEqualTo(each.openssl());
            RevocationList list = RevocationList.parse(each.crl());
            VerifierBuilder verifier =
                    world.settings().status(wanted -> new StatusData.ByList(list));
            assertThat(World.code(world.logIn(verifier, each.certificate())))
                    .as(each.name())
                    .isEqualTo(each.ours());
        }
    }

    @Test
    void openssl_verifies_the_same_login_answer(@TempDir Path directory) {
        var openssl = new OpenSsl(directory);
        LoginChallenge challenge = world.logins().issueChallenge(World.REQUEST);
        openssl.pem("key.pem", "PUBLIC KEY", world.loginKeys.getPublic().getEncoded());
        openssl.file("challenge.txt", challenge.bytes());
        openssl.file("answer.bin", world.answer(challenge));
        assertThat(
                        openssl.run(
                                        "dgst",
                                        "-sha256",
                                        "-verify",
                                        "key.pem",
                                        "-signature",
                                        "answer.bin",
                                        "challenge.txt")
                                .output())
                .contains("Verified OK");
    }
}
