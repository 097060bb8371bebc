package org.openmyna.trust.lint;

import static org.openmyna.trust.lint.Asn.*;
import static org.openmyna.trust.lint.Draft.*;
import static org.openmyna.trust.lint.Planted.of;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmyna.trust.lint.ExpectedAuthority.Hierarchy;

/** Each planted violation of an extension is found, by exactly its rule. */
class PlantedExtensionsTest {
    private static final String OCSP = "1.3.6.1.5.5.7.48.1";
    private static final String AT = "http://ocsp.authority.localhost:8080/";
    private static final String CPS = "http://authority.localhost:8080/cps";
    private static final String CLIENT = "1.3.6.1.5.5.7.3.2";

    private static Planted value(String what, int number, String oid, byte[] bytes) {
        return of(what, number, d -> d.values.put(oid, bytes));
    }

    private static Planted list(String what, int number, UnaryOperator<List<byte[]>> change) {
        return of(
                what,
                number,
                d ->
                        d.list =
                                all -> {
                                    List<byte[]> own = new ArrayList<>(all);
                                    return change.apply(own);
                                });
    }

    private static List<byte[]> with(List<byte[]> all, byte[] more) {
        all.add(more);
        return all;
    }

    private static List<byte[]> without(List<byte[]> all, int index) {
        all.remove(index);
        return all;
    }

    private static List<byte[]> set(List<byte[]> all, int index, byte[] other) {
        all.set(index, other);
        return all;
    }

    private static List<byte[]> swapped(List<byte[]> all, int one, int other) {
        Collections.swap(all, one, other);
        return all;
    }

    static Stream<Planted> sets() {
        byte[] ku = hex("03020780");
        return Stream.of(
                list("no keyUsage", 30, all -> without(all, 0)),
                list("no extKeyUsage", 30, all -> without(all, 1)),
                list("no policies", 30, all -> without(all, 2)),
                list("no issuerAltName", 30, all -> without(all, 3)),
                list("no distribution point", 30, all -> without(all, 4)),
                list("no authorityInfoAccess", 30, all -> without(all, 5)),
                list("no authorityKeyIdentifier", 30, all -> without(all, 6)),
                list("no subjectKeyIdentifier", 30, all -> without(all, 7)),
                list("basicConstraints", 31, all -> with(all, extension("2.5.29.19", true, seq()))),
                list(
                        "an unknown extension",
                        31,
                        all -> with(all, extension("1.2.3.4", false, seq()))),
                list("subjectAltName", 31, all -> with(all, extension(SAN, false, seq()))),
                list("keyUsage twice", 32, all -> with(all, extension(KU, true, ku))),
                list("the last two in another order", 33, all -> swapped(all, 6, 7)),
                list("the first two in another order", 33, all -> swapped(all, 0, 1)),
                list("keyUsage is not critical", 34, all -> set(all, 0, extension(KU, false, ku))),
                list(
                        "extKeyUsage is critical",
                        34,
                        all -> set(all, 1, extension(EKU, true, seq(oid(CLIENT))))),
                of(
                        "policies are not critical",
                        34,
                        d ->
                                d.list =
                                        all ->
                                                set(
                                                        new ArrayList<>(all),
                                                        2,
                                                        extension(
                                                                POLICIES,
                                                                false,
                                                                policies(
                                                                        d.policy(),
                                                                        qualifier(0x16, CPS))))),
                list(
                        "FALSE is encoded",
                        35,
                        all -> set(all, 1, seq(oid(EKU), hex("010100"), octets(seq(oid(CLIENT)))))),
                list("TRUE is 01", 1, all -> set(all, 0, seq(oid(KU), hex("010101"), octets(ku)))),
                list(
                        "something behind a value",
                        1,
                        all -> set(all, 0, extension(KU, true, join(ku, hex("00"))))),
                list(
                        "something behind an extension",
                        1,
                        all -> set(all, 0, seq(oid(KU), hex("0101FF"), octets(ku), hex("0500")))),
                of("no extensions", 1, d -> d.replaced.put("extensions", new byte[0])));
    }

