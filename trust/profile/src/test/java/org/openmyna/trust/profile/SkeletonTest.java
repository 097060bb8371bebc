package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Field by field against the tables of the reference, copied into skeletons by hand. */
final class SkeletonTest {
    @ParameterizedTest
    @EnumSource(Hierarchy.class)
    void the_certificate_of_the_signature_ca_is_table_1_3(Hierarchy hierarchy) {
        byte[] der = Sham.ca(CaKind.SIGNATURE, hierarchy).certificate().der();
        Skeleton.named("ca-signature", values(der, hierarchy, "")).assertSameAs(der);
    }

    @ParameterizedTest
    @EnumSource(Hierarchy.class)
    void the_certificate_of_the_login_ca_is_table_1_3(Hierarchy hierarchy) {
        byte[] der = Sham.ca(CaKind.USER_AUTHENTICATION, hierarchy).certificate().der();
        Skeleton.named("ca-user-authentication", values(der, hierarchy, "")).assertSameAs(der);
    }

    @Test
    void a_login_certificate_is_table_2_1() {
        byte[] real = Sham.userAuthentication(Hierarchy.PRODUCTION).der();
        Skeleton.named(
                        "user-authentication",
                        values(real, Hierarchy.PRODUCTION, "1.2.392.200149.8.5.1.3.30"))
                .assertSameAs(real);
    }

    @Test
    void a_login_certificate_of_the_test_hierarchy_differs_in_name_policy_and_addresses() {
        byte[] test = Sham.userAuthentication(Hierarchy.TEST).der();
        Skeleton.named(
                        "user-authentication",
                        values(test, Hierarchy.TEST, "2.999.1.2.392.200149.8.5.1.0.30"))
                .assertSameAs(test);
    }

    @Test
    void a_signature_certificate_is_table_2_2() {
        byte[] real = Sham.signature(Hierarchy.PRODUCTION, Sham.ichiro()).der();
        Skeleton.named("signature", values(real, Hierarchy.PRODUCTION, "1.2.392.200149.8.5.1.1.20"))
                .assertSameAs(real);
    }

    @Test
    void a_signature_certificate_of_the_test_hierarchy_differs_in_name_policy_and_addresses() {
        byte[] test = Sham.signature(Hierarchy.TEST, Sham.ichiro()).der();
        Skeleton.named("signature", values(test, Hierarchy.TEST, "1.2.392.200149.8.5.1.0.20"))
                .assertSameAs(test);
    }

    /**
     * jpki/myna (Go), built before Go 1.22, refused the whole login certificate for a longer one.
     */
    @ParameterizedTest
    @EnumSource(Hierarchy.class)
    void no_number_in_a_policy_is_too_long_for_programs_that_read_31_bits(Hierarchy hierarchy) {
        for (var certificate :
                List.of(
                        Sham.userAuthentication(hierarchy),
                        Sham.signature(hierarchy, Sham.ichiro()))) {
            List<String> numbers =
                    certificate.policies().stream()
                            .flatMap(policy -> Arrays.stream(policy.split("\\.")))
                            .toList();
            assertThat(numbers)
                    .isNotEmpty()
                    .allSatisfy(number ->
                            assertThat(new BigInteger(number).bitLength()).isLessThan(32));
        }
    }

    @Test
    void every_byte_of_a_certificate_stands_in_its_skeleton() {
        byte[] real = Sham.signature(Hierarchy.PRODUCTION, Sham.ichiro()).der();
        var values = values(real, Hierarchy.PRODUCTION, "1.2.392.200149.8.5.1.1.20");
        Skeleton skeleton = Skeleton.named("signature", values);
        for (int n = 0; n < real.length; n++) {
            byte[] changed = real.clone();
            changed[n] ^= 1;
            assertThat(differs(skeleton, changed)).as("byte %d", n).isTrue();
        }
    }

    private static boolean differs(Skeleton skeleton, byte[] der) {
        try {
            skeleton.assertSameAs(der);
            return false;
        } catch (AssertionError | RuntimeException noticed) {
            return true;
        }
    }

    @Test
    void a_revocation_list_is_section_3_1() {
        var issuer = Sham.ca(CaKind.SIGNATURE, Hierarchy.TEST);
        var profile = Sham.profile(Hierarchy.TEST);
        Instant midnight = Instant.parse("2026-11-23T15:00:00Z");
        Instant next = Instant.parse("2026-11-25T15:00:00Z");
        BigInteger number = BigInteger.valueOf(7);
        var entries =
                List.of(
                        new RevocationList.Revoked(
                                CertificateSerial.of(42),
                                Instant.parse("2026-11-01T00:00:00Z"),
                                RevocationReason.UNSPECIFIED),
                        new RevocationList.Revoked(
                                CertificateSerial.of(108_816_930),
                                Instant.parse("2026-11-23T02:00:00Z"),
                                RevocationReason.AFFILIATION_CHANGED));
        var point = Sham.himeji().distributionPoint(CaKind.SIGNATURE, Hierarchy.TEST);

        byte[] full = profile.revocationList(issuer, number, midnight, next, entries).der();
        byte[] part = profile.revocationList(issuer, point, number, midnight, next, entries).der();
        byte[] empty = profile.revocationList(issuer, number, midnight, next, List.of()).der();

        same("revocation-list", full);
        same("revocation-list-of-a-point", part);
        same("revocation-list-empty", empty);
    }

    private static void same(String skeleton, byte[] list) {
        Skeleton.named(skeleton, values(list, Hierarchy.TEST, "")).assertSameAs(list);
    }

    private static Map<String, String> values(byte[] der, Hierarchy hierarchy, String policy) {
        boolean test = hierarchy == Hierarchy.TEST;
        Map<String, String> values = new HashMap<>();
        values.put("O", test ? "JPKI-TEST" : "JPKI");
        values.put("POLICY", policy);
        values.put(
                "CPS",
                test ? "http://authority.localhost:8080/cps" : "http://www.jpki.go.jp/cps.html");
        values.put(
                "OCSP",
                test ? "http://ocsp.authority.localhost:8080/" : "http://ocspauthnorm.jpki.go.jp");
        values.put("CA_MODULUS", modulus(Sham.caKey()).toString());
        values.put("CA_KEY_ID", sha1OfRsaPublicKey(Sham.caKey()));
        values.put("MODULUS", modulus(Sham.holderKey()).toString());
        values.put("KEY_ID", sha1OfRsaPublicKey(Sham.holderKey()));
        // what the signature is worth is another test's matter; here it is the last 256 bytes
        values.put("SIGNATURE", hex(Arrays.copyOfRange(der, der.length - 256, der.length)));
        return values;
    }

    private static BigInteger modulus(KeyPair pair) {
        return ((RSAPublicKey) pair.getPublic()).getModulus();
    }

    /** RSA-2048 with e = 65537: 30 82 010A, 02 82 0101 00 modulus, 02 03 010001. */
    private static String sha1OfRsaPublicKey(KeyPair pair) {
        String der = "3082010A02820101" + hex(modulus(pair).toByteArray()) + "0203010001";
        try {
            byte[] bytes = HexFormat.of().parseHex(der);
            return hex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