    static Stream<Planted> values() {
        byte[] keyId = tlv(0x80, CA_KEY_ID);
        return Stream.of(
                value("more key usages", 38, KU, hex("030206C0")),
                value("keyCertSign", 38, KU, hex("03020204")),
                value("bits that are not minimal", 38, KU, hex("0303078000")),
                value("other unused bits", 38, KU, hex("03020080")),
                value("serverAuth", 39, EKU, seq(oid("1.3.6.1.5.5.7.3.1"))),
                value("a second purpose", 39, EKU, seq(oid(CLIENT), oid("1.3.6.1.5.5.7.3.4"))),
                value("anyExtendedKeyUsage", 39, EKU, seq(oid("2.5.29.37.0"))),
                value(
                        "the production policy",
                        40,
                        POLICIES,
                        policies("1.2.392.200149.8.5.1.3.30", qualifier(0x16, CPS))),
                value(
                        "the signature policy",
                        40,
                        POLICIES,
                        policies("1.2.392.200149.8.5.1.0.20", qualifier(0x16, CPS))),
                of("the phone's policy", 40, d -> d.values.put(POLICIES, phone(d))),
                of("two policies", 40, d -> d.values.put(POLICIES, twoPolicies(d))),
                of("no CPS", 41, d -> d.values.put(POLICIES, seq(seq(oid(d.policy()))))),
                policy("CPS as a UTF8String", 41, qualifier(0x0C, CPS)),
                policy("two CPS", 41, qualifier(0x16, CPS), qualifier(0x16, CPS)),
                policy("another CPS", 42, qualifier(0x16, CPS + "2")),
                real("a real host", "http://www.jpki.go.jp/cps.html"),
                real("a host that begins like ours", "http://localhost.jpki.go.jp/cps"),
                real("a host that ends like ours", "http://notlocalhost/"),
                real("a user before the host", "http://a.test@jpki.go.jp/"),
                of(
                        "a real OCSP host",
                        43,
                        d -> {
                            d.ocsp = "http://ocspauthnorm.jpki.go.jp";
                        }),
                value("a URI as issuerAltName", 47, IAN, seq(text(0x86, CPS))),
                of("two issuerAltNames", 47, d -> d.values.put(IAN, twoNames(d))),
                of(
                        "the Latin name as issuerAltName",
                        10,
                        d -> d.values.put(IAN, seq(tlv(0xA4, d.issuer())))),
                value(
                        "a URI as distribution point",
                        44,
                        CRLDP,
                        seq(seq(tlv(0xA0, tlv(0xA0, text(0x86, AT)))))),
                of(
                        "nameRelativeToCRLIssuer",
                        44,
                        d -> d.values.put(CRLDP, seq(seq(tlv(0xA0, tlv(0xA1, d.point())))))),
                of(
                        "two distribution points",
                        44,
                        d -> d.values.put(CRLDP, seq(pointOf(d), pointOf(d)))),
                of(
                        "reasons in the point",
                        44,
                        d ->
                                d.values.put(
                                        CRLDP,
                                        seq(
                                                seq(
                                                        tlv(0xA0, tlv(0xA0, tlv(0xA4, d.point()))),
                                                        hex("81 02 0780"))))),
                of(
                        "the CA as point",
                        6,
                        d -> d.values.put(CRLDP, seq(seq(tlv(0xA0, tlv(0xA0, tlv(0xA4, seq()))))))),
                value("caIssuers", 45, AIA, seq(access("1.3.6.1.5.5.7.48.2", 0x86, AT))),
                value("a DNS name", 45, AIA, seq(access(OCSP, 0x82, AT))),
                value(
                        "two addresses",
                        45,
                        AIA,
                        seq(access(OCSP, 0x86, AT), access(OCSP, 0x86, AT))),
                value("another address", 46, AIA, seq(access(OCSP, 0x86, AT + "x"))),
                of(
                        "another CA key",
                        48,
                        d ->
                                d.values.put(
                                        AKI,
                                        seq(
                                                tlv(0x80, TestKey.sha1(new byte[9])),
                                                tlv(0xA1, tlv(0xA4, d.issuer())),
                                                tlv(0x82, d.caSerial.toByteArray())))),
                value("keyIdentifier alone", 49, AKI, seq(keyId)),
                of(
                        "no serial of the CA",
                        49,
                        d -> d.values.put(AKI, seq(keyId, tlv(0xA1, tlv(0xA4, d.issuer()))))),
                of(
                        "no keyIdentifier",
                        49,
                        d ->
                                d.values.put(
                                        AKI,
                                        seq(
                                                tlv(0xA1, tlv(0xA4, d.issuer())),
                                                tlv(0x82, d.caSerial.toByteArray())))),
                of(
                        "another serial of the CA",
                        50,
                        d ->
                                d.values.put(
                                        AKI,
                                        seq(
                                                keyId,
                                                tlv(0xA1, tlv(0xA4, d.issuer())),
                                                hex("820107")))),
                value("SKI of another key", 51, SKI, octets(new byte[20])),
                value("SKI of SHA-256's length", 51, SKI, octets(new byte[32])));
    }

    private static byte[] phone(Draft d) {
        return policies("2.999.1.2.392.200149.8.5.1.0.50", qualifier(0x16, d.cps));
    }

    private static byte[] twoPolicies(Draft d) {
        byte[] one = seq(oid(d.policy()), seq(qualifier(0x16, CPS)));
        return seq(one, seq(oid("2.5.29.32.0")));
    }

    private static byte[] twoNames(Draft d) {
        return seq(tlv(0xA4, d.japaneseIssuer()), text(0x86, CPS));
    }

    private static byte[] pointOf(Draft d) {
        return seq(tlv(0xA0, tlv(0xA0, tlv(0xA4, d.point()))));
    }

    private static Planted policy(String what, int number, byte[]... qualifiers) {
        return of(what, number, d -> d.values.put(POLICIES, policies(d.policy(), qualifiers)));
    }

    private static Planted real(String what, String cps) {
        return of(what, 43, d -> d.cps = cps);
    }

    @ParameterizedTest
    @MethodSource({"sets", "values"})
    void a_planted_extension_is_found(Planted planted) {
        PlantedFieldsTest.exactly(planted, Draft.userAuthentication());
    }

    static Stream<Planted> ofSignature() {
        byte[] access = extension(AIA, false, seq(access(OCSP, 0x86, AT)));
        byte[] client = extension(EKU, false, seq(oid(CLIENT)));
        return Stream.of(
                list("authorityInfoAccess", 36, all -> with(all, access)),
                list("extKeyUsage", 37, all -> with(all, client)),
                value("no nonRepudiation", 38, KU, hex("03020780")),
                list("no subjectAltName", 30, all -> without(all, 1)),
                list("SAN behind policies", 33, all -> swapped(all, 1, 2)),
                of(
                        "a critical SAN",
                        34,
                        d ->
                                d.list =
                                        all ->
                                                set(
                                                        new ArrayList<>(all),
                                                        1,
                                                        extension(
                                                                SAN,
                                                                true,
                                                                seq(join(d.fourItems()))))),
                of(
                        "a real host in production is no finding, the test policy is",
                        40,
                        d -> {
                            d.values.put(
                                    POLICIES,
                                    policies(
                                            d.policy(),
                                            qualifier(0x16, "http://www.jpki.go.jp/cps.html")));
                            d.cps = "http://www.jpki.go.jp/cps.html";
                            d.hierarchy = Hierarchy.PRODUCTION;
                        }));
    }

    @ParameterizedTest
    @MethodSource("ofSignature")
    void a_planted_extension_is_found_in_a_signature_certificate(Planted planted) {
        PlantedFieldsTest.exactly(planted, Draft.signature());
    }
}
